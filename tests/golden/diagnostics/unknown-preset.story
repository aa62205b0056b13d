Title: Rain
Preset: rendr

PAGE 1

PANEL 1
Rain.

Title: Regen
Language: Germann

PAGE 1

PANEL 1
Rain.

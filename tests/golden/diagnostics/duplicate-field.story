Title: Rain
Title: Snow

PAGE 1

PANEL 1
Rain.

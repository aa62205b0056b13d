PAGE 1

PANEL 1 [wide, low angle
Rain.

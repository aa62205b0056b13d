page 1
PANEL 1 [wide
  Rain.

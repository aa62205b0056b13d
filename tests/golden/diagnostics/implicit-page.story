PANEL 1
Rain.

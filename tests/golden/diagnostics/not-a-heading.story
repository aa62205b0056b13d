PAGE 1

PANEL 1
Rain.

PANEL 2 is a close-up

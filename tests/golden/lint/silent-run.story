PAGE 1

PANEL 1
Rain.

PANEL 2
Rain.

PANEL 3
Rain.

PANEL 4
Rain.

PANEL 5
Rain.

PANEL 6
Rain.

PANEL 7
Rain.

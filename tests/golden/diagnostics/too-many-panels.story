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

PANEL 8
Rain.

PANEL 9
Rain.

PANEL 10
Rain.

PANEL 11
Rain.

PANEL 12
Rain.

PANEL 13
Rain.

PANEL 14
Rain.

PANEL 15
Rain.

PANEL 16
Rain.

PANEL 17
Rain.

PANEL 18
Rain.

PANEL 19
Rain.

PANEL 20
Rain.

PANEL 21
Rain.

PAGE 1

PANEL 1
Rain.

PANEL 3
More rain.

PANEL 2
Sun.

PAGE 1

PANEL 1
Rain.

PANEL 2 [inset 7]
A hand.

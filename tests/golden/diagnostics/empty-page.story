PAGE 1

PANEL 1
Rain.

PAGE 2

The whole city at once.

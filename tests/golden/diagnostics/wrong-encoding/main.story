PAGE 1

PANEL 1
The café is closed.

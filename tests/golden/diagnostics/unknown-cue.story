PAGE 1

PANEL 1
KRAKOOM
The roof comes down.

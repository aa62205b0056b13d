PAGE 1

PANEL 1
Rain.

/* The cafe scene was cut.

PAGE 1

PANEL 1
: Not once.

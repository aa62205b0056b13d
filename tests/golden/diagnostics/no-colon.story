CAST

ANN - a girl of nine

PAGE 1

PANEL 1
Rain on Ann.

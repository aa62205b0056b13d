PAGE 1

PANEL 1 [wyde]
Rain.

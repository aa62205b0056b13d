Title: Rain
Reading: sideways

PAGE 1

PANEL 1
Rain.

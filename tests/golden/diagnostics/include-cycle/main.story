INCLUDE act-one

PAGE 1

PANEL 1
Rain.

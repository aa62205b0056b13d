Title: Rain
Auhtor: A. Writer

PAGE 1

PANEL 1
Rain.

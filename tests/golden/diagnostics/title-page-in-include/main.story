Title: The Harbour Light

INCLUDE act-two

PAGE 1

PANEL 1
Rain.

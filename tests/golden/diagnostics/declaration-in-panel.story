PAGE 1

PANEL 1
Rain.

INCLUDE act-two.story

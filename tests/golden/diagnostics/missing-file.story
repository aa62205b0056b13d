INCLUDE nowhere.story

PAGE 1

PANEL 1
Rain.

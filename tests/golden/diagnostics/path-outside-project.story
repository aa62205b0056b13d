INCLUDE ../secret.story

PAGE 1

PANEL 1
Rain.

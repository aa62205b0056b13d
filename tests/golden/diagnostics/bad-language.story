Title: Regen
Language: Deutsch

PAGE 1

PANEL 1
Rain.

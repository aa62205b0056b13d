Title: Rain
Size: 1024x1536

PAGE 1

PANEL 1
Rain.

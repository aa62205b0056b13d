PAGE 1

PANEL 1
Toby waits. [[small in frame

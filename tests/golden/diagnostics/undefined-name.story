PAGE 1

PANEL 1
The sign says {{shop}}.

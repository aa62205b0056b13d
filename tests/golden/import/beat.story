Title: Beat

CAST

MARA:

PAGE 1

PANEL 1
Mara at the rail.

MARA (thought): No.

PANEL 2
Rain.

PAGE 2

PANEL 1
Dark.

CAST

MARA: A pilot.

PAGE 1

PANEL 1
Rain.

MARA:

CAST

MARA: Harbour pilot.
    ref: art/mara.png

PAGE 1

PANEL 1
MARA at the rail.

CAST

MARA: Harbour pilot.
    ref: art/mara.psd

PAGE 1

PANEL 1
MARA at the rail.

CAST

MARA: A pilot.

STRIP 1

Tier 2

PAGE 1

PANEL 1
Rain.

PANEL 2 is a close-up

SPREAD 2-3 (4 PANELS)

SCENE 2

TIER 2

Title: Five Mistakes
Size: 700x1000

CAST

MARA: Harbour pilot.

TOBY: Her nephew.

PAGE 1 (3 PANELS)

PANEL 1 [wide, lwo angle]
The pier in the rain.

TOBBY: Is somebody there?

PANEL 2
Mara lifts a lantern.

MARA (wisper): Only a lantern.

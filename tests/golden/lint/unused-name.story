CAST

MARA: A pilot.

TOBY: A boy.

PAGE 1

PANEL 1
Mara at the rail.

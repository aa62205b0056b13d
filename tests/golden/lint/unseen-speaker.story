CAST

MARA: A pilot.

TOBY: A boy.

PAGE 1

PANEL 1
Mara alone at the rail.

TOBY: Aunt Mara!

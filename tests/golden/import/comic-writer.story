CAST

TOM:

MARY:

PAGE 1

PANEL 1
A room.

TOM (off): Hi.
MARY: No.

PANEL 2
Rain.

Title: Starc

CAST

TOM:

MARY:

PAGE 1

PANEL 1
A room.

/* remember the clock */

TOM: Hello.
MARY (off): No.

PANEL 2
Dark.

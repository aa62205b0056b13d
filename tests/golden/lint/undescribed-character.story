CAST

MARA: A pilot.

TOBY:
    age: 11

PAGE 1

PANEL 1
Mara and Toby at the rail.

Title: Night Pilots
Author: A. Writer

CAST

MARA:

PAGE 1

PANEL 1
EXT. HARBOUR - NIGHT

The harbour in the rain.

CAPTION: Port Ansel.

PANEL 2
Mara at the rail.

MARA (off)
Not once.
(cont)
Never.

PAGE 2

PANEL 1
Dark.

SFX: WHUMP

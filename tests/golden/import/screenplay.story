Title:
    THE SPARE UMBRELLA
    Second Draft
Credit: Written by
Author: A. Writer
Draft date: 3 March
Contact:
    12 Harbour Street
    Port Ansel
Notes: Colour: blue

CAST

ADA:

DRIVER:

McKAY:

PAGE 1

> FADE IN:

EXT. HOTEL - NIGHT

[[Scene 1]]

= She waits for somebody.

PANEL 1
Rain on a hotel awning. ADA, the night porter, holds a second umbrella over nobody.

PANEL 2
A taxi stops.  Nobody gets out.

ADA: He said ten minutes.
DRIVER (off): Who did?

ADA
That is *exactly* what I asked.
(beat)
**Twice.**

PANEL 3
She lowers the umbrella.

McKAY: Evening.

ADA
(not turning round)
You are late.

McKAY ^
I am early.

/* The dog was
cut from this draft. */

PANEL 4
The rain stops.
She does not notice.

[[Is this too soon?]]

PANEL 5
Long enough for the lamp to go out.

> CUT TO:

# Act Two

PAGE 2

.INSIDE THE LIFT

PANEL 1
TITLE: THE SPARE UMBRELLA

> SMASH CUT TO:

PAGE 3

INT. CORRIDOR - CONTINUOUS

PANEL 1
ADA
One door.
: And then another.
~ Down in the harbour, down in the rain

PANEL 2
A DOOR OPENS...
Light.

PANEL 3
!MCKAY: it says on the door.

PAGE 4

INT. EMPTY ROOM - DAY

EXT. ROOF - DAY

PANEL 1
CAPTION (floating, sing): Somebody's calling the boats home again

PANEL 2
!\*Not\* in italics. {\{nothing}} is defined. http://example.com /\* open

PANEL 3
!ADA

Title: Every Line
Notes: more than
    one line

/* a comment, /* nested, */ over
lines */

// gone

STYLE

art: ink [[a note]]
a loose remark

CAST

MARA VOSS (Mara, the Captain): Pilot,
    tall.
    age: 34
    dress: a jacket that
    goes on
MARA VOSS / young (little Mara): A girl.
    age: 9

TOBY

LOCATIONS

THE PIER - NORTH: Wood.

PROPS

LANTERN (lamp): Brass.

CONSTRAINTS

forbidden: text outside balloons

ATTACHMENTS

https://example.com/a(1).png (sketch)

DEFINE ship = the *Rose*

# Act one

EXT. THE PIER - NORTH - DAWN

## The harbour

PAGE ONE – 3 PANELS [size: 512x768, layout: one tall panel]

= What happens.

The page is grey.

Panel 1 [wide, same as 2a, seed 7]
Mara lifts the lantern. {{ship}}, \*really\*.
It goes on. [[inline]]
!MARA: not a speech.

MARA (off, burst): One **two *three*** _four_.
going on
: Next.
(softly)
And next.

TOBY (whisper) ^
~ sung
spoken
\(not a direction)

CAPTION (the Captain, monologue): Five.
SFX (lamp, large): CLINK
TEXT (sign): {{ship}}
TITLE: EVERY LINE
ARTIST: Left hand.
NOTE: Not sent.

> CUT TO:

Panel 2a: A close-up. [[Also here.]]

.NOWHERE [MARA: young]

Panel 3 [silent, MARA VOSS: young, inset 2a]
\PANEL 4 on a poster.
Mara.

CLIP drift [5s, 720p, 16:9, audio, seed 3, from panel 1, to page 1 panel 2a]

The lamp drifts.
image: https://example.com/b.png

# Act two

PAGES 2-3 [spread]

PANEL
The sea.

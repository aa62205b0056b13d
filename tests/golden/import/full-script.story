Title: THE HARBOUR LIGHT
Author: A. Writer
Issue: 1

CAST

MARA VOSS (MARA): harbour pilot, tall, grey hair.

TOBY: her nephew.
    age: 11

[[A one-shot for the anthology. Thanks to everyone.]]

PAGE ONE (FOUR PANELS)

PANEL 1
Wide shot. The whole harbour seen from out
on the water. Rain.

CAPTION (locale): Port Ansel.
CAPTION: Nobody sleeps. Not here.

PANEL 2 [close-up]
MARA at the rail.

MARA VOSS: Forty years and it never went out.
MARA VOSS (off, burst): Get inside!
SFX: KRSSHHH
TOBY (whisper): Aunt Mara.

PANEL 3 [silent]
The lighthouse at the end of the mole: dark.

!WIDE SHOT: the sea.

PAGES 2-3 [spread]

ARTIST: Keep him small.

PANEL 4
She turns.

TOBY
(beat)
It's not the light that's gone.

MARA VOSS & TOBY: Run!
CAPTION (TOBY): I ran.

PAGE 4 (2 PANELS)

PANEL 1
The creature fills the page.

TITLE: THE HARBOUR LIGHT

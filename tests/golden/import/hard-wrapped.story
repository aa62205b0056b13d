Title: NIGHT PILOTS #3
Author: A. Writer

CAST

MARA:

TOBY:

PAGE TWELVE (FOUR PANELS)

PANEL ONE
Mara at the wheel. WIDE. The fog has
swallowed everything but the lamp.

CAPTION (locale): The mole, 4 a.m.
CAPTION (MARA): I had an hour.
MARA: Hold on.

PANEL TWO [close-up]
!Her hand. Time: short.

SFX: CRRRK

MARA (burst, off)
(to Toby)
Get down!

TOBY (radio): What?
TOBY: I said what?
TOBY: Nothing.

KRAKOOM

ARTIST: the rope is *cut*.

COLORIST: her scarf is red.

PANEL THREE [silent]
!PANEL FOUR is a close-up.

PAGE 13

PANEL 1
[[PAGES 13-16]]

CAPTION (narrator)
It went on.
And on.

PAGE 17 [splash]

PANEL 1
The sea.

!Panel 1 is missing here.

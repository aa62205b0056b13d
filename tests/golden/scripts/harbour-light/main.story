Title: The Harbour Light
Series: Night Pilots
Issue: 1
Author: A. Writer
Language: en
Size: 768x1024

/* One-shot, three pages. Draft 2: cut the cafe scene. */

STYLE

art: high-contrast ink, neo-noir
palette: sodium orange on blue-black

CAST

MARA VOSS (Mara, the Captain): Harbour pilot. Tall, close-cropped grey hair,
    burn scar across the left hand.
    age: 34
    dress: oil-stained flight jacket
    ref: art/mara-turnaround.png

TOBY: Mara's nephew, missing front tooth.
    age: 11
    dress: yellow raincoat two sizes too big

DR. CHO: Marine biologist, sixties. Silver bob, round glasses, always a thermos.

LOCATIONS

THE HARBOUR: Container harbour at night. Cranes like gallows, sodium lamps, wet concrete.

PILOT HOUSE: Cramped glass cabin at the top of the pier. Radio, charts, a dying fern.

PAGE ONE (FOUR PANELS)

= The light goes out, and something answers.

EXT. THE HARBOUR - NIGHT

PANEL 1 [wide, establishing, bleed]
The whole harbour seen from out on the water. Rain. Every lamp is lit except
the lighthouse at the end of the mole: dark.

CAPTION (locale): Port Ansel. 3:12 a.m.

PANEL 2
MARA at the rail, collar up, squinting into the rain.

MARA: Forty years and it never went out.
: Not once.

SFX (radio): KRSSHHH

PANEL 3 [inset 2]
Close on the handset in her scarred fist.

DR. CHO (radio): Mara? Tell me you can still **see** it.

PANEL 4
Toby has appeared behind her, dripping, holding a torch far too big for him.
[[Keep him small in frame -- he has to look breakable on page 3.]]

TOBY (whisper)
Aunt Mara.
(cont)
It's not the light that's gone.

MARA (off, burst): Get *inside!*

PAGE TWO (3 PANELS)

INT. PILOT HOUSE - CONTINUOUS

PANEL 1
Toby slams the door. The fern falls off the sill.

SFX: WHUMP

PANEL 2 [silent]
Their two faces in the black window. Behind the reflection, a shape.

PANEL 3
ARTIST: Same framing as panel 2, but the shape is now on this side of the glass.

MARA (thought): Don't turn around.

PAGE THREE [splash]

PANEL
The creature fills the page, lighthouse lens in its chest like a heart.

TITLE: THE HARBOUR LIGHT
CAPTION (MARA): That was the night the sea gave it back.

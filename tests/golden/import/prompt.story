Title: The Harbour Light
Reading: left-to-right
Size: 768x1024

STYLE

art: high-contrast ink, neo-noir
palette: sodium orange on blue-black

CAST

MARA VOSS (Mara, the Captain): Harbour pilot. Tall, close-cropped grey hair, burn scar across the left hand.
    age: 34
    dress: oil-stained flight jacket

DR. CHO: Marine biologist, sixties. Silver bob, round glasses, always a thermos.

TOBY: Mara's nephew, missing front tooth.
    age: 11
    dress: yellow raincoat two sizes too big

LOCATIONS

THE HARBOUR: Container harbour at night. Cranes like gallows, sodium lamps, wet concrete.

PAGE 1

EXT. THE HARBOUR - NIGHT

PANEL 1 [wide, establishing, bleed]
The whole harbour seen from out on the water. Rain. Every lamp is lit except the lighthouse at the end of the mole: dark.

CAPTION (locale): Port Ansel. 3:12 a.m.

PANEL 2
MARA at the rail, collar up, squinting into the rain.

MARA VOSS: Forty years and it never went out.
MARA VOSS: Not once.
SFX (radio): KRSSHHH

PANEL 3 [inset 2]
Close on the handset in her scarred fist.

DR. CHO (radio): Mara? Tell me you can still see it.

PANEL 4
Toby has appeared behind her, dripping, holding a torch far too big for him.

TOBY (whisper): Aunt Mara.
TOBY (whisper, cont): It's not the light that's gone.
MARA VOSS (off, burst): Get inside!

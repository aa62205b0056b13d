Title: Everything at Once
Author: A. Writer
Language: en
Reading: left-to-right
Size: 768x1024

/* A block comment
over two lines. */
// a line comment

DEFINE sea = the grey Pacific

INCLUDE cast.story

LOCATIONS

THE PIER: A long pier.
    ref: lantern.png

PROPS

THE LANTERN: Signal lantern with a cracked lens.

STYLE

art: high-contrast ink

CONSTRAINTS

forbidden: text outside balloons

ATTACHMENTS

https://example.com/harbour-sketch.png (sketch)

# Act One

= A synopsis line.

PAGE ONE (3 PANELS)

EXT. THE PIER - NIGHT

PANEL 1 [wide, establishing, MARA VOSS: 1987]
The pier over {{sea}}. Mara lifts the lantern. [[A note to self.]] *Bold* words.

CAPTION (locale): Port Ansel. 3:12 a.m.
MARA VOSS (whisper, off): Forty years and it never went out.
: Not once.
MARA & TOBY: Run!
SFX (foghorn): HOOOOM
TEXT (sign): FISH
TITLE: THE NIGHT MARKET
ARTIST: The rope is cut, not untied.

PANEL 2 [closeup, same as 1]
美咲がランタンを持つ。灯台は暗い。

美咲（whisper）：重い。

TOBY ^
(not looking round)
~ Down in the harbour, down in the rain

> CUT TO:

PANEL 3
Nothing.

TOBBY: Who am I?

CLIP rain [5s, 720p, 16:9, from panel 1]

Rain runs down the glass.

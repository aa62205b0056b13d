Title: The Kite
Reading: left-to-right

STYLE

art: watercolour
note: soft light, no black outlines

STORY

premise: A boy loses a kite and finds a friend.

CAST

Tom (Tommy): A boy. age: nine.
    dress: red jumper

Gran: His grandmother.
    age: 71
    personality: patient, dry

LOCATIONS

The Hill: a bald green hill.

CONSTRAINTS

forbidden: text outside balloons
size: 512x512

[[Make me a four-page comic.]]

PAGE 1

PANEL 1
Tom runs up the hill.

PANEL 2 [wide]
sad

Gran: Let it go.
Tom & Gran (burst): Oh!
SFX: SNAP

PAGE 2 [splash]

EXT. HILL - DAY

PANEL 1
The kite, very small.

!Mood: quiet

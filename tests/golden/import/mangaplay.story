Title: Manga

CAST

MISAKI:

KENJI:

PAGE 3

INT. SCHOOL - DAY

PANEL 1 [wide]
The school yard.

PANEL 2 [close-up]
Misaki looks up. SFX in the air.

MISAKI: It's heavy.
SFX: GATA GATA
TITLE: The Fox | part one

PAGE 4

PANEL 1
[weird thing, 2x]

KENJI: Hi.
MISAKI: No.

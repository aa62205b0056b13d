Title: 302 Days of Soup
Author: Hana
Reading: vertical
Size: 512x1024
Language: en

CAST

HANA: 26. Bob cut, always a green scarf.

JUN (Jun-seo): Barista. Tall. Sleepy eyes.

MOM: Hana's mother; only ever seen on a phone.

# Episode 1

PAGE 1

EXT. CAFE STREET - DAY

PANEL 1 [tall]
Long scroll. Snow falls down the whole panel. At the very bottom, tiny: Hana.

PANEL 2
Hana's phone buzzes. On screen: MOM.

MOM (phone): Did you eat?

HANA: Yes, Mom.
HANA: (sigh)

PANEL 3 [silent, gutter: long]
Empty white.

PANEL 4
Jun looks up.

JUN: ...
HANA: !!
JUN (to himself): Oh no. She's here.

PANEL 5
TEXT MESSAGE (MOM): eat your soup!!
TEXT: eat your soup!!

SFX: buzz buzz
SFX

PANEL 6 [fade to black]
Black.

HANA V.O.: I didn't know it yet.
HANA (VO): It was day 1.

# Episode 2

PAGE 2

EXT. CAFE STREET - DAY

PANEL 1 [tall]
Long scroll. Snow falls down the whole panel. At the very bottom, tiny: Hana.

PANEL 2
Hana's phone buzzes. On screen: MOM.

MOM (phone): Did you eat?

HANA: Yes, Mom.
HANA: (sigh)

PANEL 3 [silent, gutter: long]
Empty white.

PANEL 4
Jun looks up.

JUN: ...
HANA: !!
JUN (to himself): Oh no. She's here.

PANEL 5
TEXT MESSAGE (MOM): eat your soup!!
TEXT: eat your soup!!

SFX: buzz buzz
SFX

PANEL 6 [fade to black]
Black.

HANA V.O.: I didn't know it yet.
HANA (VO): It was day 2.

# Episode 3

PAGE 3

EXT. CAFE STREET - DAY

PANEL 1 [tall]
Long scroll. Snow falls down the whole panel. At the very bottom, tiny: Hana.

PANEL 2
Hana's phone buzzes. On screen: MOM.

MOM (phone): Did you eat?

HANA: Yes, Mom.
HANA: (sigh)

PANEL 3 [silent, gutter: long]
Empty white.

PANEL 4
Jun looks up.

JUN: ...
HANA: !!
JUN (to himself): Oh no. She's here.

PANEL 5
TEXT MESSAGE (MOM): eat your soup!!
TEXT: eat your soup!!

SFX: buzz buzz
SFX

PANEL 6 [fade to black]
Black.

HANA V.O.: I didn't know it yet.
HANA (VO): It was day 3.


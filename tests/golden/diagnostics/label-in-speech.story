CAST

TOBY: A boy.

PAGE 1

PANEL 1
Rain.

TOBY
Aunt Mara.
SFX: WHUMP

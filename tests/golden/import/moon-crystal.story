CAST

Alice:

PAGE 1

PANEL 1
A field.

Alice (off): Hello?

PANEL 2
The moon.

Alice: Oh.
Alice: A moon.

PAGE 2

PANEL
Dark.

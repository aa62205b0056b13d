Title: Pan

CAST

MISAKI:

fox:

PAGE 1

PANEL
The shop.

MISAKI (off)
It's heavy.
(cont)
Really.

PANEL 2
fox: Hungry.

PAGE 2 [spread]

PANEL
Big picture.

# Chapter two

PAGE 3

PANEL 3
End.

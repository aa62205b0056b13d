Title: The Kite

CAST

NIA: Seven years old. Wears a red coat.

PAGE ONE (TWO PANELS)

EXT. A HILL - EVENING

PANEL 1 [wide]
A kite hangs in a bare tree. NIA looks up at it, hands in her pockets.

PANEL 2 [close-up]
NIA, very serious.

NIA: Come down when you are ready.

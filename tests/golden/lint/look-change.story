CAST

NELL: Dispatcher, white hair.

NELL / 1987: Dispatcher, long dark plait.

PAGE 1

INT. DISPATCH - NIGHT

PANEL 1
Nell at her desk.

PANEL 2 [NELL: 1987]
Nell puts down the receiver.

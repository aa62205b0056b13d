

Title: Space
PAGE 1


PANEL 1

Rain on a roof.   
  More of it.



MARA: Once.
TOBY: Twice.


# Act two
EXT. A PIER - NIGHT
PAGE 2
= A synopsis.
The page is grey.
PANEL 1
INT. A CABIN - NIGHT
Rain.
// goes with the rain
PANEL 2
Rain.

// goes with the panel below
PANEL 3

Rain.

EXT. A PIER - DAWN


PANEL 4
// right above a heading
// with another line

PANEL 5
// right above a heading
// with another line
CLIP x

It moves.

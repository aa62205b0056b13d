CAST

MISAKI:

PAGE ONE

PANEL 1
The shop.

MISAKI: It's heavy.
CAPTION (narrator): It was morning.
CAPTION: GATA
CAPTION: end

PANEL
A second panel
Rain.

PAGE 2

PANEL
More rain.

PAGE THREE

PANEL 1
Rain.

PAGE 3

PANEL 1
Rain.

PAGES 7-8

PANEL 1
Rain.

PAGE

PANEL 1
Rain.

Page Twelve [spread]

PANEL 1
Rain.

PAGE 021

PANEL 1
Rain.

CLIP drift [from page 12 panel 1]

It drifts.

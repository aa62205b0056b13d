PAGE 1

PANEL 1
Rain.

PANEL 2 [same as 1]
Rain.

PANEL 2 [inset 3a]
Rain.

PANEL 3a
Rain.

PANEL 3b [inset panel 3a]
Rain.

PANEL 7 [same as: 3b]
Rain.

PANEL
Rain.

PANEL 9 [same as 9, inset 7]
Rain.

CLIP drift [from panel 7, to panel 9]

It drifts.

PAGE TWO

PANEL Four
Rain.

PANEL five [same as four]
Rain.

CLIP again [from page 1 panel 7, to panel five]

It drifts.

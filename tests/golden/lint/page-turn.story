PAGE 1

PANEL 1
Rain.

PAGE 2

PANEL 1
More rain.

PAGE 3 [splash]

PANEL 1
The sea stands up.

CAST

MARA: A pilot.

MARA: Her aunt.

PAGE 1

PANEL 1
MARA: Hello.

CAST

MARA: Harbour pilot, tall,
burn scar across the hand.

PAGE 1

PANEL 1
MARA: Hello.

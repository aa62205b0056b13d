CAST

RIKER:

PAGE ONE

PANEL ONE
The bridge of the ship.

RIKER (off, shout): Shields!
CAPTION: Later.

PANEL TWO
Stars.

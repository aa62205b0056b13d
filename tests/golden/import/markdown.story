CAST

Alice:

Bob:

PAGE 1 (2 PANELS)

PANEL 1
Alice looks at the door. It is shut.

Alice (thought)
I wonder.
Really.

SFX: KNOCK

PANEL 2
The door opens.

Bob: Hello!

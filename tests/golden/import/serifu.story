CAST

Misaki:

Fox:

PAGE 1

PANEL 1
Morning. The shop.

Misaki (thought): It's heavy.
Misaki: Really heavy.
Misaki (whisper): Help.
SFX: GATA

[[rattle]]

NOTE: Keep the box small.

PANEL 2
The lid opens.

Fox: I'm hungry.
Fox: So hungry.

PAGES 2-3

PANEL
They run.

Misaki & Fox (shout): Aaah!

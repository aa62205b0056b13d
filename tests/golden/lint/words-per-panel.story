CAST

MARA: A pilot.

PAGE 1

PANEL 1
Mara at the rail.

MARA: Forty years I have looked at that light from this rail, in fog, in snow and in every storm.
: My mother looked at it before me, and hers before her, from the same spot, in the same coat.
: And now you come running up here with a torch and tell me that it has gone out.

CAST

MARA: A pilot.

PAGE 1

PANEL 1 [wide]
Mara at the rail.

MARA: Forty years I have looked at that light from this rail, in fog, in snow and in every storm.
: My mother looked at it before me, and hers before her.

PANEL 2 [close-up]
Mara at the rail.

MARA: Forty years I have looked at that light from this rail, in fog, in snow and in every storm.
: My mother looked at it before me, and hers before her.

PANEL 3 [wide]
Mara at the rail.

MARA: Forty years I have looked at that light from this rail, in fog, in snow and in every storm.
: My mother looked at it before me, and hers before her.

PANEL 4 [close-up]
Mara at the rail.

MARA: Forty years I have looked at that light from this rail, in fog, in snow and in every storm.
: My mother looked at it before me, and hers before her.

PANEL 5 [wide]
Mara at the rail.

MARA: Forty years I have looked at that light from this rail, in fog, in snow and in every storm.
: My mother looked at it before me, and hers before her.

PANEL 6 [close-up]
Mara at the rail.

MARA: Forty years I have looked at that light from this rail, in fog, in snow and in every storm.
: My mother looked at it before me, and hers before her.

PANEL 7 [wide]
Mara at the rail.

MARA: Forty years I have looked at that light from this rail, in fog, in snow and in every storm.
: My mother looked at it before me, and hers before her.

PANEL 8 [close-up]
Mara at the rail.

MARA: Forty years I have looked at that light from this rail, in fog, in snow and in every storm.
: My mother looked at it before me, and hers before her.

CAST

MARA: A pilot.

PAGE 1

PANEL 1
Mara at the rail.

MARA: Forty years I have looked at that light from this rail, in fog, in snow and in every storm.
: My mother looked at it before me, and hers before her.

PANEL 2
Mara at the rail.

MARA: Forty years I have looked at that light from this rail, in fog, in snow and in every storm.
: My mother looked at it before me, and hers before her.

PANEL 3
Mara at the rail.

MARA: Forty years I have looked at that light from this rail, in fog, in snow and in every storm.
: My mother looked at it before me, and hers before her.

PANEL 4
Mara at the rail.

MARA: Forty years I have looked at that light from this rail, in fog, in snow and in every storm.
: My mother looked at it before me, and hers before her.

PANEL 5
Mara at the rail.

MARA: Forty years I have looked at that light from this rail, in fog, in snow and in every storm.
: My mother looked at it before me, and hers before her.

PANEL 6
Mara at the rail.

MARA: Forty years I have looked at that light from this rail, in fog, in snow and in every storm.
: My mother looked at it before me, and hers before her.

PANEL 7
Mara at the rail.

MARA: Forty years I have looked at that light from this rail, in fog, in snow and in every storm.
: My mother looked at it before me, and hers before her.

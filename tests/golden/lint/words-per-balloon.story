CAST

MARA: A pilot.

PAGE 1

PANEL 1
Mara at the rail.

MARA: Forty years I have looked at that light from this rail, in fog, in snow and in the great storm, and not for one single night did it ever go out.

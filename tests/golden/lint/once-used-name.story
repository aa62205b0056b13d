CAST

MARA: A pilot.

PROPS

LANTERN: Of brass.

PAGE 1

PANEL 1
Mara lifts the lantern.

PANEL 2
Mara waits.

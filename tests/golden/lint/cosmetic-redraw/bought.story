CAST

MARA: Harbour pilot, grey hair.

LOCATIONS

THE HARBOUR: Cranes like gallows, wet concrete.

PAGE 1

EXT. THE HARBOUR - NIGHT

PANEL 1 [wide]
The whole harbour, seen from out on the water. Every lamp is lit except
the lighthouse.

CAPTION: "Port Ansel", 3:12 a.m.

PANEL 2
Mara at the rail, collar up, squinting into the rain.

MARA: It never went out -- not once.

PANEL 3
Close on the handset.

MARA: No.

PANEL 4
Rain on black water.

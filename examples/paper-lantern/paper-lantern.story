Title: Paper Lantern
Author: storyc
Language: en
Size: 1024x576
Preset: neutral

STYLE

art: brush and ink, wet-on-wet washes
palette: rain grey, neon pink and green in the puddles, one red lantern
lighting: only what the signs and the lantern give

CAST

OLD HAN (Han): Lantern maker. Thin as his own bamboo, eyebrows like two brushes, ink under every
    nail.
    age: 76
    dress: patched indigo jacket, straw sandals

MEI: His granddaughter. Gap between her teeth, rain hood too big.
    age: 8
    dress: yellow rain cape, red rubber boots

LOCATIONS

LANTERN STREET: A narrow street of closed shops in the rain. Neon signs doubled in the wet stones,
    wires overhead, a gutter running like a stream.

PROPS

THE LANTERN: A red paper lantern the size of a melon, with a candle stub and one patch of newspaper.

PAGE ONE (FOUR PANELS)

EXT. LANTERN STREET - NIGHT

PANEL 1 [wide, establishing]
Rain. The last lit window in the street. In it Old Han glues a square of newspaper over a hole in
the lantern, and Mei holds the candle.

OLD HAN: Paper forgives. You only have to ask it gently.

PANEL 2 [close-up]
Mei reads the newspaper patch, nose almost on it.

MEI: It says "continued on page nine".
OLD HAN (thought): So was I.

PANEL 3 [low angle]
The lantern set down on the running gutter, lit. Two reflections bend over it: one old, one very
small.

SFX (candle): fft

PANEL 4 [long, silent]
From above, the street a black ribbon with a red spark riding down it. Mei runs beside it, arms out.
Old Han stays behind in his doorway, one hand raised.

CLIP drifting-lantern [5s, 720p, 16:9, audio, seed 2187, from panel 3]

The red paper lantern drifts away down the gutter, turning slowly, its light sliding over wet stones
and neon reflections. The camera follows low behind it at the same pace. Rain rings open and close
on the water. The newspaper patch glows. Shallow focus, one unbroken move, no cut.

Title: The Cartographer of Small Hours
Author: N. N.
Size: 768x1024

CAST

ELEANOR PRYCE (Eleanor, Mrs. Pryce): Widow, sixty-one, tall; a map-maker's squint.

CONSTABLE DOWD (Dowd): Thirty. Moustache. Rain cape.

THE BOY: Nine, barefoot.

LOCATIONS

GREEK STREET: Soho, 1888. Fog, gaslight, wet cobbles.

PAGE 1 (NINE PANELS)

OKAY, SO THIS IS OUR OPENING PAGE, AND I THINK WE SHOULD SET THE TONE: NINE PANELS, A STRICT GRID, NOTHING FANCY. THINK OF IT AS A CLOCK FACE. THE PALETTE: SEPIA, BLACK, ONE SICK GREEN.

EXT. GREEK STREET - NIGHT

PANEL 1
OKAY, NOW IN THIS FIRST PANEL WE ARE LOOKING DOWN GREEK STREET AT ABOUT THREE IN THE MORNING. NOTE: THE GASLIGHTS SHOULD HAVE HALOES, AS IN WHISTLER. IN THE IMMEDIATE FOREGROUND, FROM BEHIND, WE SEE ELEANOR PRYCE: HEAD AND SHOULDERS ONLY, HER BONNET WET. OVER ON THE RIGHT THERE IS A SHOP WINDOW, AND THE LETTERING ON IT READS "J. PRYCE & SON, MAPS". SOUND: NONE. THE FEELING I'M AFTER IS THIS: SHE HAS WALKED THIS STREET EVERY NIGHT SINCE HE DIED. "WHY," WE ASK, "DOES SHE COME?"
In the middle distance: fog. In the far distance: more of it. Here's the thing: it never lifts.
Left to right: a barrow; a cat; Constable Dowd, asleep on his feet.

CAPTION: "I have measured it in paces: four hundred and eleven."

PANEL 2
Reverse angle. Now we see her face, and it is: nothing. A blank. Eleanor's eyes are the only thing moving. (If you can do the trick with the reflections, Dave, do it here. If not, no matter.)

ELEANOR: You'll catch your death, Constable.

DOWD: Ma'am?

PANEL 3
!INSERT: the boy's feet. Bare: blue with cold.

NO DIALOGUE.

PANEL 4
!CLOSE-UP: Dowd. His moustache, his astonishment. WIDE as we dare.

DOWD:
There was a boy, ma'am.
(pause)
There was: I saw him.

PANEL 5
!BACKGROUND: the map shop. FOREGROUND: Eleanor.
1888: a bad year. Time: 3:10. See http://example.com/greek-street for reference.

ELEANOR: "Which way?" he asked me. "Which way, Mrs. Pryce: north?"

PANEL 6
Caption box only; black.

CAPTION (ELEANOR): North is a habit.

PANEL 7
We are on the roof now: looking down. PAGE 1 OF THE MAP BLOWS PAST. Panel borders dissolve.
Note: the cat is gone.

THE BOY (off, small): Here.

PANEL 8
Eleanor turns.

ELEANOR (aloud, to nobody): Where?

PANEL 9
Same as panel 1, exactly. But: no Eleanor.

CAPTION (cont'd): Four hundred and twelve.

## Plow Nine

PAGE TEN (5 PANELS)

= Fifth door: a real one, with his daughter in it.

INT. THE DISPATCH ROOM - NIGHT

PANEL ONE [wide]
The green door flung open. Ruth fills it from post to post, knocking snow off her boots, all
business. [[Her father's entrance from page 4, without the smile.]]

RUTH: Generator's good for four hours. What's that.

PANEL TWO
AMOS (radio): Slide took the road below the Elbow. I'm not hu--
SFX (speaker): krrssh

Nell half out of her chair, one hand up as if to stop traffic. Ruth has not moved, but everything in
her has.

PANEL THREE [close-up, silent]
Ruth's face. She was seven.

PANEL FOUR
RUTH (weak): Say that's a recording.
NELL: It's a recording.

Two women and a loudspeaker, a metre between each of them.

PANEL FIVE
The channel lamp, blinking.

THE RELAY (radio, robot): Two. Messages. Waiting. For. Base.
RUTH & NELL: ***Two?***

PAGE ELEVEN (SIX PANELS)

= The rule, and the temptation.

INT. THE DISPATCH ROOM - CONTINUOUS

PANEL 1: Nell at the wall map, a finger on the ridge above the Elbow, where nothing is marked.

NELL: There was a relay. When the canyon ate a call, it kept it. It reads you the first line and then it waits.

PANEL 2: Ruth has come in as far as the desk. She is looking at the lamp, not at Nell.

RUTH: Waits for what.
NELL: No key, no message. No *copy*, no next one.

PANEL 3 [medium]
Nell sits. It takes her a long time to sit. Under her hand the crossword; her pencil has filled in
GONE without asking her.

NELL: He called at eleven fifty-two. I was away from this desk from ten to twelve until one minute past.
RUTH: Eleven minutes. I've read the inquiry.

PANEL 4 [extreme close-up]
Nell's finger on the main switch of the console. The lamp of channel four beside it, trusting.

NELL (thought): I have kept every minute of every night since.
NELL (thought, small): I can't keep this one.

PANEL 5
Ruth's hand comes down on the desk. Not on Nell's. Next to it.

RUTH (whisper): Don't you dare.

PANEL 6
Nell, caught, reaches past the switch and takes up the black telephone instead.

CAPTION (monologue): There was one person alive who had ever held that key.
SFX (telephone, small): rrr-tk rrr-tk rrr-tk

PAGE TWELVE (4 PANELS)

= Sixth door: she was ready before it rang.

INT. THE KITCHEN - NIGHT

PANEL 1 [wide]
Inez at her table in coat and hat, snowshoes already laced, hands folded on the oilcloth. The
scanner mutters on the bread bin. The lamp burns on the sill. On the wall the telephone jumps in its
cradle.

SFX (telephone): BRRRRING

PANEL 2 [close-up]
INEZ
(into the telephone)
Highways.
(cont)
Yes. I have a scanner too, Nell. I have been listening to him for nineteen minutes.

The cord trembles. The voice does not.

EXT. {{town}} - NIGHT

PANEL 3 [wide, silent, high angle]
The street, white from wall to wall. A very small upright figure, Inez, crosses it on snowshoes with
a light held out in front of her.

INT. THE DISPATCH ROOM - NIGHT

PANEL 4 [over-shoulder]
Over the shoulders of Nell and Ruth at the window: the light, nearer.

NELL: She's eighty-three.
RUTH: Where did she get that lamp.

## The Plug

PAGE 13 (SIX PANELS)

INT. THE DISPATCH ROOM - NIGHT

PANEL 1
Inez in the green doorway, snow on her hat, the lamp lighting her from below. Third person to stand
there; first one who looks at the floor.

INEZ: The stationery cupboard. Bottom shelf, behind the tree.

PANEL 2
Ruth on her knees throws paper chains, a plastic angel and half a reindeer out of a carton.

TEXT (carton): XMAS

RUTH
Why would anybody keep a radio
(joined)
in the Christmas box.

PANEL 3 [insert, silent]
In the carton lies the grey set, wound round and round with the tree lights.

PANEL 4
Nell unwinds it as if it might wake. Green flex falls in loops. [[One bulb is
missing. It was missing on page 4, too, for those who look.]]

INEZ: I packed it myself. It seemed right that they should share a box.

PANEL 5 [medium]
The set on the desk beside the console, one lamp, one button worn to the metal. Nell is on the floor
with the plug, feeling along the skirting board for the socket.

RUTH (off): One socket. In the whole building.

PANEL 6 [close-up]
ARTIST: The framing of page 4, panel 5: the socket low in the corner, the hand from the left.
Only the hand has aged.

Two fingers, wool cuff, the plug. The paper tag: 4.

INEZ (off, whisper): That was the plug, Nell.

PAGE 14 (5 PANELS)

= Seventh door. Nobody raises her voice.

INT. THE DISPATCH ROOM - CONTINUOUS

PANEL 1 [large]
Inez on the visitor's chair, feet not quite flat on the lino, hat in her lap. The lamp stands on the
desk between her and the others.

INEZ: I wanted a socket for the tree. I pulled out four at half past eleven, and I put it back at seven in the morning.
: You could have sat here all night, Nell. There was nothing to hear.

PANEL 2 [same as 1, silent]
Nobody has moved. The lamp flickers. Nell is on the floor with the plug in her hand.

PANEL 3 [close-up]
Inez, to the flame.

INEZ: They asked about your eleven minutes. I let them ask.

PANEL 4
Ruth standing over her, very big, with nothing to lift.

RUTH: Thirty-seven years.
INEZ: Yes.

PANEL 5 [close-up]
Nell pushes the plug home. In the corner of the panel the lamp of the grey set, lit.

NELL: Later.
: Ruth, hold the aerial.
SFX (button): TK

PAGE 15 (9 PANELS) [layout: nine-panel grid]

= The message, whole.

LETTERER: Balloons for Amos in the cab, captions everywhere else. Never both.

EXT. THE PASS - 1987

PANEL 1 [flashback, close-up, seed 1987]
Amos strapped sideways in the cab of Plow Nine, frost in his moustache, receiver at his chin. The
road outside the windscreen is vertical.

AMOS: Slide took the road below the Elbow. I'm not hurt. The plow is lying down and won't discuss it.

INT. THE DISPATCH ROOM - NIGHT

PANEL 2 [close-up]
Ruth, aerial wire held up in one fist like a lamp of her own.

CAPTION (AMOS): I've been up to the old snowshed. It isn't on your map. It's on mine.

EXT. THE PASS - 1987

PANEL 3 [flashback, long]
Amos a stroke of orange in blowing white, one arm across his eyes, the mile board beside him.

TEXT (mile board): 31
CAPTION (AMOS): North side of {{board}}. Walk {{paces}} paces, wind on your left cheek. Feel for an iron ring.

INT. THE DISPATCH ROOM - NIGHT

PANEL 4 [insert]
The tea-stained crossword. Over the printed squares, in pencil, in capitals:

TEXT (pencil): 31 NORTH. 40. LEFT CHEEK. RING.

INT. THE GALLERY - 1987

PANEL 5 [flashback]
Amos by match light: timber arches, an iron stove, a long dark.

CAPTION (AMOS): There's a stove. There's dry wood. There's a view I don't recommend.

INT. THE DISPATCH ROOM - NIGHT

PANEL 6 [close-up]
Inez's hands, one holding the other down.

CAPTION (AMOS): More of it wants to come. Nobody drives up here before light. **Nobody.** Tell the five o'clock.

EXT. THE PASS - 1987

PANEL 7 [flashback, insert]
In the cab. The mitten on its clothes peg, his thumb against it.

AMOS (small): Tell Ruthie I've got her mitten. She'll be turning the house over.

INT. THE DISPATCH ROOM - NIGHT

PANEL 8 [same as 2, silent]
Ruth. The fist with the aerial has not come down an inch.

EXT. THE PASS - 1987

PANEL 9 [flashback, same as 1]
Amos, receiver close, his eyes laughing for both of them.

AMOS
That's all of it. Say copy if you copy.
(cont)
I'll wait.

PAGE SIXTEEN [splash]

= Eighth door. The answer.

.ONE ROOM AND ONE MOUNTAIN - BOTH NIGHTS

PANEL [splash, bleed]
!ONE PICTURE, NO SEAM: on the left Nell bends over the grey set with her thumb on the button, Inez
and Ruth behind her at the edge of the lamplight. The curly cord runs from the receiver at her mouth
across the desk, off the end of it, out into driving snow, up a cliff, and into the fist of Amos,
who stands on the right with his own receiver at his ear and his head just lifting.

COLORIST: Tobacco meets slate exactly halfway along the cord.

NELL: Copy, Plow Nine.
CAPTION (floating): December 21, 11:52 p.m.

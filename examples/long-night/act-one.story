## The Desk

PAGE ONE (FIVE PANELS)

= A blackout, a crossword, and a switch that asks not to be closed.

EXT. {{town}} - NIGHT

PANEL 1 [wide, establishing, bleed]
A mountain town in a snowstorm with every window dark but one. Behind the roofs the road climbs into
nothing.

ARTIST: The one lit window is dispatch. Keep it the size of a match head; we will be coming back to it all issue.

CAPTION (locale): {{town}}. December 21, 11:38 p.m.

INT. THE DISPATCH ROOM - NIGHT

PANEL 2 [medium]
Nell at the long desk, glasses on the end of her nose, one lamp, cold tea, a crossword. Her clogs
are off. Snow ticks at the window.

DEV (radio): Base, Dev. I'm at tower six, I think. It's tower-shaped.
NELL: Read me the plate.

EXT. TOWER SIX - NIGHT

PANEL 3 [low angle]
Dev on a great smooth hump of snow, headlamp on a rusted switch box. Wind has him by the hood.
\PANEL 4 -- DO NOT CLOSE is stencilled on the breaker door behind him, in that order.

TEXT (switch box): LINE 6B. ISOLATED 1988.
DEV: "Line 6B. Isolated 1988." And then somebody's painted *do not close*. With a brush. They meant it.

INT. THE DISPATCH ROOM - NIGHT

PANEL 4
Nell, pencil over the crossword, thinks of a word she does not write. Behind her the wall map, the
round clock, a row of dark channel lamps.

NELL: The hospital has diesel till morning. I want it to have more. Close it.
: Four letters, "no longer with us". \_ \_ N \_.

EXT. TOWER SIX - NIGHT

PANEL 5 [close-up]
His one mitten, both hands on the lever, all his weight going down.

DEV (burst): If I die, nobody gets my truck! It's a *terrible* truck!
SFX (switch): KA-CHUNK

PAGE 2 [splash]

= First door. Under the boots.

PANEL 1 [splash, bleed]
A cross-section of the mountain. At the top, tiny, Dev on his hump of snow with the lever down. Four
metres beneath his boots, sealed in blue ice like a ship in a bottle, lies the ridge hut: frost
flowers on the planks, a 1987 calendar, a rack of dead batteries, and a tape machine on which one
red lamp has just come on. The reel has moved by the width of a finger.

COLORIST: The lamp is a dull ruby, not orange. Orange is not allowed to exist yet.
PROMPT: cutaway illustration, figure no taller than one twentieth of the page, storm above, stillness below

CAPTION (narrator): Four metres down, the mail woke up.
SFX (tape machine, small): tk
TITLE: THE LONG NIGHT

PAGE THREE (6 PANELS)

INT. THE DISPATCH ROOM - NIGHT

PANEL 1 [insert]
The row of channel lamps. Ten dark, one lit: the fourth.

SFX (lamp, small): tk

PANEL 2
Nell looks over her glasses at it the way one looks at a dog that has spoken.

THE RELAY (radio, robot): Channel. Four. One. Message.

PANEL 3
She pulls the microphone to her without taking her eyes off the lamp.

NELL: Dev, are you on four?
DEV (radio): I'm on one. There's a four?

CAPTION (editorial): Channel four: emergency relay, in service 1985 to 1988. --Ed.

PANEL 4 [close-up]
The little speaker, dust shaking on its cloth.

THE RELAY (radio, robot): Message. One. December. Twenty-first. Eleven. Fifty-two. P.m.

PANEL 5 [insert]
The wall clock. 11:41.

NELL (off): That's eleven minutes from now.

// storyc: ignore several-moments -- cup, cloth, face: the eye falls down it in one go
PANEL 6 [large]
Nell, close. Steam from the cup, then the cup going over, then nothing in her face at all.
[[The tea runs across the crossword. We read the wet crossword again on page 15.]]

AMOS (radio)
Base, Plow Nine.
(radio, cont)
Evening, Nell.

## Eleven Minutes

PAGE FOUR (SEVEN PANELS) [NELL: 1987, INEZ: 1987]

= Second door: the same room with everybody in it.

COLORIST: Pages 4 and 5 in tobacco and cream, like tea on paper. Amos's slicker is the first orange in the book. Make them wait for it.

INT. THE DISPATCH ROOM - 1987

PANEL 1 [wide, flashback]
The same room, the same clock, paper garlands, a tree with no lights. Young Nell at the desk, chin
on fist. In the green doorway, filling it, Amos in the slicker, knocking snow off his boots.

CAPTION (locale): The same desk. December 21, 1987.
AMOS: Who has the board tonight?
NELL: I do. All night. Be nice.

PANEL 2 [flashback]
He signs the plow log. She is already laughing.

AMOS: Then I'll be home for breakfast. Nobody gets lost on your board.
NELL: Nobody's ever *been* anywhere on my board. It's my third week.

PANEL 3 [insert, close-up, silent, flashback]
At the collar of the slicker, held by a clothes peg: the mitten. Red, small.

PANEL 4 [flashback]
Inez on a chair, the tree lights over her shoulder like a lasso, glaring along the skirting board.

INEZ: There is one socket in this building, and I have trained a department around it.

PANEL 5 [close-up, silent, flashback]
The socket by the floor. Two fingers with a whistle chain at the wrist draw out a plug. On the plug,
a paper tag: 4.

EDITOR: Do not let anybody add an arrow. A third of readers will miss it, and those will be the happy ones on page 14.

PANEL 6 [same as 5, silent, flashback]
The fingers push in the other plug.

PANEL 7 [large, flashback]
The tree blazes, one bulb short. Canteen people in the doorway, paper hats, a cheer. Inez allows
herself a smile. On the desk behind them, nobody's business, the grey set: its lamp is out.

SFX (everybody): AHHHH!

PAGE FIVE (5 PANELS) [NELL: 1987]

INT. THE DISPATCH ROOM - 1987

PANEL 1 [flashback]
The room empty now. Music from down the hall. Nell at the desk with nothing to do but glow in the
light of the tree. The clock says 11:50.

SFX (party, small): mm-tss mm-tss
NELL (mutter): Two minutes.

INT. THE CORRIDOR - 1987

PANEL 2 [tall, large, silent, flashback]
The whole corridor. Nell in wool socks on polished lino, mid-slide, plait flying, arms anywhere,
eyes shut. Her shoes stand side by side by the green door like two people who have been told to
wait.
[[This is the only full-figure joy in the book until the last panel. Spend ink on it.]]

PANEL 2a [inset 2, small, silent, flashback]
The clock through the door's glass: 11:52.

INT. THE DISPATCH ROOM - 1987

PANEL 3 [flashback]
Nell falls into her chair, pink, out of breath. The clock says 12:01.

NELL: Plow Nine, base. Radio check.

PANEL 4 [close-up, flashback]
The microphone. Behind it, out of focus, snow against the black window.

NELL (off): Plow Nine?
LETTERER: Same size as the line before. She is not worried yet; we are.

> CUT TO:

## The Bus

PAGE 6 (6 PANELS)

= Third door: who else is out tonight.

EXT. THE PASS - NIGHT

PANEL 1 [wide, bleed, long]
Now. The bus, nose down in a drift at the Elbow, one wiper still working. Ahead of it the road is
gone under a tongue of snow. Behind it, the same. The river is a long way down and not frozen.

CAPTION (locale): {{pass}}. The Elbow. Now.
SFX (wiper): thup ... thup

INT. THE BUS - NIGHT

PANEL 2
Tomas in the aisle, tie straight, pointing at one woollen head after another. The choir stares back,
robes over snowsuits.

TOMAS (translated): One, two, three, four, five.
TOMAS (translated): ...Five.

PANEL 3 [extreme close-up, silent]
Tomas's eyes.

PANEL 4 [low angle]
Two small boots sticking out from under the dashboard. Tools and a banana on the floor beside them.

JUNE (off): Six! I'm fixing the radio!

PANEL 5 [medium]
June slides out holding a dented receiver on a curly cord. On its side, half worn away, a department
crest.

TOMAS: It is not broken?
JUNE: No. It only has one channel, and nobody had turned it on.

PANEL 6 [close-up]
Mustard mitten on the key. On the dial there is one number, 4, and nowhere else to go.

JUNE: Hello. My name is June Park. I'm an alto.

PAGE SEVEN (SIX PANELS)

INT. THE BUS - NIGHT

PANEL 1
June, cross-legged on the driver's seat, reporting as if to a teacher. The children crowd behind
her.

JUNE: The snow came down in front and then behind. There are six of us and Mr. Tomas. Please bring a bigger bus.

PANEL 2 [reaction]
They wait. The speaker crackles. June's polite face.

THE RELAY (radio, robot): Thank. You. You. Are. Message. Two.

PANEL 3
TOMAS
(frowning at the dashboard)
Two of what?

JUNE
It's a queue, Mr. Tomas.
(to the receiver, kindly)
We can wait.

PANEL 4 [insert]
A window from inside. Snow has reached the bottom edge of the glass. The frame bends, by a hair.

SFX (window): krrk

PANEL 5
Tomas turns the key. The wiper stops halfway. Torchlight now, and breath.

TOMAS: No engine. The pipe is under the snow, and I will not have us go to sleep. We sing.
JUNE: What do we sing?
TOMAS: Everything.

PANEL 6 [wide]
From outside, through the one window still clear: round mouths, a torch for a moon.

@the choir (sing)
~ Keep a coal for the morning,
~ keep a chair by the door,
~ for the one who walks late
~ has walked this way before.

PAGES 8-9 (5 PANELS) [spread]

= Fourth door. The whole board.

EXT. THE PASS - NIGHT

PANEL 1 [wide, establishing, bleed]
Across both pages, the mountain at night as dispatch would draw it if dispatch could draw. The road
goes up from lower left to upper right like a crack in a plate. Four lights and no others. Bottom
left, the town and two windows. Centre, between two white tongues, the bus. Top right, Dev's
headlamp on its hump of snow.

ARTIST: No lines, no labels, no radio waves. The reader draws those.

CAPTION (narrator): Four lights in thirty miles.

PANEL 2 [inset 1, small]
Top right. Under the snow, the red lamp and the turning reel.

CAPTION (narrator): One was talking.

PANEL 3 [inset 1, small]
Bottom left. Nell, headset held to one ear as if it were hot.

CAPTION (narrator): One was listening.

PANEL 4 [inset 1, small]
Centre. June's mustard mittens around the receiver, waiting.

CAPTION (narrator): One was next.

PANEL 5 [inset 1, small]
Bottom left, the other window. Oilcloth, a scanner on a bread bin, an old woman's hand turning
up the wick of the lamp. The chimney is cracked.

CAPTION (narrator): And one had been lit for thirty-seven years.

## The Alto

PAGE SEVENTEEN (6 PANELS)

= The second message, and the date on it.

INT. THE DISPATCH ROOM - NIGHT

PANEL 1
Ruth, Nell and Inez around the grey set. For a second they look like people on a sofa.

THE RELAY (radio, robot): Thank. You. Message. Two. December. Twenty-second. Nineteen. Eighty-seven.
RUTH: He called again.

PANEL 2 [insert]
Nell's thumb on the button. It has found the hollow that older thumbs have made.

NELL (off, whisper): Go on, then.
SFX (button): TK

PANEL 3 [close-up]
The little grey speaker.

JUNE (radio): Hello. My name is June Park. I'm an alto.

PANEL 4 [reaction, silent, wide]
Ruth, Nell, Inez. Not one of them is breathing.

PANEL 5
NELL: Its clock stopped. It thinks it's still that night.
JUNE (radio): ...six of us and Mr. Tomas. Please bring a bigger bus.

Nell is already on her feet, the chair going over behind her.

PANEL 6 [extreme close-up]
Her mouth, the receiver, a fleck of tea.

NELL (burst): June, this is base! Are you there *now?*

PAGE EIGHTEEN (6 PANELS)

= Ninth door. The living.

EXT. THE PASS - NIGHT

PANEL 1 [wide, bleed]
Where the bus was there is a slope of clean snow, a strip of green roof, and one window the size of
a letterbox with light in it.

JUNE (off, electronic): We never left.

INT. THE BUS - NIGHT

PANEL 2
The children in one heap under the brown curtains. June, receiver in both mittens, has moved over so
that Tomas can lean in.

TOMAS: Six children, cold, none hurt. The windows have begun to talk.
NELL (radio): Does that radio come out?
JUNE: *Everything* comes out.

PANEL 3 [insert]
A crack runs across the glass from corner to corner.

SFX (window): KRRAK

INT. THE DISPATCH ROOM - NIGHT

PANEL 4
Nell flattens the wet crossword on the desk and reads it like scripture.

NELL: June, can you see a sign? Black numbers?
JUNE (radio): Thirty-one.
: It's wearing a hat.

PANEL 5
Ruth has her keys in her fist and the door half open. Nell holds the microphone in one hand and,
now, Ruth's sleeve in the other.

RUTH
(already leaving)
I can be at the Elbow in forty minutes.

NELL ^
North side, {{paces}} paces. Wind on your left cheek, June. All of you on one rope.

PANEL 6 [close-up]
The sleeve. The fist. The keys.

NELL: Nobody drives up before light.
RUTH: That's his order. It isn't yours.
NELL: It is now.

PAGE NINETEEN (EIGHT PANELS)

= Forty paces, and the line that carries them.

EXT. THE PASS - NIGHT

PANEL 1 [wide, silent, high angle]
Out of a hole in the snow, roped at the waist with brown curtains, come June, the children
and Tomas: six small figures and a large one. The bus roof groans behind them.

EXT. TOWER SIX - NIGHT

PANEL 2 [low angle]
Ice has made the cables thick as thighs. One of them lets go of its glass in a blue-white tear. Dev
ducks.

SFX (cable): FZZZT
DEV (burst): No no no! Base, six is dropping out!

INT. THE DISPATCH ROOM - NIGHT

PANEL 3
The lamp of the grey set goes to half. Nell with two microphones.

NELL: Dev, there's a relay near you. Keep it alive.
DEV (radio): There's nothing near me! There's a hill! I'm standing on a--

INT. THE RIDGE HUT - NIGHT

PANEL 4 [tall]
He has gone through the roof hatch to his armpits. His legs hang in lamplight over the turning reel.

DEV: --on a *shed*. Base, I have found a shed.

PANEL 5
Dev on the floor between dead batteries, jumper leads in his teeth, running them up to the snowcat's
battery, which he has dragged in by its strap.

DEV (small): So that's my heater, my headlights and my lift home. You're welcome.

EXT. THE PASS - NIGHT

PANEL 6 [long]
The rope of children against the wind. Snow to the smallest one's chest. You cannot see the mouths
but you can see that they are open.

THE CHOIR (sing, weak)
~ Leave a light on the mountain,
~ leave the latch off the pin,
~ there is one on the road yet
~ and the night's coming in.

TOMAS (thought): Thirty-eight. Thirty-nine.

PANEL 7 [close-up]
A mustard mitten sweeps snow off timber. Under it, rust and a curve of iron.

SFX (ring): CLANK

INT. THE GALLERY - NIGHT

PANEL 8 [over-shoulder]
From behind Tomas in the doorway. His torch finds their shadows on the rock wall one by one, and he
counts. Beyond the last child, very still, arms at its sides, stands something tall.

TOMAS: Four. Five. Six.
: Seven.

PAGE TWENTY (5 PANELS)

= Tenth door. It hung there the whole time.

INT. THE GALLERY - NIGHT

PANEL 1 [large]
The torch has it full on. The slicker, on a nail, orange as nothing else has been all night. Pegged
to its collar, the mitten.

JUNE: It's only a coat, Mr. Tomas.

COLORIST: This is the orange. All of it.

PANEL 2 [close-up]
Tomas takes off his tweed cap to it.

TOMAS (weak): Six. I have six.

PANEL 3 [insert, silent]
The iron stove, door open. Paper, kindling and split pine, laid so neatly that it might be a drawing
of a fire. On top, a jam jar of matches.

PANEL 4
The fire. Tomas, June and the children in front of it, seven faces with colour in them.

SFX (stove, large): FWOOMP

PANEL 5
June has wandered off along the rock wall with the torch, the radio bumping on its strap. Pencil
marks, rows of them, small and level.

JUNE: Base? Somebody wrote on the wall.
: Do you want me to read it or is it private?

PAGE TWENTY-ONE (SIX PANELS)

= What the wall says.

INT. THE GALLERY - NIGHT

PANEL 1 [close-up]
The pencil marks under the torch. June's finger below the line, the way they teach you.

TEXT (pencil on rock): 4 A.M. NO COPY FROM BASE.
JUNE: "Four a.m. No copy from base."

INT. THE DISPATCH ROOM - NIGHT

PANEL 2
Ruth, keys in hand, hasn't gone. She has slid down the green door and is sitting on the lino.

CAPTION (JUNE, spoken): "The five o'clock plow won't know about the Elbow. Going down to tell it."

PANEL 3 [medium]
Inez lays one finger on the cracked chimney of the lamp.

INEZ: I was the five o'clock plow.

EXT. THE PASS - 1987

PANEL 4 [flashback, wide, silent, INEZ: 1987]
Grey before dawn. Young Inez down from the cab of a plow, engine running, whistle in her mouth and
no breath to blow it. In the middle of the road stands the lamp, lit. One pace beyond it the world
is a white wall.

INT. THE DISPATCH ROOM - NIGHT

PANEL 5
Inez pushes the lamp across the desk, past Nell, to the edge where Ruth can reach it.

INEZ: It was standing in the road. I stopped for it.
CAPTION (JUNE, spoken): "Stove is laid for the next fellow. Slicker makes a flag. A. Hale."

PANEL 6 [wide, same as 5]
Ruth on the floor with the lamp in her lap. Inez on the chair. Nell between them with the receiver.
The round clock says 1:20.

RUTH: When's light.
NELL: Seven fifty-two.

THE CHOIR (radio, sing)
~ Keep a coal for the morning...

## The Board Is Clear

PAGES TWENTY-TWO & TWENTY-THREE (5 PANELS) [spread]

= Eleventh door. Open.

EXT. THE PASS - MORNING

PANEL 1 [wide, bleed, establishing]
Across both pages, the mountain from high up, and at last we can see it. Sun on the top third. From
lower left, throwing a white wing as high as a house, comes Ruth's plow, orange. High at the centre,
above the buried bus, one speck of the same orange is moving.

ARTIST: The same height and the same lens as pages 8 and 9, with the night taken off.

// Nobody speaks in the main picture. We tried. The mountain had the better line.

CAPTION (floating): 7:52

PANEL 2 [inset 1, close-up, silent]
Ruth through the windscreen. On the dashboard, lashed with a bootlace, the lamp.

PANEL 3 [inset 1]
June on the roof timbers of the gallery with the slicker tied by its sleeves to a snow pole.

JUNE (shout): Here! We're the ones waving!

PANEL 4 [inset 1]
The children tumble past Tomas into the light, and he touches every hat.

TOMAS: One, two, three, four, five, *six*.

PANEL 5 [inset 1]
Dev on the roof of the hut wrapped in a tarpaulin, white to the eyebrows.

DEV (radio): Base, Dev. I can see my truck from here.
: It's beautiful.

PAGE TWENTY-FOUR (8 PANELS)

= Last door. Nobody left in the queue.

INT. THE GALLERY - MORNING

PANEL 1 [insert, silent]
Ruth's hand, grease to the wrist, unclips the mitten. It would fit two of her fingers.

PANEL 2 [silent]
Ruth on her knees at the cold stove, sleeves pushed up. Paper, kindling, split pine. She lays it the
way the wall says.

INT. THE DISPATCH ROOM - MORNING

PANEL 3 [medium]
Sun in the room for the first time in the book. It does not flatter anyone. Inez and Nell at either
end of the desk, too tired to be enemies.

INEZ: I never asked what you were doing. The eleven minutes.

PANEL 4 [close-up]
Nell without her glasses.

NELL (mutter): Dancing.

PANEL 5 [insert]
The crossword under its tea stain. In the last four squares GONE has been struck out, and above it,
in pencil, is another word.

TEXT (pencil): _SENT_
THE RELAY (radio, robot): Channel. Four. No. Messages.

PANEL 6 [insert, silent]
The socket by the floor. Somebody has pushed in a double adapter. The plug with the paper tag;
beside it, on green flex, the other one.

PANEL 7 [small, silent]
Inez, hat on, alone in the room with a cardboard carton and a plastic angel, lit red and blue and
green.

INT. THE CORRIDOR - MORNING

PANEL 8 [tall, large, borderless, silent]
The whole corridor, sun from the far window the length of the lino. A pair of clogs side by side by
the green door. Nell in wool socks, mid-slide, cardigan flying, arms anywhere, eyes shut.

ARTIST: The framing of page 5, panel 2: floor level, shoes in front, the whole length of the hall.
NOTE: Leave the foot of the page empty. No "end".

> FADE TO WHITE.

CLIP wool-socks [6s, 720p, 3:4, audio, seed 1152, from panel 8]

The drawing comes to life for the length of one slide. Nell glides down the sunlit corridor away
from us in her wool socks, unsteady, arms out, cardigan lifting. Dust turns in the light. The camera
stays by the clogs and does not follow. A tinny dance tune from a room nearby, a laugh that
surprises her, then only the hum of the building.

Title: Your First Poster
Series: Welcome to the Studio
Author: storyc
Language: en
Preset: comicBookStyle
Size: 768x1024

/* Onboarding comic for the owners of small print shops: from a customer's phone picture to a parcel
   on the counter. Two pages of four panels, so the whole comic is one request. */

STYLE

art: clean commercial linework, flat colours, friendly rounded lettering
palette: cream paper, navy, one coral accent
lighting: warm daylight from a shop window

STORY

premise: A shop owner turns a customer's worst photograph into the poster he will keep for life.
tone: warm, brisk, a little proud

CONSTRAINTS

forbidden: real brand names, legible user interface text
consistency: Iris keeps the coral pencil behind her left ear in every panel

CAST

IRIS: Runs the studio alone. Broad shoulders, short silver-flecked curls, a coral pencil behind her
    left ear.
    age: 44
    gender: female
    role: print shop owner
    personality: practical, quick, kind
    catchphrase: Let me see it big.
    dress: navy apron over a white shirt, sleeves rolled

MR. BELL (Bell): A customer who thinks he is wasting her time. Tall, stooped, hat held in both
    hands.
    age: 71
    gender: male
    role: customer
    dress: grey raincoat

LOCATIONS

PRINT STUDIO: A bright shop one room deep. Sample posters on cream walls, a wide printer like a
    piano, a packing table under the window.

PAGE 1 (4 PANELS)

INT. PRINT STUDIO - MORNING

PANEL 1 [wide, establishing]
Iris looks up from the packing table. Mr. Bell stands just inside the door, holding out a phone as
if it were a parking ticket.

TEXT (sign): WE PRINT ANYTHING
MR. BELL: It's only a snapshot. It isn't even sharp.

PANEL 2 [over-shoulder]
Over Iris's shoulder we see the phone: a blurred terrier in mid-air above a beach, ears out like
wings.

IRIS: Let me see it big.

PANEL 3 [medium]
Iris at the screen, coral pencil now pointing. The blurred picture is there, small; beside it the
same leap is drawn as a bold comic panel, every whisker clear.

CAPTION: Step one. Drop in the picture. Choose a style.

PANEL 4 [reaction]
Mr. Bell has forgotten about his hat. It lies on the floor.

MR. BELL (small): That's him. That's *exactly* how he landed.

PAGE 2 (4 PANELS)

PANEL 1 [wide]
The poster slides out of the wide printer, dog first. Iris has one hand under the paper like a
midwife.

CAPTION: Step two. Check the proof. Press print.
SFX (printer): vmmmmm

PANEL 2 [insert, silent]
Only hands, busy with a sheet of tissue, a cardboard tube, a twist of coral string.

PANEL 3
Iris at the packing table, writing an address. Mr. Bell, mortified, digs in his raincoat.

MR. BELL: What do I owe you for the trouble?
IRIS: For the poster, the usual. For the jump, nothing.

PANEL 4 [long]
Seen from the street: Mr. Bell walks away with the tube under his arm, taller than when he came.
Behind the window, Iris pins a small print of the terrier among her samples.

CAPTION: Step three. Make room on the wall.

Title: The Long Night
Series: One-Shots from the Pass
Issue: 1
Credit: written by
Author: storyc
Draft date: 2 March
Revision: Draft 4 (blue)
Contact: examples@example.com
Copyright: Written for storyc. Use it as you like.
Notes: Twenty-four pages, cover not included. Every page turn is a door.
    If you move a panel, check that the door still opens on an even page.
Language: en
Reading: left-to-right
Size: 768x1024
Preset: comicBookStyle
Layout: auto
Lettering: art

/* How this script is filed:

   long-night.story   the title page and the rules of the house (this file)
   cast.story         who, where and what
   act-one.story      pages 1-9
   act-two.story      pages 10-16
   act-three.story    pages 17-24 and the clip

   /* Draft 3 had a fourth act, set in the spring. The spring did not need us. */
*/

// Words we kept changing. Change them here.
DEFINE pass = Cinder Pass
DEFINE town = Lumsden Forks
DEFINE board = mile board 31
DEFINE paces = forty

INCLUDE cast.story

STYLE

genre: winter thriller with nobody to blame and one person responsible
art: confident brush ink, dry-brush snow, small faces in large weather, clean gutters
palette: slate blue and bone for the night, tobacco brown for 1987. One orange: the slicker,
    the plow, the dawn. Nothing else is ever orange.
lighting: a single lamp in every interior; snow carries the rest
camera: long and level for the mountain, close and still for anybody listening

STORY

premise: A forgotten radio relay wakes up and delivers a dead man's last message thirty-seven
    years late, while six children wait behind it in the queue.
conflict: Before anyone can hear the living, two old women have to hear the dead.
tone: dry, tender, exact
ending: A call is only late if nobody needs it.

CONSTRAINTS

forbidden: text outside balloons, captions, effects and signs; ghosts; breath that glows
consistency: THE GREY SET has one button and one lamp. THE LAMP has a cracked chimney. Six children,
    never five, except where the script counts them wrong on purpose.

# Act One: One Message

INCLUDE act-one.story

# Act Two: No Copy, No Next

INCLUDE act-two

# Act Three: First Light

INCLUDE act-three.story

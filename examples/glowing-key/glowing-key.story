Title: The Glowing Key
Author: storyc
Language: en
Size: 1024x1024
Preset: neutral

STYLE

art: soft ink line with watercolour washes
palette: library browns and dusk blue, one warm gold kept for the key

STORY

premise: An apprentice who is never picked for anything finds out what has been waiting for her.
ending: The smallest reader in the room opens the oldest door.

CAST

WREN: The library's youngest apprentice. Round face, freckles, a pencil stuck in a braid that will
    not stay tied.
    age: 12
    gender: female
    role: apprentice librarian
    personality: curious, stubborn, hopeful
    catchphrase: One more shelf.
    dress: plum work smock with rolled sleeves, scuffed boots

LOCATIONS

THE LIBRARY (the reading room): Round stone library after closing time. Shelves five storeys high,
    brass ladders, dust in the last light.

PROPS

THE KEY: Brass key as long as a hand. It glows like a coal that somebody is blowing on.

PAGE ONE (FOUR PANELS)

INT. THE LIBRARY - DUSK

PANEL 1 [wide, establishing]
Wren, tiny at the top of a very long ladder, dusting the last of ten thousand books. All the other
stools are empty.

WREN: One more shelf.

PANEL 2 [close-up]
Her duster has nudged a book aside. From the gap behind it, gold light falls across her face.

SFX (small): hmmm

WREN (whisper): You're not a book.

PANEL 3 [insert, silent]
The key on her open palm. Every shadow in the room leans away from it.

PANEL 4 [tall, low angle]
At the foot of the ladder a whole bookcase has swung open like a door. Behind it, stairs go up and
up, lit from above. Wren stands on the threshold with the key held out in front of her and a grin
she cannot help.

WREN: *Definitely* one more shelf.

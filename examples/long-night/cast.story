// Bible for The Long Night. Ages are tonight's unless the entry says 1987.

CAST

NELL BRANDT (Nell): Night dispatcher for the Highways Department. Square hands, reading glasses on a
    cord, white hair cut by herself. Has not worked a day shift since 1987.
    age: 59
    gender: female
    role: night dispatcher
    personality: procedural, dry, unhurried
    catchphrase: Read me the plate.
    dress: grey cardigan with leather elbows, wool socks, clogs that she kicks off

NELL BRANDT / 1987 (young Nell): Long dark plait, no glasses, cannot sit still.
    age: 22
    personality: quick, teasing, restless
    dress: home-knit sweater with one reindeer, corduroy skirt, wool socks

INEZ SALAZAR (Inez): Retired superintendent of the Highways Department. Small, upright, weathered
    like a fence post. Speaks in whole sentences.
    age: 83
    gender: female
    role: retired superintendent
    personality: formal, exact, tired of being right
    dress: long dark wool coat, felt hat, wooden snowshoes

INEZ SALAZAR / 1987 (young Inez): Black hair pinned hard, in charge of everything including the
    tree.
    age: 46
    role: superintendent
    personality: brisk, proud of her inventory
    dress: department blazer, whistle on a chain

RUTH HALE (Ruth, Ruthie): Plow driver and mechanic, Amos's daughter. Big shoulders, cropped dark
    hair, grease to the elbow. Asks questions without question marks.
    age: 44
    gender: female
    role: plow driver
    personality: blunt, quick to move, slow to speak
    dress: dark blue coverall, watch cap

AMOS HALE (Amos): Driver of Plow Nine in 1987. Long face, moustache with frost in it, laughs with
    his eyes only.
    age: 41
    gender: male
    role: plow driver, lost in 1987
    personality: courteous, patient, funny when it is bad
    catchphrase: A view I don't recommend.
    dress: the orange slicker over a brown parka

DEV MENON (Dev): Line technician, new to the valley. Thin, round glasses that ice over, talks to
    equipment.
    age: 26
    gender: male
    role: line technician
    personality: nervous, generous, never silent
    dress: padded grey line suit, headlamp, one mitten

TOMAS WIEK (Tomas, Mr. Tomas): Drives the school bus. Round, grave, moustache like a broom. Counts
    when he is afraid.
    age: 52
    gender: male
    role: bus driver
    personality: careful, formal, brave without noticing
    dress: quilted brown vest, tweed cap, tie

JUNE PARK (June): Sings alto. Blunt fringe, missing eye tooth, pockets full of useful things.
    age: 10
    gender: female
    role: choir member, radio operator by default
    personality: literal, cheerful, unstoppable
    catchphrase: I'm an alto.
    dress: white choir robe over a snowsuit, mustard mittens

THE CHOIR (the children): Five singers from eight to twelve, three girls and two boys. Robes over
    snowsuits, scarves, fogged breath.

THE RELAY (relay): A voice, not a person. A woman recorded in 1985 one word at a time, then cut
    together. Every word is polite and none belongs to the next.

LOCATIONS

THE DISPATCH ROOM (dispatch): One room with a long desk, a wall map of the road, a row of channel
    lamps, a round clock and exactly one wall socket. Lino floor, green door to the corridor.

THE CORRIDOR: Twelve metres of polished lino between the dispatch room and the canteen. Coat hooks,
    one window at the far end.

THE PASS (Cinder Pass): A two-lane mountain road cut into a cliff. Hairpin called the Elbow, snow
    poles, the river a long way down.

TOWER SIX (the tower): Steel power pylon on the ridge. Switch box at shoulder height, red paint on
    the door, snow to the second brace.

THE RIDGE HUT (the hut): Plank hut buried to the roof hatch under tower six. Tape machine, battery
    rack, a calendar from 1987.

THE BUS: A Highways crew bus sold to the school. Faded green, department crest still showing through
    the paint. Bench seats, brown curtains.

THE GALLERY: Disused railway snowshed beside the road: timber arches, rock wall, an iron stove, one
    door with a ring.

THE KITCHEN: Inez's kitchen across the road from dispatch. Oilcloth, wall telephone, a scanner on
    the bread bin, a lamp on the sill.

PROPS

THE GREY SET (the set): Desk radio from 1985, grey enamel. One lamp, one button worn to bare metal,
    a plug with a paper tag that says 4.

THE LAMP: Storm lantern, tin, with a cracked glass chimney.

THE SLICKER: Long orange oilskin with a department crest. A child's red mitten is pegged to the
    collar.

THE MITTEN: Red, left hand, knitted for somebody of seven.

THE TREE LIGHTS: One string of fat coloured bulbs on green flex.

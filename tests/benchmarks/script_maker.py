"""Scripts of any length that read like real ones: the same text for the same number of pages, on every machine."""

from collections.abc import Iterator
from random import Random

PANELS_PER_PAGE = 6

HEAD = """\
Title: The Long Night
Series: Night Pilots
Author: A. Writer
Language: en
Size: 768x1024

STYLE

art: high-contrast ink, neo-noir
palette: sodium orange on blue-black

CAST

"""
PEOPLE = {
    "MARA VOSS": "Mara, the Captain",
    "TOBY": "the boy",
    "DR. CHO": "Cho",
    "OLD ENZO": "Enzo",
    "LIEUTENANT ABARA": "Abara",
    "JUN": "the courier",
    "SISTER AGATHE": "Agathe",
    "THE KEEPER": "Keeper",
    "WREN": "the girl on the roof",
    "MAYOR DALTON": "Dalton",
    "NILS": "the mechanic",
    "PRIYA": "Dispatch",
}
PLACES = ("THE HARBOUR", "PILOT HOUSE", "THE MOLE", "FISH MARKET", "LIGHTHOUSE STAIRS", "NIGHT FERRY")
TIMES = ("NIGHT", "DAWN", "CONTINUOUS", "LATER", "DUSK")
TAGS = (
    "wide",
    "close-up",
    "low angle",
    "high angle",
    "medium",
    "over-shoulder",
    "pov",
    "establishing",
    "bleed",
    "tall",
)
MODIFIERS = ("", "", "", "", " (off)", " (whisper)", " (burst)", " (thought)", " (radio)", " (small)")
SOUNDS = ("KRSSHHH", "WHUMP", "TK TK TK", "SKREEE", "THOOM", "DRIP")
SUBJECTS = (
    "The rain",
    "A gull",
    "The crane above them",
    "Her lamp",
    "The whole crew",
    "A rope",
    "The black water",
    "His coat",
)
VERBS = ("hangs over", "leans against", "slides past", "vanishes behind", "throws light on", "waits beside", "circles")
OBJECTS = (
    "the wet concrete of the quay",
    "a stack of rusted containers",
    "the last lit window of the pilot house",
    "the rail at the end of the mole",
    "an empty boat that nobody has claimed",
    "the shape that moves under the surface",
)
LINES = (
    "Forty years and it never went out, not in any storm I ever saw.",
    "Tell me you can still **see** it from where you are standing.",
    "It's not the light that's gone. Something is standing in front of it.",
    "Get *inside*, bar the door, and do not open it until I knock twice.",
    "You hear that? Nobody has sounded that horn since before I was born.",
    "We had a deal, Captain. The sea keeps its side. When do you keep yours?",
)


def make_script(pages: int, panels: int = PANELS_PER_PAGE) -> str:
    """Return a script with a cast, places and so many pages of so many panels, about eight lines a panel and 45 bytes a line."""
    return "".join(f"{line}\n" for line in _lines(Random(pages), pages, panels))


def _lines(chance: Random, pages: int, panels: int) -> Iterator[str]:
    yield from HEAD.splitlines()
    for name, alias in PEOPLE.items():
        yield f"{name} ({alias}): {_sentence(chance)}"
        yield f"    age: {chance.randint(9, 80)}"
        yield ""
    yield from ("LOCATIONS", "")
    for place in PLACES:
        yield from (f"{place}: {_sentence(chance)}", "")
    for page in range(1, pages + 1):
        yield from (f"PAGE {page} ({panels} PANELS)", "")
        if page % 4 == 1:
            yield from (f"{chance.choice(('INT.', 'EXT.'))} {chance.choice(PLACES)} - {chance.choice(TIMES)}", "")
        for panel in range(1, panels + 1):
            yield from _panel(chance, panel)


def _panel(chance: Random, number: int) -> Iterator[str]:
    tags = f" [{', '.join(chance.sample(TAGS, chance.randint(1, 2)))}]" if chance.random() < 0.6 else ""
    yield f"PANEL {number}{tags}"
    yield from (f"{_sentence(chance)} {_sentence(chance)}" for _ in range(chance.randint(1, 2)))
    yield ""
    yield from _speech(chance)
    extra = chance.random()
    if extra < 0.3:
        yield from (f"SFX: {chance.choice(SOUNDS)}", "")
    elif extra < 0.55:
        yield from (f"CAPTION ({chance.choice(('locale', 'narrator'))}): {_sentence(chance)}", "")
    elif extra < 0.65:
        yield from (f"ARTIST: {_sentence(chance)}", "")
    elif extra < 0.7:
        yield from (f"[[{_sentence(chance)}]]", "")
    else:
        yield from _speech(chance)


def _speech(chance: Random) -> Iterator[str]:
    speaker = chance.choice(list(PEOPLE))
    if chance.random() < 0.2:
        yield from (speaker, chance.choice(LINES), "")
    else:
        yield f"{speaker}{chance.choice(MODIFIERS)}: {chance.choice(LINES)}"
        if chance.random() < 0.25:
            yield f": {chance.choice(LINES)}"
        yield ""


def _sentence(chance: Random) -> str:
    return f"{chance.choice(SUBJECTS)} {chance.choice(VERBS)} {chance.choice(OBJECTS)}."

"""A scene heading -> inside or outside, place and time."""

import re

from .brief import Scene
from .lexicon import light_of

_HEADING = re.compile(
    r"(?P<interior>INT\.?/EXT|EXT\.?/INT|I/E|INT|EXT|EST)(?:\. ?|\s)(?P<rest>.*)", re.IGNORECASE | re.DOTALL
)
_DASH = re.compile(r" [-–—] |－|・")
_GOES_ON = frozenset({"continuous", "later", "same", "same time", "moments later", "続き", "同"})


def read_scene(heading: str, running_time: str = "") -> Scene:
    """Return what a heading like `EXT. THE HARBOUR - NIGHT` names; `running_time` is the last time named before it."""
    found = _HEADING.match(heading)
    interior, rest = (found["interior"].upper(), found["rest"]) if found else ("", heading)
    place, time = _place_and_time(rest)
    goes_on = not time or time.casefold() in _GOES_ON
    return Scene(
        interior="" if not interior else "INT" if interior == "INT" else "EXT",
        place=place,
        time=time,
        running_time=running_time if goes_on else time,
    )


def _place_and_time(text: str) -> tuple[str, str]:
    """Split at the dash before the first part that names a light, `THE PIER - NIGHT - RAIN`; at the last dash if none does."""
    dashes = list(_DASH.finditer(text))
    if not dashes:
        return text.strip(" .-"), ""
    parts = [
        text[a.end() : b] for a, b in zip(dashes, [*(dash.start() for dash in dashes[1:]), len(text)], strict=True)
    ]
    lit = [dash for dash, part in zip(dashes, parts, strict=True) if light_of(part) != "plain"]
    dash = lit[0] if lit else dashes[-1]
    return text[: dash.start()].strip(" .-"), text[dash.end() :].strip(" .")

"""A scene heading -> inside or outside, place and time."""

import re

from .brief import Scene

_HEADING = re.compile(
    r"(?P<interior>INT\.?/EXT|EXT\.?/INT|I/E|INT|EXT|EST)(?:\. ?|\s)(?P<rest>.*)", re.IGNORECASE | re.DOTALL
)
_DASHES = (" - ", " – ", " — ", "－", "・")
_GOES_ON = frozenset({"continuous", "later", "same", "same time", "moments later", "続き", "同"})


def read_scene(heading: str, running_time: str = "") -> Scene:
    """Return what a heading like `EXT. THE HARBOUR - NIGHT` names; `running_time` is the last time named before it."""
    found = _HEADING.match(heading)
    interior, rest = (found["interior"].upper(), found["rest"]) if found else ("", heading)
    place, time = rest, ""
    for dash in _DASHES:
        before, mark, after = rest.rpartition(dash)
        if mark:
            place, time = before, after
            break
    place, time = place.strip(" .-"), time.strip(" .")
    goes_on = not time or time.casefold() in _GOES_ON
    return Scene(
        interior="" if not interior else "INT" if interior == "INT" else "EXT",
        place=place,
        time=time,
        running_time=running_time if goes_on else time,
    )

"""Takes sluglines apart: `INT./EXT. PLACE - TIME [tags]`."""

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from storyc.diagnostics import Diagnostic, codes
from storyc.storyboard import Setting
from storyc.syntax import DASHES, LONG_DASHES, Slug
from storyc.text import Source

from .declaring import Declarations
from .entries import clean
from .interpolation import interpolate
from .saying import place, replacement

_SLUG = re.compile(r"(int\.?/ext|ext\.?/int|i/e|int|ext|est)[.\s]\s*", re.IGNORECASE)
# white space is looked at from its beginning only, or a long run of it would take for ever
_TAGS = re.compile(r"(?:(?<!\s)\s++)?\[([^\[\]]*)\]\s*\Z")
_DASH = re.compile(rf"(?<!\s)\s++[{DASHES}]\s+|(?:(?<!\s)\s++)?[{LONG_DASHES}]\s*")
_TIME = r"""(?:^|(?<=\W))(?:
        day|night|morning|afternoon|evening|dawn|dusk|noon|midnight|midday|sunrise|sunset|twilight|daybreak|nightfall|hour|continuous|later
        |jour|nuit|matin|soir|soirée|aube|crépuscule|midi|minuit|tag|nacht|morgen|abend|mittag|mitternacht|dämmerung
        |día|noche|mañana|tarde|atardecer|amanecer|mediodía|medianoche|giorno|notte|mattina|sera|alba|tramonto|dia|noite|manhã
        |[昼夜朝夕晨晩]|夕方|深夜|早朝|夜明け|黄昏|続き|낮|밤|아침|저녁
    )(?:\s*\(.*\)|\s+\d+)?\Z"""
"""As a text: only a slugline with several dashes needs it compiled."""
_LONGEST_TIME = 60
"""No more characters than these are looked at for the time that they end with."""
_INTERIORS: dict[str, Literal["INT", "EXT", "EST", "INT/EXT"]] = {
    "int": "INT", "ext": "EXT", "est": "EST", "int/ext": "INT/EXT", "ext/int": "INT/EXT", "i/e": "INT/EXT",
}  # fmt: skip


class Scenery(Struct, frozen=True, gc=False):
    """A setting, and the tags that stood behind it."""

    setting: Setting
    tags: str = ""
    tags_at: int = 0


def read_slug(
    slug: Slug, source: Source, declared: Declarations, definitions: Mapping[str, str], said: list[Diagnostic]
) -> Scenery:
    """Return the setting of a slugline; a place that is nearly a declared one is reported."""
    text = slug.text
    tags, tags_at = "", 0
    if found := _TAGS.search(text):
        tags, tags_at, text = found[1], slug.text_at + found.start(1), text[: found.start()]
    heading = interpolate(clean(text), definitions)
    prefix = _SLUG.match(heading)
    interior = _INTERIORS[prefix[1].lower().replace(".", "")] if prefix else ""
    rest = heading[prefix.end() :] if prefix else heading
    where, time = _place_and_time(rest, declared)
    location = declared.locations.find(where) or ""
    if where and not location:
        _check_place(where, slug, source, declared, said)
    return Scenery(Setting(heading, interior, where, location, time), tags, tags_at)


def _place_and_time(text: str, declared: Declarations) -> tuple[str, str]:
    """Split before the first part that is a time, `PIER - NIGHT - RAIN`, at the last dash if none is one; but not inside a declared place."""
    if text in declared.locations:
        return text, ""
    dashes = list(_DASH.finditer(text))
    if not dashes:
        return text.strip(), ""
    parts = ((dash, text[dash.end() : following.start()].rstrip()) for dash, following in pairwise(dashes))
    flags = re.IGNORECASE | re.VERBOSE
    split = next((dash for dash, part in parts if re.search(_TIME, part[-_LONGEST_TIME:], flags)), dashes[-1])
    return text[: split.start()].strip(), text[split.end() :].strip()


def _check_place(where: str, slug: Slug, source: Source, declared: Declarations, said: list[Diagnostic]) -> None:
    meant = declared.near_place.find(where)
    if meant is None:
        return
    found = slug.text.find(where)
    label = place(
        source,
        *(
            (slug.text_at + found, slug.text_at + found + len(where))
            if found >= 0
            else (slug.span.start, slug.span.end)
        ),
    )
    said.append(
        Diagnostic(
            codes.UNKNOWN_LOCATION,
            f"`{where}` is not among the locations",
            label,
            helps=(f"did you mean `{meant}`?",),
            fixes=(replacement(label, meant),),
        )
    )

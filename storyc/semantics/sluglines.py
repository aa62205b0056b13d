"""Takes sluglines apart: `INT./EXT. PLACE - TIME [tags]`."""

import re
from collections.abc import Mapping
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
    """Split at the last dash, unless a declared place has a dash in its name."""
    if text in declared.locations:
        return text, ""
    dashes = list(_DASH.finditer(text))
    if not dashes:
        return text.strip(), ""
    return text[: dashes[-1].start()].strip(), text[dashes[-1].end() :].strip()


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

"""Reads the tags of pages, panels and sluglines."""

import re
from collections.abc import Collection, Iterable

from msgspec import Struct

from storyc.diagnostics import Diagnostic, Label, codes
from storyc.storyboard import Framing, PageKind
from storyc.syntax import COMMAS, Heading, Tag
from storyc.text import Source, Span

from .declaring import Declarations
from .saying import place, replacement, unknown_word
from .service import PRESETS, SIZES, nearest_size
from .vocabulary import FRAMINGS, PAGE_KINDS, PAGE_TAGS, PANEL_VALUE_TAGS

_SIZE = r"(\d{1,6})\s*[xX×]\s*(\d{1,6})\Z"
_VALUED = r"(inset|same as|seed|pin)\b\s*(?:in\s+)?(?:panel\s+)?(.+)\Z"
_MAX_SEED = 2**32 - 1


class PanelTags(Struct):
    """What the tags of a panel say."""

    framing: tuple[Framing, ...] = ()
    unknown: list[str] = []
    """Tags outside the vocabulary, as written."""
    inset: str = ""
    """The panel that it lies in, as written."""
    same_as: str = ""
    """The panel whose framing it repeats, as written."""
    seed: int | None = None
    pin: str = ""
    looks: dict[str, str] = {}
    references: list[tuple[str, Label]] = []
    """The other panels that are named, each with the place where it is."""


class PageTags(Struct, gc=False):
    """What the tags of a page say."""

    kind: PageKind = "page"
    preset: str = ""
    size: str = ""
    layout: str = ""
    unknown: list[str] = []
    """Tags outside the vocabulary, as written."""
    looks: dict[str, str] = {}


class TagReader:
    """Reads the tags of panels. Headings repeat each other, so what tags of framing say is found out once."""

    def __init__(self, declared: Declarations, said: list[Diagnostic]) -> None:
        self._declared = declared
        self._said = said
        self._framings: dict[tuple[str, ...], PanelTags] = {}

    def read(self, heading: Heading, source: Source) -> PanelTags:
        """Return what the tags of a panel say; unknown ones are kept as written."""
        tags = heading.words.tags
        names = tuple([tag.name for tag in tags if tag.value is None])
        known = self._framings.get(names)
        if known is not None and len(names) == len(tags):
            return known
        found = PanelTags()
        is_framing = True
        for tag in heading.tags:
            word = " ".join(tag.name.split()).casefold()
            if tag.value is None and (framing := FRAMINGS.get(word)) is not None:
                found.framing = tuple(dict.fromkeys((*found.framing, framing)))
                continue
            is_framing = False
            self._other(found, tag, word, place(source, tag.span.start, tag.span.end))
        if is_framing:
            self._framings[names] = found
        return found

    def _other(self, found: PanelTags, tag: Tag, word: str, label: Label) -> None:
        said = self._said
        if _panel_value(found, tag, word, label, said) or _look(found.looks, tag, label, self._declared, said):
            return
        found.unknown.append(_as_written(tag))
        said.append(_unknown_tag(tag, label, (*FRAMINGS, *PANEL_VALUE_TAGS), PAGE_TAGS, "panel", "page"))


def _panel_value(found: PanelTags, tag: Tag, word: str, label: Label, said: list[Diagnostic]) -> bool:
    if tag.value is not None and word in PANEL_VALUE_TAGS:
        key, value = word, tag.value
    elif valued := re.match(_VALUED, tag.name, flags=re.IGNORECASE):
        key, value = " ".join(valued[1].split()).casefold(), valued[2].strip()
    elif word in PANEL_VALUE_TAGS:
        example = "3fa2c1" if word == "pin" else "2"
        said.append(Diagnostic(codes.BAD_VALUE, f"`{word}` needs a value", label, helps=(f"write `{word} {example}`",)))
        return True
    else:
        return False
    value = re.sub(r"^panel\s+", "", value.strip(), flags=re.IGNORECASE)
    match key:
        case "inset":
            found.inset = value
            found.references.append((value, label))
        case "same as":
            found.same_as = value
            found.references.append((value, label))
        case "pin":
            found.pin = _read_pin(value, label, said)
        case _:
            seed = read_seed(value, label, said)
            found.seed = found.seed if seed is None else seed
    return True


def _read_pin(value: str, label: Label, said: list[Diagnostic]) -> str:
    """Return the first letters of a digest; nothing if they can begin none."""
    if re.fullmatch(r"[0-9a-fA-F]{1,64}", value):
        return value
    helps = ("a take is named by the first letters of its digest, as `storyc state takes` shows it",)
    said.append(Diagnostic(codes.BAD_VALUE, f"`{value}` is no digest", label, helps=helps))
    return ""


def read_seed(value: str, label: Label, said: list[Diagnostic]) -> int | None:
    """Return a seed, 0 to 4,294,967,295."""
    if value.isdecimal() and len(value) <= 10 and int(value) <= _MAX_SEED:
        return int(value)
    said.append(
        Diagnostic(
            codes.BAD_VALUE, f"`{value}` is no seed", label, helps=(f"a seed is a number from 0 to {_MAX_SEED}",)
        )
    )
    return None


def read_page_tags(tags: Iterable[Tag], source: Source, declared: Declarations, said: list[Diagnostic]) -> PageTags:
    """Return what the tags of a page say."""
    found = PageTags()
    for tag in tags:
        word = " ".join(tag.name.split()).casefold()
        label = place(source, tag.span.start, tag.span.end)
        value = tag.value or ""
        match word:
            case _ if tag.value is None and (kind := PAGE_KINDS.get(word)) is not None:
                found.kind = kind
            case "preset" | "size" | "layout" if not value:
                help_ = f"write `{word}: …`"
                said.append(Diagnostic(codes.BAD_VALUE, f"`{word}` needs a value", label, helps=(help_,)))
            case "preset":
                found.preset = read_preset(value, label, said)
            case "size":
                found.size = read_size(value, label, said)
            case "layout":
                found.layout = value
            case _ if _look(found.looks, tag, label, declared, said):
                pass
            case _:
                found.unknown.append(_as_written(tag))
                said.append(_unknown_tag(tag, label, PAGE_TAGS, (*FRAMINGS, *PANEL_VALUE_TAGS), "page", "panel"))
    return found


def read_scene_tags(
    text: str, at: int, source: Source, declared: Declarations, said: list[Diagnostic]
) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the looks that the tags of a slugline choose, and its other tags as written."""
    looks: dict[str, str] = {}
    unknown: list[str] = []
    for part in re.finditer(f"[^{COMMAS}]+", text):
        name, colon, value = part[0].partition(":")
        start = at + part.start() + len(part[0]) - len(part[0].lstrip())
        tag = Tag(name.strip(), value.strip() if colon else None, Span(start, at + part.end()))
        label = place(source, start, at + part.end())
        if tag.name and not _look(looks, tag, label, declared, said):
            unknown.append(_as_written(tag))
            said.append(_unknown_tag(tag, label, (), (*FRAMINGS, *PANEL_VALUE_TAGS, *PAGE_TAGS), "slugline", "panel"))
    return looks, tuple(unknown)


def _as_written(tag: Tag) -> str:
    return tag.name if tag.value is None else f"{tag.name}: {tag.value}"


def _look(looks: dict[str, str], tag: Tag, label: Label, declared: Declarations, said: list[Diagnostic]) -> bool:
    """Take `EUGENE: 1984` as a look; return whether it is about a character at all."""
    if tag.value is None:
        return False
    name = declared.cast.find(tag.name)
    if name is None:
        return False
    base = declared.cast.base(name)
    chosen = declared.cast.look(base, tag.value)
    if chosen is None:
        known = tuple(declared.cast.looks(base))
        message = f"`{base}` has no look called `{tag.value}`"
        where = Label(label.source, Span(label.span.end - len(tag.value), label.span.end))
        said.append(unknown_word(codes.UNKNOWN_LOOK, message, where, tag.value, known, "looks are"))
    else:
        looks[base] = chosen
    return True


def read_preset(value: str, label: Label, said: list[Diagnostic]) -> str:
    """Return a preset as written; one that is not known to exist is reported."""
    if value not in PRESETS:
        message = f"`{value}` is no preset that storyc knows; it is sent as written"
        said.append(unknown_word(codes.UNKNOWN_PRESET, message, label, value, PRESETS, "presets are"))
    return value


def read_size(value: str, label: Label, said: list[Diagnostic]) -> str:
    """Return a supported size; another one is reported with the nearest that is."""
    sides = re.match(_SIZE, value)
    plain = f"{int(sides[1])}x{int(sides[2])}" if sides else ""
    if plain in SIZES:
        return plain
    if sides and int(sides[1]) and int(sides[2]):
        near = nearest_size(int(sides[1]), int(sides[2]))
        nearest = f"the nearest in shape is `{near}`"
        message, helps = f"the service does not draw at {value}", (nearest, f"sizes are: {', '.join(SIZES)}")
        where = Label(label.source, Span(label.span.end - len(value), label.span.end))
        said.append(Diagnostic(codes.UNSUPPORTED_SIZE, message, where, helps=helps, fixes=(replacement(where, near),)))
    else:
        help_ = f"write width x height in pixels: {', '.join(SIZES)}"
        said.append(Diagnostic(codes.UNSUPPORTED_SIZE, f"`{value}` is no size", label, helps=(help_,)))
    return ""


def _unknown_tag(
    tag: Tag, label: Label, known: Collection[str], elsewhere: Collection[str], here: str, there: str
) -> Diagnostic:
    word = tag.name.casefold()
    if word in elsewhere:
        message = f"`{tag.name}` is a tag of a {there}, not of a {here}; it is kept as written"
        return Diagnostic(codes.UNKNOWN_TAG, message, label, helps=(f"move it to the heading of the {there}",))
    where = Label(label.source, Span(label.span.start, label.span.start + len(tag.name)))
    message = f"`{tag.name}` is no tag of a {here}; it is kept as written"
    listed = tuple(dict.fromkeys(FRAMINGS.get(one, one) for one in known))
    return unknown_word(codes.UNKNOWN_TAG, message, where, word, known, "tags are", listed)

"""What is shown about the word under the mouse."""

from pathlib import Path

from msgspec import Struct

from storyc.syntax import Page, Panel
from storyc.text import Span, normalise

from .forecast import Forecast
from .frame import IMAGES, Frame, plain
from .guide import meaning, tag_meaning
from .lenses import prospect_words
from .names import Named
from .navigation import Spot, file_of, named_at, spot_at
from .tally import counted, page_credits, page_panels, page_words, spoken
from .view import View

_KINDS = {"character": "in the cast", "place": "a place", "prop": "a thing", "definition": "a name for words"}
_PICTURED = ("ref", "image")


class Card(Struct, frozen=True, gc=False):
    """Markdown about a span of the script."""

    markdown: str
    span: Span
    is_of_panel: bool = False
    """Whether it could show the art of a panel."""


def hover(view: View, offset: int, frame: Frame, forecast: Forecast | None = None) -> Card | None:
    """Return what is to be shown about a place, with as much as is known of its art; None if there is nothing to say."""
    spot = spot_at(view, offset)
    if spot is None:
        return None
    if (panel := _panel_at(spot)) is not None:
        return Card(_panel(view, spot, panel, frame, forecast), spot.span, is_of_panel=True)
    told = _told(view, spot, frame)
    return None if told is None else Card(told, spot.span)


def _panel_at(spot: Spot) -> Panel | None:
    for part in spot.piece.parts if spot.mark.kind == "heading" else ():
        for panel in page_panels(part) if isinstance(part, Page) else (part,) if isinstance(part, Panel) else ():
            if panel.heading.span.start == spot.mark.start:
                return panel
    return None


def _panel(view: View, spot: Spot, panel: Panel, frame: Frame, forecast: Forecast | None) -> str:
    """Return the art of a panel, or what there is to read in it."""
    said = tuple(spoken(panel.lines, view.names))
    words = counted(sum(one.words for one in said), "word")
    name = plain(spot.text)
    lines = [f"**{name}** — {counted(len(said), 'balloon')}, {words}"]
    index = view.script.piece_index(spot.span.start)
    line = spot.piece.source.position(panel.heading.span.start).line - 1
    found = None if forecast is None else forecast.of(view.script, index).get(line)
    if found is not None and found.picture is not None:
        lines += frame.art(found.picture, name)
    if found is not None and forecast is not None and (told := prospect_words(found, has_record=forecast.has_record)):
        lines.append(told)
    return "\n\n".join(lines)


def _told(view: View, spot: Spot, frame: Frame) -> str | None:
    match spot.mark.kind:
        case "modifier":
            return meaning("Modifier", spot.text) or _caption_kind(spot.text)
        case "tag":
            return tag_meaning(spot.text)
        case "label":
            return meaning("Label", spot.text) or meaning("You write", f"{spot.text}:")
        case "key":
            return meaning("Key", spot.text)
        case "heading":
            return _heading(view, spot)
        case "file":
            return _file(view, spot)
        case _:
            named = named_at(view, spot)
            return None if named is None else _card(view, named, frame)


def _caption_kind(word: str) -> str | None:
    row = meaning("Label", "CAPTION")
    return row if row is not None and f"`{word.casefold()}`" in row else None


def _heading(view: View, spot: Spot) -> str | None:
    for part in spot.piece.parts:
        if isinstance(part, Page) and part.heading.span.start == spot.mark.start:
            words = counted(page_words(part, view.names), "word")
            return f"{counted(len(page_panels(part)), 'panel')}, {words}, about {page_credits(part):,} credits to draw"
    return meaning("Block", spot.text)


def _file(view: View, spot: Spot) -> str | None:
    name = file_of(spot)
    if name is None:
        return None
    size_bytes = view.files.size_bytes(name)
    return f"`{plain(name)}`: " + ("there is no such file" if size_bytes is None else f"{size_bytes:,} bytes")


def _card(view: View, named: Named, frame: Frame) -> str:
    """Return a card: name, aliases, picture, description, fields, and where it is first met."""
    lines = [f"**{plain(named.name)}** — {_KINDS[named.kind]}"]
    if (file := _reference(view, named)) is not None:
        lines.append(frame.picture(file, plain(named.name)))
    if named.aliases:
        lines.append(f"also {plain(', '.join(named.aliases))}")
    if named.description:
        lines.append(plain(named.description))
    lines += (f"- {plain(key)}: {plain(value)}" for key, value in named.fields)
    if named.kind == "character" and (first := _first_seen(view, named)):
        lines.append(f"first speaks on {first}")
    if named.place.source and named.place.source in view.look.scripts:
        line = view.look.scripts[named.place.source].position(named.place.span.start)[0] + 1
        lines.append(f"declared in {plain(named.place.source)}, line {line}")
    elif not named.place.source:
        lines.append("given by the project's settings")
    return "\n\n".join(lines).replace("\n\n- ", "\n- ")


def _reference(view: View, named: Named) -> Path | None:
    """Return the first picture of the project that shows somebody or something; None if there is none."""
    for key, value in named.fields:
        name = normalise(value.strip(), beside=named.place.source) if key in _PICTURED and "://" not in value else None
        if name is not None and name.lower().endswith(IMAGES) and view.files.size_bytes(name) is not None:
            return view.root / name
    return None


def _first_seen(view: View, named: Named) -> str:
    """Return the page and panel where a character first speaks; empty if nowhere."""
    ordinal = 0
    for _, piece, _ in view.pieces():
        for part in piece.parts:
            if not isinstance(part, Page):
                continue
            ordinal += 1
            for index, panel in enumerate(page_panels(part), 1):
                if any(_is_by(view, one.speaker, named) for one in spoken(panel.lines, view.names)):
                    return f"page {_number(part) or ordinal}, panel {_number(panel) or index}"
    return ""


def _is_by(view: View, label: str, named: Named) -> bool:
    return any(view.names.find("character", part) is named for part in (label, *label.replace("＆", "&").split("&")))


def _number(part: Page | Panel) -> str:
    return part.heading.number.written if part.heading.number else ""

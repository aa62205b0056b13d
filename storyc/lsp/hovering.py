"""What is shown about the word under the mouse."""

from msgspec import Struct

from storyc.syntax import Page, Panel
from storyc.text import Span

from .guide import meaning, tag_meaning
from .names import Named
from .navigation import Spot, file_of, named_at, spot_at
from .tally import counted, page_credits, page_panels, page_words, spoken
from .view import View

_KINDS = {"character": "in the cast", "place": "a place", "prop": "a thing", "definition": "a name for words"}
_SIGNS = "\\`*_{}[]<>#|"


class Card(Struct, frozen=True, gc=False):
    """Markdown about a span of the script."""

    markdown: str
    span: Span


def hover(view: View, offset: int) -> Card | None:
    """Return what is to be shown about a place; None if there is nothing to say."""
    spot = spot_at(view, offset)
    if spot is None:
        return None
    told = _told(view, spot)
    return None if told is None else Card(told, spot.span)


def _told(view: View, spot: Spot) -> str | None:
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
            return None if named is None else _card(view, named)


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
    return f"`{_plain(name)}`: " + ("there is no such file" if size_bytes is None else f"{size_bytes:,} bytes")


def _card(view: View, named: Named) -> str:
    """Return a card: name, aliases, description, fields, and where it is first met."""
    lines = [f"**{_plain(named.name)}** — {_KINDS[named.kind]}"]
    if named.aliases:
        lines.append(f"also {_plain(', '.join(named.aliases))}")
    if named.description:
        lines.append(_plain(named.description))
    lines += (f"- {_plain(key)}: {_plain(value)}" for key, value in named.fields)
    if named.kind == "character" and (first := _first_seen(view, named)):
        lines.append(f"first speaks on {first}")
    if named.place.source and named.place.source in view.look.scripts:
        line = view.look.scripts[named.place.source].position(named.place.span.start)[0] + 1
        lines.append(f"declared in {_plain(named.place.source)}, line {line}")
    elif not named.place.source:
        lines.append("given by the project's settings")
    return "\n\n".join(lines).replace("\n\n- ", "\n- ")


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


def _plain(text: str) -> str:
    """Return a text of the script so that Markdown shows it as it is."""
    return "".join(f"\\{sign}" if sign in _SIGNS else sign for sign in text if sign.isprintable())

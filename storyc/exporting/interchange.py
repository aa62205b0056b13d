"""The storyboard as JSON, with the paths of its art."""

from typing import Any

from msgspec import json

from storyc.planning import Art
from storyc.storyboard import Character, Clip, Emphasis, Location, Page, Panel, Prop, Text, plain
from storyc.wording import Line, lines

from .board_shape import (
    VERSION,
    ArtShape,
    BoardShape,
    CharacterShape,
    ClipShape,
    LineShape,
    Look,
    NoteShape,
    PageShape,
    PanelShape,
    PlaceShape,
    RunShape,
)
from .book import Book

_LOOKS: tuple[tuple[Emphasis, Look], ...] = (
    (Emphasis.ITALIC, "italic"),
    (Emphasis.BOLD, "bold"),
    (Emphasis.UNDERLINE, "underline"),
)


def board_json(book: Book) -> bytes:
    """Return the storyboard as JSON, indented."""
    return json.format(json.encode(_board(book)), indent=2) + b"\n"


def board_schema() -> dict[str, Any]:
    """Return the JSON Schema of what `board_json` gives."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Storyboard"}
    return head | json.schema(BoardShape)


def _board(book: Book) -> BoardShape:
    board = book.board
    return BoardShape(
        version=VERSION,
        title=board.credits.title,
        series=board.credits.series,
        issue=board.credits.issue,
        authors=board.credits.authors,
        language=board.language,
        reading=board.reading,
        is_draft=book.results.is_draft,
        style=dict(board.style),
        story=dict(board.story),
        cast=tuple(map(_character, board.cast)),
        locations=tuple(map(_place, board.locations)),
        props=tuple(map(_place, board.props)),
        pages=tuple(_page(page, book) for page in book.pages),
        clips=tuple(_clip(clip, book) for clip in board.clips),
    )


def _page(page: Page, book: Book) -> PageShape:
    return PageShape(
        number=page.ordinal,
        last_number=page.last_ordinal,
        kind=page.kind,
        label=page.label,
        section=page.section,
        synopses=page.synopses,
        description=page.description,
        panels=tuple(_panel(frame.panel, frame.art) for frame in book.frames(page)),
    )


def _panel(panel: Panel, art: Art | None) -> PanelShape:
    return PanelShape(
        number=panel.ordinal,
        label=panel.label,
        scene=panel.setting.heading if panel.setting is not None else "",
        framing=panel.framing,
        tags=panel.unknown_tags,
        inset=panel.inset,
        same_as=panel.same_as,
        cast=panel.cast,
        props=panel.props,
        prose=tuple(action.text for action in panel.actions),
        lettering=tuple(map(_line, lines(panel))),
        notes=tuple(NoteShape(note.audience, note.text) for note in panel.notes),
        art=_art(art),
        source=panel.origin.source,
        line=panel.origin.line,
    )


def _line(line: Line) -> LineShape:
    return LineShape(line.kind, line.speaker, line.written_manner, plain(line.text), _runs(line.text))


def _runs(text: Text) -> tuple[RunShape, ...]:
    return tuple(RunShape(run.text, tuple(name for flag, name in _LOOKS if flag in run.emphasis)) for run in text)


def _character(character: Character) -> CharacterShape:
    return CharacterShape(
        name=character.name,
        aliases=character.aliases,
        description=character.description,
        age=character.age,
        gender=character.gender,
        role=character.role,
        personality=character.personality,
        catchphrase=character.catchphrase,
        dress=character.dress,
    )


def _place(place: Location | Prop) -> PlaceShape:
    return PlaceShape(place.name, place.aliases, place.description)


def _clip(clip: Clip, book: Book) -> ClipShape:
    return ClipShape(clip.ordinal, clip.name, clip.prompt, clip.duration_s, _art(book.results.clips.get(clip.ordinal)))


def _art(art: Art | None) -> ArtShape | None:
    return None if art is None else ArtShape(art.path, art.sha256, art.media_type, art.width_px, art.height_px)

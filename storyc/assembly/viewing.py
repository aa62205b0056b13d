"""From the storyboard and its art to what a reader sees."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from storyc.planning import Results
from storyc.storyboard import Audience, PanelKey, Storyboard

from .clips import view_clip
from .counting import count
from .direction import text_direction
from .entries import view_entries
from .links import SourceLinks
from .paging import Shown, view_page
from .transcript import NOTE_LABELS
from .view import BoardView, ClipView, Take

NO_TAKES: Mapping[PanelKey, Sequence[Take]] = {}


def make_view(
    board: Storyboard, results: Results, *, takes: Mapping[PanelKey, Sequence[Take]] = NO_TAKES, source_link: str = ""
) -> BoardView:
    """Return everything that a reader of the storyboard sees, in reading order. Raises: ConfigError."""
    links = SourceLinks(source_link)
    shown = Shown(board, results, takes, links)
    clips: dict[int | None, list[ClipView]] = defaultdict(list)
    for clip in board.clips:
        clips[None if clip.after is None else clip.after.page].append(view_clip(clip, results, links))
    return BoardView(
        title=board.credits.title.strip() or "Untitled",
        series=_joined(board.credits.series, board.credits.issue and f"issue {board.credits.issue}"),
        byline=_byline(board),
        facts=tuple((label, words) for label, words in _facts(board) if words),
        language=board.language or "und",
        direction=text_direction(board.language),
        reading=board.reading,
        is_draft=results.is_draft,
        counts=count(board, results),
        bible=tuple(
            (heading, tuple((key.capitalize(), words) for key, words in fields))
            for heading, fields in (("Story", board.story), ("Style", board.style), ("Constraints", board.constraints))
            if fields
        ),
        entries=view_entries(board),
        audiences=tuple(_audiences(board)),
        pages=tuple(
            view_page(page, before, shown, tuple(clips[page.ordinal]))
            for before, page in zip((None, *board.pages), board.pages, strict=False)
        ),
        clips=tuple(clips[None]),
    )


def _audiences(board: Storyboard) -> Iterator[tuple[Audience, str]]:
    notes = [
        note for page in board.pages for note in (*page.notes, *(note for panel in page.panels for note in panel.notes))
    ]
    present = {note.audience for note in notes}
    yield from ((audience, label) for audience, label in NOTE_LABELS.items() if audience in present)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _byline(board: Storyboard) -> str:
    authors = ", ".join(board.credits.authors)
    return f"{board.credits.credit or 'By'} {authors}" if authors else ""


def _facts(board: Storyboard) -> Iterator[tuple[str, str]]:
    title_page = board.credits
    yield "Source", title_page.source
    yield "Draft date", title_page.draft_date
    yield "Date", title_page.date
    yield "Revision", title_page.revision
    yield "Notes", title_page.notes
    yield "Language", board.language
    yield "Reading", board.reading
    yield "Pictures", _joined(board.size.replace("x", " × "), board.preset, board.model)
    yield "Contact", title_page.contact
    yield "Copyright", title_page.copyright

"""From the storyboard and its art to what a reader sees."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from storyc.planning import Results
from storyc.storyboard import Audience, PanelKey, Reading, Storyboard
from storyc.wording import NOTE_LABELS, Labels, field_name, labels_for

from .clips import view_clip
from .counting import count
from .direction import text_direction
from .entries import view_entries
from .links import SourceLinks
from .paging import Shown, view_page
from .view import BoardView, ClipView, Take

_READINGS: Mapping[Reading, str] = {
    "left-to-right": "left_to_right",
    "right-to-left": "right_to_left",
    "vertical": "vertical",
}
NO_TAKES: Mapping[PanelKey, Sequence[Take]] = {}


def make_view(
    board: Storyboard, results: Results, *, takes: Mapping[PanelKey, Sequence[Take]] = NO_TAKES, source_link: str = ""
) -> BoardView:
    """Return everything that a reader of the storyboard sees, in reading order. Raises: ConfigError."""
    links = SourceLinks(source_link)
    labels = labels_for(board.language)
    shown = Shown(board, results, takes, links, labels)
    clips: dict[int | None, list[ClipView]] = defaultdict(list)
    for clip in board.clips:
        clips[None if clip.after is None else clip.after.page].append(view_clip(clip, results, links, labels))
    return BoardView(
        title=board.credits.title.strip() or labels("untitled"),
        series=_joined(board.credits.series, board.credits.issue and labels("issue", issue=board.credits.issue)),
        byline=_byline(board, labels),
        facts=tuple((label, words) for label, words in _facts(board, labels) if words),
        language=board.language or "und",
        labels=labels,
        direction=text_direction(board.language),
        reading=board.reading,
        is_draft=results.is_draft,
        counts=count(board, results),
        bible=tuple(
            (labels(heading), tuple((field_name(key, labels), words) for key, words in fields))
            for heading, fields in (("story", board.story), ("style", board.style), ("constraints", board.constraints))
            if fields
        ),
        entries=view_entries(board, labels),
        audiences=tuple(_audiences(board, labels)),
        pages=tuple(
            view_page(page, before, shown, tuple(clips[page.ordinal]))
            for before, page in zip((None, *board.pages), board.pages, strict=False)
        ),
        clips=tuple(clips[None]),
    )


def _audiences(board: Storyboard, labels: Labels) -> Iterator[tuple[Audience, str]]:
    notes = [
        note for page in board.pages for note in (*page.notes, *(note for panel in page.panels for note in panel.notes))
    ]
    present = {note.audience for note in notes}
    yield from ((audience, labels(label)) for audience, label in NOTE_LABELS.items() if audience in present)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _byline(board: Storyboard, labels: Labels) -> str:
    authors = ", ".join(board.credits.authors)
    return f"{board.credits.credit or labels('by')} {authors}" if authors else ""


def _facts(board: Storyboard, labels: Labels) -> Iterator[tuple[str, str]]:
    title_page = board.credits
    yield labels("source"), title_page.source
    yield labels("draft_date"), title_page.draft_date
    yield labels("date"), title_page.date
    yield labels("revision"), title_page.revision
    yield labels("notes"), title_page.notes
    yield labels("language"), board.language
    yield labels("reading"), labels(_READINGS[board.reading])
    yield labels("pictures"), _joined(board.size.replace("x", " × "), board.preset, board.model)
    yield labels("contact"), title_page.contact
    yield labels("copyright"), title_page.copyright

"""The storyboard as Markdown, for reading on a code host beside the script and its art."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from storyc.planning import Art, Results
from storyc.storyboard import Storyboard
from storyc.wording import Labels

from .counting import named_counts
from .inline import emphasised, lettered
from .markdown_text import anchored, file_link, inline, italic, paragraph, small, strong
from .view import (
    BoardView,
    ClipView,
    EntryView,
    ItemView,
    NoteView,
    PageView,
    PanelView,
    ProseView,
    TransitionView,
    WordsView,
)
from .viewing import make_view


def to_markdown(board: Storyboard, results: Results, *, art_root: str = "") -> str:
    """Return the storyboard as GitHub-flavoured Markdown; links to art are `art_root` and the art's path."""
    view = make_view(board, results)
    labels = view.labels
    blocks = (
        *_cover(view),
        *_contents(view),
        *_bible(view),
        *(block for page in view.pages for block in _page(page, view, art_root)),
        *([f"## {labels('clips')}"] if view.clips else []),
        *(block for clip in view.clips for block in _clip(clip, labels, art_root)),
    )
    return "\n\n".join(block for block in blocks if block) + "\n"


def _cover(view: BoardView) -> Iterator[str]:
    yield f"# {inline(view.title)}"
    yield _draft(view, "draft_words") if view.is_draft else ""
    yield paragraph(" · ".join(part for part in (view.series, view.byline) if part))
    yield paragraph(
        " · ".join(f"{label}{view.labels('colon')}{number}" for label, number in named_counts(view.counts, view.labels))
    )
    yield "\n".join(f"- {strong(label)}{view.labels('colon')}{inline(words)}" for label, words in view.facts)


def _contents(view: BoardView) -> Iterator[str]:
    if not view.pages:
        return
    labels = view.labels
    yield f"## {labels('contents')}"
    rows = (
        f"| [{page.number}](#{page.anchor}) | {page.kind_label or labels('kind_page')} | {len(page.panels)} | {inline(page.summary)} |"
        for page in view.pages
    )
    heads = (labels("pages"), labels("kind"), labels("panels"), labels("what_happens"))
    yield "\n".join((f"| {' | '.join(heads)} |", "| ---: | --- | ---: | --- |", *rows))


def _draft(view: BoardView, words: str) -> str:
    return f"> **{view.labels('draft')}{view.labels('colon').rstrip(' ')}** {view.labels(words)}"


def _bible(view: BoardView) -> Iterator[str]:
    for heading, fields in view.bible:
        yield f"## {heading}"
        yield "\n".join(
            f"- {strong(label)}{view.labels('colon')}{emphasised(words, inline)}" for label, words in fields
        )
    for heading, anchor, entries in view.entries:
        yield f"## {anchored(anchor, heading)}"
        yield "\n".join(_entry(entry, view.labels) for entry in entries)


def _entry(entry: EntryView, labels: Labels) -> str:
    colon = labels("colon")
    facts = [f"{label}{colon}{emphasised(words, inline)}" for label, words in entry.fields]
    facts += [f"{inline(file.kind) or labels('reference')}{colon}{inline(file.target)}" for file in entry.references]
    if entry.appears:
        facts.append(
            f"{labels('on_page')} " + labels.listed(f"[{words}](#{anchor})" for words, anchor in entry.appears)
        )
    aliases = labels("aside", words=labels("also", names=inline(entry.aliases))) if entry.aliases else ""
    return f"- {strong(entry.name)}{aliases}{colon}{emphasised(entry.description, inline)}" + "".join(
        f"<br>{fact}" for fact in facts
    )


def _page(page: PageView, view: BoardView, art_root: str) -> Iterator[str]:
    if page.section:
        yield italic(page.section)
    yield f"## {anchored(page.anchor, page.label)}"
    if view.is_draft:
        yield _draft(view, "draft_page")
    yield small(page.kind_label, page.panel_count, *page.tags, page.source.name)
    for synopsis in page.synopses:
        yield italic(synopsis)
    for text in page.description:
        yield paragraph(text)
    yield "\n".join(_note(note, view.labels) for note in page.notes)
    for panel in page.panels:
        yield from _panel(panel, view.labels, art_root)
    for clip in page.clips:
        yield from _clip(clip, view.labels, art_root)


def _panel(panel: PanelView, labels: Labels, art_root: str) -> Iterator[str]:
    yield strong(panel.scene)
    yield f"### {anchored(panel.anchor, panel.label)}"
    if panel.art is None:
        yield f"*{labels('no_picture')}{labels('colon').rstrip(' ')}* {inline(panel.alt)}"
    else:
        yield f"![{inline(panel.alt).strip()}]({file_link(art_root, panel.art.path)})"
    yield from _transcript(panel.items, labels)
    present = f"{labels('in_picture')}{labels('colon')}{panel.present}" if panel.present else ""
    yield small(labels.listed(panel.tags), present, panel.source.name)


def _transcript(items: Sequence[ItemView], labels: Labels) -> Iterator[str]:
    """Yield paragraphs of prose, and lists of what stands between them."""
    lines: list[str] = []
    for item in items:
        match item:
            case ProseView(text):
                yield "\n".join(lines)
                lines = []
                yield paragraph(text)
            case WordsView():
                how = f" {italic(labels('aside', words=item.how))}" if item.how else ""
                lines.append(f"- {strong(item.label)}{how}{labels('colon')}{lettered(item.text, inline, 'ins')}")
            case NoteView():
                lines.append(_note(item, labels))
            case TransitionView(text):
                lines.append(f"- {italic(text)}")
            case _:
                assert_never(item)
    yield "\n".join(lines)


def _note(note: NoteView, labels: Labels) -> str:
    return f"- *{note.label}{labels('colon').rstrip(' ')}* {emphasised(note.text, inline)}"


def _film(film: Art, poster: Art | None, labels: Labels, art_root: str) -> str:
    """Return a link to a film: its picture if there is one, because a code host plays none."""
    words = labels("film")
    shown = words if poster is None else f"![{words}]({file_link(art_root, poster.path)})"
    return f"[{shown}]({file_link(art_root, film.path)})"


def _clip(clip: ClipView, labels: Labels, art_root: str) -> Iterator[str]:
    name = f"{labels('colon')}{inline(clip.name)}" if clip.name else ""
    yield f"### {anchored(clip.anchor, clip.label)}{name}"
    yield f"*{labels('no_film')}*" if clip.film is None else _film(clip.film, clip.poster, labels, art_root)
    yield paragraph(clip.prompt)
    for verb, words, anchor in clip.frames:
        yield f"{verb} [{words}](#{anchor})"
    for reference in clip.references:
        yield paragraph(f"{reference.kind or labels('reference')}{labels('colon')}{reference.target}")
    yield small(*clip.facts, clip.source.name)

"""The storyboard as Markdown, for reading on a code host beside the script and its art."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from storyc.planning import Results
from storyc.storyboard import Storyboard

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

_DRAFT = "> **Draft.** Every picture here is a sketch drawn on this machine, to show how the script reads. It is not finished art."
_DRAFT_PAGE = "> **Draft:** sketches, not finished art."


def to_markdown(board: Storyboard, results: Results, *, art_root: str = "") -> str:
    """Return the storyboard as GitHub-flavoured Markdown; links to art are `art_root` and the art's path."""
    view = make_view(board, results)
    blocks = (
        *_cover(view),
        *_contents(view),
        *_bible(view),
        *(block for page in view.pages for block in _page(page, art_root, is_draft=view.is_draft)),
        *(["## Clips"] if view.clips else []),
        *(block for clip in view.clips for block in _clip(clip, art_root)),
    )
    return "\n\n".join(block for block in blocks if block) + "\n"


def _cover(view: BoardView) -> Iterator[str]:
    yield f"# {inline(view.title)}"
    yield _DRAFT if view.is_draft else ""
    yield paragraph(" · ".join(part for part in (view.series, view.byline) if part))
    yield paragraph(" · ".join(f"{label}: {number}" for label, number in named_counts(view.counts)))
    yield "\n".join(f"- {strong(label)}: {inline(words)}" for label, words in view.facts)


def _contents(view: BoardView) -> Iterator[str]:
    if not view.pages:
        return
    yield "## Contents"
    rows = (
        f"| [{page.number}](#{page.anchor}) | {page.kind or 'page'} | {len(page.panels)} | {inline(page.summary)} |"
        for page in view.pages
    )
    yield "\n".join(("| Page | Kind | Panels | What happens |", "| ---: | --- | ---: | --- |", *rows))


def _bible(view: BoardView) -> Iterator[str]:
    for heading, fields in view.bible:
        yield f"## {heading}"
        yield "\n".join(f"- {strong(label)}: {emphasised(words, inline)}" for label, words in fields)
    for heading, anchor, entries in view.entries:
        yield f"## {anchored(anchor, heading)}"
        yield "\n".join(_entry(entry) for entry in entries)


def _entry(entry: EntryView) -> str:
    facts = [f"{label}: {emphasised(words, inline)}" for label, words in entry.fields]
    facts += [f"{inline(file.kind) or 'Reference'}: {inline(file.target)}" for file in entry.references]
    if entry.appears:
        facts.append("On page " + ", ".join(f"[{words}](#{anchor})" for words, anchor in entry.appears))
    aliases = f" (also {inline(entry.aliases)})" if entry.aliases else ""
    return f"- {strong(entry.name)}{aliases}: {emphasised(entry.description, inline)}" + "".join(
        f"<br>{fact}" for fact in facts
    )


def _page(page: PageView, art_root: str, *, is_draft: bool) -> Iterator[str]:
    if page.section:
        yield italic(page.section)
    yield f"## {anchored(page.anchor, page.label)}"
    if is_draft:
        yield _DRAFT_PAGE
    yield small(page.kind, page.panel_count, *page.tags, page.source.name)
    for synopsis in page.synopses:
        yield italic(synopsis)
    for text in page.description:
        yield paragraph(text)
    yield "\n".join(_note(note) for note in page.notes)
    for panel in page.panels:
        yield from _panel(panel, art_root)
    for clip in page.clips:
        yield from _clip(clip, art_root)


def _panel(panel: PanelView, art_root: str) -> Iterator[str]:
    yield strong(panel.scene)
    yield f"### {anchored(panel.anchor, panel.label)}"
    if panel.art is None:
        yield f"*No picture yet:* {inline(panel.alt)}"
    else:
        yield f"![{inline(panel.alt).strip()}]({file_link(art_root, panel.art.path)})"
    yield from _transcript(panel.items)
    present = f"in the picture: {panel.present}" if panel.present else ""
    yield small(", ".join(panel.tags), present, panel.source.name)


def _transcript(items: Sequence[ItemView]) -> Iterator[str]:
    """Yield paragraphs of prose, and lists of what stands between them."""
    lines: list[str] = []
    for item in items:
        match item:
            case ProseView(text):
                yield "\n".join(lines)
                lines = []
                yield paragraph(text)
            case WordsView():
                how = f" {italic(f'({item.how})')}" if item.how else ""
                lines.append(f"- {strong(item.label)}{how}: {lettered(item.text, inline, 'ins')}")
            case NoteView():
                lines.append(_note(item))
            case TransitionView(text):
                lines.append(f"- {italic(text)}")
            case _:
                assert_never(item)
    yield "\n".join(lines)


def _note(note: NoteView) -> str:
    return f"- *{note.label}:* {emphasised(note.text, inline)}"


def _clip(clip: ClipView, art_root: str) -> Iterator[str]:
    name = f": {inline(clip.name)}" if clip.name else ""
    yield f"### {anchored(clip.anchor, clip.label)}{name}"
    yield "*No film yet.*" if clip.film is None else f"[Film]({file_link(art_root, clip.film.path)})"
    yield paragraph(clip.prompt)
    for verb, words, anchor in clip.frames:
        yield f"{verb} [{words}](#{anchor})"
    for reference in clip.references:
        yield paragraph(f"{reference.kind or 'reference'}: {reference.target}")
    yield small(*clip.facts, clip.source.name)

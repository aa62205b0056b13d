"""The items of a panel as the lines of its transcript."""

from collections.abc import Iterator
from typing import assert_never

from storyc.storyboard import Action, Caption, InArt, Note, Panel, PanelItem, Sfx, Speech, Title, Transition
from storyc.wording import NOTE_LABELS, Labels, read_line

from .view import ItemView, NoteView, ProseView, TransitionView, WordsView


def transcribe(panel: Panel, labels: Labels) -> Iterator[ItemView]:
    """Yield what stands in a panel, in the order in which it is read."""
    before: PanelItem | None = None
    for item in panel.items:
        yield _view(item, before, labels)
        before = item


def view_note(note: Note, labels: Labels) -> NoteView:
    """Return a note with the name of the one it is for."""
    return NoteView(labels(NOTE_LABELS[note.audience]), note.text, note.audience)


def _view(item: PanelItem, before: PanelItem | None, labels: Labels) -> ItemView:
    match item:
        case Action(text):
            return ProseView(text)
        case Speech() | Caption() | Sfx() | Title() | InArt():
            line = read_line(item)
            is_same = isinstance(item, Speech) and isinstance(before, Speech) and before.speakers == item.speakers
            return WordsView(
                line.kind,
                line.who(labels),
                line.how(labels),
                line.text,
                line.looks,
                is_same_speaker=is_same,
                is_named=bool(line.speaker),
            )
        case Note():
            return view_note(item, labels)
        case Transition(text):
            return TransitionView(text)
        case _:
            assert_never(item)

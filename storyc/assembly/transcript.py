"""The items of a panel as the lines of its transcript."""

from collections.abc import Iterator, Mapping
from typing import assert_never

from storyc.storyboard import Action, Audience, Caption, InArt, Note, Panel, PanelItem, Sfx, Speech, Title, Transition

from .view import ItemView, NoteView, ProseView, TransitionView, WordsView

NOTE_LABELS: Mapping[Audience, str] = {
    "artist": "For the artist",
    "prompt": "For the prompt",
    "colorist": "For the colourist",
    "letterer": "For the letterer",
    "editor": "For the editor",
    "note": "Note",
}


def transcribe(panel: Panel) -> Iterator[ItemView]:
    """Yield what stands in a panel, in the order in which it is read."""
    before: PanelItem | None = None
    for item in panel.items:
        yield _view(item, before)
        before = item


def view_note(note: Note) -> NoteView:
    """Return a note with the name of the one it is for."""
    return NoteView(NOTE_LABELS[note.audience], note.text, note.audience)


def _view(item: PanelItem, before: PanelItem | None) -> ItemView:
    match item:
        case Action(text):
            return ProseView(text)
        case Speech():
            how = (*item.modifiers, *item.directions, *(("at the same time",) if item.is_dual else ()))
            is_same = isinstance(before, Speech) and before.speakers == item.speakers
            return WordsView("speech", " & ".join(item.speakers), ", ".join(how), item.text, item.modifiers, is_same)
        case Caption():
            kinds = (item.kind,) if item.kind else ()
            nature = ("caption",) if item.character else ()
            how = (*nature, *kinds, *item.modifiers, *item.directions)
            return WordsView(
                "caption", item.character or "Caption", ", ".join(how), item.text, (*kinds, *item.modifiers)
            )
        case Sfx():
            how = (*((item.source,) if item.source else ()), *item.modifiers)
            return WordsView("sfx", "Sound", ", ".join(how), item.text, item.modifiers)
        case Title(text):
            return WordsView("title", "Title", "", text)
        case InArt():
            return WordsView("in-art", "In the art", item.kind, item.text)
        case Note():
            return view_note(item)
        case Transition(text):
            return TransitionView(text)
        case _:
            assert_never(item)

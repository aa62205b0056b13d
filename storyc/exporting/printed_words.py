"""What is said in and about a panel, as the templates of a PDF take it."""

from typing import Any

from storyc.storyboard import Emphasis, Note, Text
from storyc.wording import NOTE_LABELS, Labels, Line


def note_words(notes: tuple[Note, ...], labels: Labels) -> list[dict[str, str]]:
    """Return notes with whom they are for."""
    return [{"who": labels(NOTE_LABELS[note.audience]) + labels("colon"), "text": note.text} for note in notes]


def line_words(line: Line, labels: Labels) -> dict[str, Any]:
    """Return a piece of lettering: who, how, and runs of letters with the names of their emphasis."""
    return {"who": line.who(labels), "manner": line.aside(labels), "colon": labels("colon"), "runs": _runs(line.text)}


def _runs(text: Text) -> list[tuple[str, list[str]]]:
    return [(run.text, [str(flag.name).lower() for flag in Emphasis if flag and flag in run.emphasis]) for run in text]

"""Short forms for what the rules say."""

from collections.abc import Collection, Iterable
from itertools import islice

from storyc.diagnostics import Code, Diagnostic, Edit, Fix, Label, closest
from storyc.text import Source, Span

from .names import Spellings

MOST_LISTED = 24


def place(source: Source, start: int, end: int, text: str = "") -> Label:
    """Return a label of a part of a source."""
    return Label(source.name, Span(start, max(start, min(end, len(source.text)))), text)


def replacement(label: Label, text: str, title: str | None = None, *, is_safe: bool = False) -> Fix:
    """Return a fix that writes `text` where the label points."""
    edit = Edit(label.source, label.span, text)
    return Fix(title or f"write `{text}`", (edit,), is_safe=is_safe)


def unknown_word(
    code: Code,
    message: str,
    label: Label,
    word: str,
    known: Collection[str] | Spellings,
    what: str,
    listed: Iterable[str] = (),
) -> Diagnostic:
    """Return a diagnostic about a word outside a vocabulary, with the nearest word in it if one is near.

    If none is, the words are listed, or only those in `listed` if there are too many ways to write the same.
    """
    near = known.find(word) if isinstance(known, Spellings) else closest(word, known)
    if near is not None:
        return Diagnostic(code, message, label, helps=(f"did you mean `{near}`?",), fixes=(replacement(label, near),))
    words = ", ".join(f"`{option}`" for option in islice(listed or known, MOST_LISTED))
    return Diagnostic(code, message, label, helps=(f"{what}: {words}",) if words else ())

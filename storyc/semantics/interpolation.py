"""`{{name}}` stands for a definition, or for a value that the build gives."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from storyc.diagnostics import Diagnostic, Label, codes
from storyc.syntax import USED_NAME, Comment, Document

from .names import Spellings
from .saying import place, unknown_word

_LINE_COMMENT = r"(?:\A|(?<=[\r\n]))[^\S\r\n]*+//[^\r\n]*+"
MAX_DEFINED = 10_000
"""Characters that a name may stand for; more comes only of definitions that are made of one another."""
MAX_ADDED = 1_000_000
"""Characters that the names of a story may add to it, all together; no book has so many, and every machine has room for them."""


def interpolate(text: str, definitions: Mapping[str, str]) -> str:
    """Return a text with its names replaced by what they stand for; unknown names stay."""
    return re.sub(USED_NAME, lambda found: definitions.get(found[1], found[0]), text) if "{{" in text else text


def expand(
    written: Mapping[str, str], places: Mapping[str, Label], values: Mapping[str, str], said: list[Diagnostic]
) -> dict[str, str]:
    """Return what every name stands for, the names inside definitions replaced.

    A definition that leads back to itself is reported, and stands for nothing; so is one that grows too long. If all of them
    together do, none stands for anything. What the build gives is taken as it is.
    """
    finished = dict(values)
    added = 0
    for name in written:
        waiting = {} if name in finished else {name: _uses(written[name])}
        while waiting:
            inner, uses = next(reversed(waiting.items()))
            missing = next((other for other in uses if other in written and other not in finished), None)
            if missing is not None and missing not in waiting:
                waiting[missing] = _uses(written[missing])
                continue
            if missing is not None:
                said.append(_endless(inner, f"`{inner}` stands for itself, by way of `{missing}`"
                                     if inner != missing else f"`{inner}` stands for itself", places))  # fmt: skip
                finished[inner] = ""
            else:
                finished[inner] = _filled(inner, written[inner], finished, places, said)
                added += max(0, len(finished[inner]) - len(written[inner]))
                if added > MAX_ADDED:
                    said.append(_swollen("definition", inner, places[inner]))
                    return dict.fromkeys((*written, *values), "")
            del waiting[inner]
    return {**{name: finished[name] for name in written}, **values}


def _uses(text: str) -> Iterator[str]:
    return (found[1] for found in re.finditer(USED_NAME, text))


def _filled(
    name: str, text: str, finished: Mapping[str, str], places: Mapping[str, Label], said: list[Diagnostic]
) -> str:
    if len(text) + sum(len(finished.get(name, "")) for name in _uses(text)) <= MAX_DEFINED:
        return interpolate(text, finished)
    said.append(_endless(name, f"`{name}` comes to stand for more than {MAX_DEFINED:,} characters", places))
    return ""


def _endless(name: str, message: str, places: Mapping[str, Label]) -> Diagnostic:
    return Diagnostic(codes.ENDLESS_DEFINITION, message, places[name], helps=("write out what it is to stand for",))


def is_swollen(
    documents: Sequence[tuple[Document, int]], definitions: Mapping[str, str], said: list[Diagnostic]
) -> bool:
    """Return whether the names in some documents, each read a number of times, add too much to the story; the use is reported."""
    longest = max(map(len, definitions.values()), default=0)
    if longest * sum(document.source.text.count("{{") * times for document, times in documents) <= MAX_ADDED:
        return False
    added = 0
    for document, times in documents:
        for found in _used_names(document):
            added += times * max(0, len(definitions.get(found[1], "")) - len(found[0]))
            if added > MAX_ADDED:
                said.append(_swollen("use", found[1], place(document.source, *found.span())))
                return True
    return False


def _swollen(what: str, name: str, label: Label) -> Diagnostic:
    message = f"with this {what} the names in the story have added more than {MAX_ADDED:,} characters to it"
    helps = (f"let `{name}` stand for less, or use it less often",)
    return Diagnostic(codes.SWOLLEN_STORY, message, label, helps=helps)


def undefined_names(document: Document, definitions: Mapping[str, str], said: list[Diagnostic]) -> None:
    """Report the names in a document that nothing defines."""
    near = Spellings(definitions)
    for found in _used_names(document):
        name, at = found[1], found.start(1)
        if name in definitions:
            continue
        label = place(document.source, at, at + len(name))
        message = f"nothing defines `{name}`"
        helps = f"write `DEFINE {name} = …` before the first page; definitions are"
        said.append(unknown_word(codes.UNDEFINED_NAME, message, label, name, near, helps))


def _used_names(document: Document) -> Iterator[re.Match[str]]:
    """Yield the uses of names in a document; comments may say what they like."""
    text = document.source.text
    if "{{" not in text:
        return
    ends = [comment.span.end for comment in document.comments]
    for found in re.finditer(rf"{_LINE_COMMENT}|{USED_NAME}", text):
        if found[1] is not None and not _is_inside(found.start(1), ends, document.comments):
            yield found


def _is_inside(at: int, ends: Sequence[int], comments: Sequence[Comment]) -> bool:
    """Return whether a place is inside one of several comments, which are in the order of the text; `ends` are where they end."""
    index = bisect_right(ends, at)
    return index < len(comments) and comments[index].span.start <= at

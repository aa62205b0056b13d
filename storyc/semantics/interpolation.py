"""`{{name}}` stands for a definition, or for a value that the build gives."""

import re
from collections.abc import Mapping

from storyc.diagnostics import Diagnostic, Label, codes
from storyc.syntax import Document

from .names import Spellings
from .saying import place, unknown_word

_NAME = r"(?<!\\)\{\{[^\S\r\n]*([^{}\r\n]*?)[^\S\r\n]*\}\}"
MAX_DEFINED = 10_000
"""Characters that a name may stand for; more comes only of definitions that are made of one another."""


def interpolate(text: str, definitions: Mapping[str, str]) -> str:
    """Return a text with its names replaced by what they stand for; unknown names stay."""
    return re.sub(_NAME, lambda found: definitions.get(found[1], found[0]), text) if "{{" in text else text


def expand(
    written: Mapping[str, str], places: Mapping[str, Label], values: Mapping[str, str], said: list[Diagnostic]
) -> dict[str, str]:
    """Return what every name stands for, the names inside definitions replaced.

    A definition that leads back to itself is reported, and stands for nothing; so is one that grows too long. What the
    build gives is taken as it is.
    """
    finished = dict(values)
    for name in written:
        waiting: dict[str, None] = {name: None}
        while waiting:
            inner = next(reversed(waiting))
            needed = {found[1]: None for found in re.finditer(_NAME, written[inner])} if inner not in finished else {}
            missing = next((other for other in needed if other in written and other not in finished), None)
            if missing is not None and missing not in waiting:
                waiting[missing] = None
                continue
            if missing is not None:
                said.append(_endless(inner, f"`{inner}` stands for itself, by way of `{missing}`"
                                     if inner != missing else f"`{inner}` stands for itself", places))  # fmt: skip
                finished[inner] = ""
            elif inner not in finished:
                finished[inner] = _filled(inner, written[inner], finished, places, said)
            del waiting[inner]
    return {**{name: finished[name] for name in written}, **values}


def _filled(
    name: str, text: str, finished: Mapping[str, str], places: Mapping[str, Label], said: list[Diagnostic]
) -> str:
    if len(text) + sum(len(finished.get(found[1], "")) for found in re.finditer(_NAME, text)) <= MAX_DEFINED:
        return interpolate(text, finished)
    said.append(_endless(name, f"`{name}` comes to stand for more than {MAX_DEFINED:,} characters", places))
    return ""


def _endless(name: str, message: str, places: Mapping[str, Label]) -> Diagnostic:
    return Diagnostic(codes.ENDLESS_DEFINITION, message, places[name], helps=("write out what it is to stand for",))


def undefined_names(document: Document, definitions: Mapping[str, str], said: list[Diagnostic]) -> None:
    """Report the names in a document that nothing defines; comments may say what they like."""
    text = document.source.text
    if "{{" not in text:
        return
    near = Spellings(definitions)
    hidden = [comment.span for comment in document.comments]
    for found in re.finditer(_NAME, text):
        name, at = found[1], found.start(1)
        if name in definitions or any(span.start <= at < span.end for span in hidden) or _in_line_comment(text, at):
            continue
        label = place(document.source, at, at + len(name))
        message = f"nothing defines `{name}`"
        helps = f"write `DEFINE {name} = …` before the first page; definitions are"
        said.append(unknown_word(codes.UNDEFINED_NAME, message, label, name, near, helps))


def _in_line_comment(text: str, at: int) -> bool:
    begin = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    return text[begin:at].lstrip().startswith("//")

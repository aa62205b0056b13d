"""`{{name}}` stands for a definition, or for a value that the build gives."""

import re
from collections.abc import Mapping

from storyc.diagnostics import Diagnostic, codes
from storyc.syntax import Document

from .saying import place, unknown_word

_NAME = re.compile(r"(?<!\\)\{\{[^\S\r\n]*([^{}\r\n]*?)[^\S\r\n]*\}\}")
_MAX_DEPTH = 8
_MAX_LENGTH = 100_000
"""Characters; a definition that grows beyond that defines itself."""


def interpolate(text: str, definitions: Mapping[str, str]) -> str:
    """Return a text with its names replaced, also those inside what they stand for; unknown names stay."""
    for _ in range(_MAX_DEPTH):
        if "{{" not in text or len(text) > _MAX_LENGTH:
            break
        replaced = _NAME.sub(lambda found: definitions.get(found[1], found[0]), text)
        if replaced == text:
            break
        text = replaced
    return text


def undefined_names(document: Document, definitions: Mapping[str, str], said: list[Diagnostic]) -> None:
    """Report the names in a document that nothing defines; comments may say what they like."""
    text = document.source.text
    if "{{" not in text:
        return
    hidden = [comment.span for comment in document.comments]
    for found in _NAME.finditer(text):
        name, at = found[1], found.start(1)
        if name in definitions or any(span.start <= at < span.end for span in hidden) or _in_line_comment(text, at):
            continue
        label = place(document.source, at, at + len(name))
        message = f"nothing defines `{name}`"
        helps = f"write `DEFINE {name} = …` before the first page; definitions are"
        said.append(unknown_word(codes.UNDEFINED_NAME, message, label, name, definitions, helps))


def _in_line_comment(text: str, at: int) -> bool:
    begin = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    return text[begin:at].lstrip().startswith("//")

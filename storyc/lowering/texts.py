r"""Finishes texts: takes comments and notes out, puts names in, and reads emphasis.

Emphasis is Fountain's: `*italic*`, `**bold**`, `***both***`, `_underline_`; a mark opens where no white space follows and
closes where none comes before, on the same line of text. A backslash before ASCII punctuation makes it mean itself.
"""

import re
from collections.abc import Mapping
from string import punctuation

from storyc.semantics import Words, interpolate
from storyc.storyboard import Emphasis, Run, Text
from storyc.text import flow

_NOTE = re.compile(r"(?<!\\)\[\[(.*?)\]\]", re.DOTALL)
_ESCAPE = re.compile(rf"\\([{re.escape(punctuation)}])")
_LINE_ENDS = re.compile(r"[^\S\n]*\n[^\S\n]*")
_SPACES = re.compile(r"[^\S\n]{2,}")
_MARKED = re.compile(r"[*_\\\[\]{}\0\x01]|  ")
_EMPHASIS = re.compile(
    r"""
    (?P<mark>\*{1,3}+|(?<![^\W_])_)(?=\S)     # an underline inside a word is a letter of it
    (?P<text>[^\n]{0,999}?\S)
    (?P=mark)(?!\*|(?<=_)[^\W_])
    """,
    re.VERBOSE,
)
_STYLES = {
    "*": Emphasis.ITALIC,
    "**": Emphasis.BOLD,
    "***": Emphasis.BOLD | Emphasis.ITALIC,
    "_": Emphasis.UNDERLINE,
}
_HIDDEN = 0xE000
"""Escaped characters are moved here while emphasis is read, to the private area of Unicode."""


def join(words: Words) -> str:
    """Return the lines as one text: with line ends as lettered, or flowing, without a space between wide characters."""
    return "\n".join(words.lines) if words.keeps_lines else flow(words.lines)


def notes_in(text: str) -> tuple[str, ...]:
    """Return what stands in `[[ ]]` inside a text."""
    if "[[" not in text:
        return ()
    found = (" ".join(note.replace("\x01", " ").replace("\0", "").split()) for note in _NOTE.findall(text))
    return tuple(note for note in found if note)


def plain_text(text: str, definitions: Mapping[str, str]) -> str:
    """Return prose as it is sent: no comments, no notes, names put in, escapes undone; emphasis marks stay."""
    if not _MARKED.search(text):
        return text
    return _ESCAPE.sub(r"\1", _without_asides(text, definitions))


def lettered(text: str, definitions: Mapping[str, str]) -> Text:
    """Return the runs of a text that is lettered."""
    if not _MARKED.search(text):
        return (Run(text),) if text else ()
    hidden = _ESCAPE.sub(lambda found: chr(_HIDDEN + ord(found[1])), _without_asides(text, definitions))
    runs: list[Run] = []
    _runs(hidden, Emphasis.NONE, runs)
    return tuple(runs)


def _without_asides(text: str, definitions: Mapping[str, str]) -> str:
    if "[[" in text:
        text = _NOTE.sub("", text)
    text = text.replace("\0", "").replace("\x01", " ")
    if "\n" in text:
        text = _LINE_ENDS.sub("\n", text)
    return _SPACES.sub(" ", interpolate(text, definitions)).strip()


def _runs(text: str, emphasis: Emphasis, runs: list[Run]) -> None:
    at = 0
    for found in _EMPHASIS.finditer(text):
        _add(text[at : found.start()], emphasis, runs)
        _runs(found["text"], emphasis | _STYLES[found["mark"]], runs)
        at = found.end()
    _add(text[at:], emphasis, runs)


def _add(text: str, emphasis: Emphasis, runs: list[Run]) -> None:
    if not text:
        return
    shown = re.sub(f"[{chr(_HIDDEN)}-{chr(_HIDDEN + 127)}]", lambda found: chr(ord(found[0]) - _HIDDEN), text)
    if runs and runs[-1].emphasis == emphasis:
        runs[-1] = Run(runs[-1].text + shown, emphasis)
    else:
        runs.append(Run(shown, emphasis))

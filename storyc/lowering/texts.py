r"""Finishes texts: takes comments and notes out, puts names in, and reads emphasis.

Emphasis is Fountain's: `*italic*`, `**bold**`, `***both***`, `_underline_`; a mark opens where no white space follows and
closes where none comes before, on the same line of text. A backslash before ASCII punctuation makes it mean itself.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from string import punctuation

from storyc.semantics import Words, interpolate
from storyc.storyboard import Emphasis, Run, Text
from storyc.text import Span, flow

_NOTE = re.compile(r"(?<!\\)\[\[(.*?)\]\]", re.DOTALL)
_ESCAPE = re.compile(rf"\\([{re.escape(punctuation)}])")
_LINE_ENDS = re.compile(r"[^\S\n]*\n[^\S\n]*")
_SPACES = re.compile(r"[^\S\n]{2,}")
_MARKS = re.compile(r"[*_\\\[\]{}\0\x01]")
"""One set of characters and nothing else, which the regex engine passes a text over with at once."""
# What stands before a mark is looked at behind it: a pattern that begins with its mark is found many times as fast.
_OPENING = re.compile(r"(?P<mark>\*\*?+\*?+|_(?<![^\W_]_))(?=\S)")
"""An underline inside a word is a letter of it."""
_CLOSINGS = {mark: re.compile(rf"{re.escape(mark)}(?<=\S{re.escape(mark)})(?!\*)") for mark in ("*", "**", "***")}
_CLOSINGS["_"] = re.compile(r"_(?<=\S_)(?![^\W_]|\*)")
_LONGEST_EMPHASIS = 1_000
"""Characters; a mark that is closed further away was not meant as one."""
_STYLES = {
    "*": Emphasis.ITALIC,
    "**": Emphasis.BOLD,
    "***": Emphasis.BOLD | Emphasis.ITALIC,
    "_": Emphasis.UNDERLINE,
}
_HIDDEN = 0xE000
"""Escaped characters are moved here while emphasis is read, to the private area of Unicode."""
_MOVED = re.compile(f"[{chr(_HIDDEN)}-{chr(_HIDDEN + 127)}]")


def join(words: Words) -> str:
    """Return the lines as one text: with line ends as lettered, or flowing, without a space between wide characters."""
    if len(words.lines) == 1:
        return words.lines[0]
    return "\n".join(words.lines) if words.keeps_lines else flow(words.lines)


def notes_in(text: str) -> tuple[str, ...]:
    """Return what stands in `[[ ]]` inside a text."""
    if "[[" not in text:
        return ()
    found = (" ".join(note.replace("\x01", " ").replace("\0", "").split()) for note in _NOTE.findall(text))
    return tuple(note for note in found if note)


def plain_text(text: str, definitions: Mapping[str, str]) -> str:
    """Return prose as it is sent: no comments, no notes, names put in, escapes undone; emphasis marks stay."""
    if not _is_marked(text):
        return text
    return _ESCAPE.sub(r"\1", _without_asides(text, definitions))


def lettered(text: str, definitions: Mapping[str, str]) -> Text:
    """Return the runs of a text that is lettered."""
    if not _is_marked(text):
        return (Run(text),) if text else ()
    hidden = _ESCAPE.sub(lambda found: chr(_HIDDEN + ord(found[1])), _without_asides(text, definitions))
    runs: list[Run] = []
    _runs(hidden, Emphasis.NONE, runs)
    return tuple(runs)


def _is_marked(text: str) -> bool:
    """Return whether anything in a text may mean something else than itself."""
    return _MARKS.search(text) is not None or "  " in text


def _without_asides(text: str, definitions: Mapping[str, str]) -> str:
    if "[[" in text:
        text = _NOTE.sub("", text)
    text = text.replace("\0", "").replace("\x01", " ")
    if "\n" in text:
        text = _LINE_ENDS.sub("\n", text)
    return _SPACES.sub(" ", interpolate(text, definitions)).strip()


def _runs(text: str, emphasis: Emphasis, runs: list[Run]) -> None:
    if "*" not in text and "_" not in text:
        _add(text, emphasis, runs)
        return
    at = 0
    for mark, inside in _emphasised(text):
        _add(text[at : inside.start - len(mark)], emphasis, runs)
        _runs(text[inside.start : inside.end], emphasis | _STYLES[mark], runs)
        at = inside.end + len(mark)
    _add(text[at:], emphasis, runs)


def _emphasised(text: str) -> Iterator[tuple[str, Span]]:
    """Yield each mark that is opened and closed on one line, with what stands between; what lies in each other is not looked into.

    Where the marks are that may close is looked up once for all that open, so a text full of marks takes no longer than another.
    """
    closings: dict[str, list[int]] = {}
    opening = _OPENING.search(text)
    while opening is not None:
        mark, start = opening["mark"], opening.end()
        ends = closings.get(mark)
        if ends is None:
            ends = closings[mark] = [found.start() for found in _CLOSINGS[mark].finditer(text)]
        index = bisect_right(ends, start)
        end = ends[index] if index < len(ends) else len(text)
        is_closed = index < len(ends) and end - start <= _LONGEST_EMPHASIS and "\n" not in text[start:end]
        if is_closed:
            yield mark, Span(start, end)
        opening = _OPENING.search(text, end + len(mark) if is_closed else opening.start() + 1)


def _add(text: str, emphasis: Emphasis, runs: list[Run]) -> None:
    if not text:
        return
    shown = text if text.isascii() else _MOVED.sub(lambda found: chr(ord(found[0]) - _HIDDEN), text)
    if runs and runs[-1].emphasis == emphasis:
        runs[-1] = Run(runs[-1].text + shown, emphasis)
    else:
        runs.append(Run(shown, emphasis))

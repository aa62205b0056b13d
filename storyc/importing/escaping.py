r"""Makes lines of `.story` that mean what they are meant to, whatever stands in them.

`\` and `!` in front of a line make it mean nothing but its words. They are put there only where the line would mean something
else; doubtful cases count as such.
"""

import re
from collections.abc import Container

from .names import RESERVED, fold

_OPENINGS = re.compile(r"\[(?=\[)|\{(?=\{)|(?:^|(?<=\s)|(?<=\*/))/(?=\*)")
_MARKS = "\\#=>@:：!"
_NUMBER = (
    r"(?:\d+\w?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b"
)
_HEADING = re.compile(
    rf"(?i:pages?|panel|clip)(?:\s*$|\s*[\[(:.–—（：［-]|\s+\W{{0,2}}{_NUMBER}|\s+(?:NO\b|[IVXLC]+\b))|CLIP\b",
    re.IGNORECASE,
)
_STATEMENT = re.compile(
    r"(?i:int|ext|est|i/e)[.\s/]|(?:INCLUDE|DEFINE)\b|(?i:cast|characters|locations|props|style|story|constraints|attachments)\s*:?$"
    r"|[A-Z][A-Z' ]* TO:$|FADE (?:IN|OUT)[.:]?$|(?:FADE|CUT) TO [A-Z ]+[.:]?$|//|\.[^\s.]|\[\["
)
_LABEL = re.compile(r"([^:：()（）\[\]]{1,64})(?:[(（][^()（）]*[)）]\s*)?[:：](?!//)(?!(?<=\d.)\d)")
_CUE = re.compile(r"@?([^()（）]{1,64}?)\s*+(?:[(（][^()（）]*[)）])?+\s*+\^?\Z")
_CLOSING = tuple(".!?,;…。！？、：:")
_SHORT_LABEL_WORDS = 3
_BACKSLASH = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_INLINE = re.compile(r"[*_\\]")


def literal(text: str) -> str:
    r"""Return a text from a script without Fountain's escapes: a backslash there is nothing but a backslash."""
    return _BACKSLASH.sub(r"\\\\", text) if "\\" in text else text


def unmarked(text: str) -> str:
    """Return a text in which no mark of emphasis means anything."""
    return _INLINE.sub(r"\\\g<0>", text)


def inline(text: str) -> str:
    """Return a text that opens no note, no comment and no name in braces."""
    return _OPENINGS.sub(r"\g<0>\\", text)


def prose_line(text: str, names: Container[str], *, is_first: bool, goes_on: bool) -> str:
    """Return a line of description; `is_first` and `goes_on` say whether its paragraph begins with it and goes on under it."""
    line = inline(text)
    return f"!{line}" if _is_doubtful(text, names, is_first=is_first, goes_on=goes_on) else line


def spoken_line(text: str, names: Container[str]) -> str:
    """Return a line of what is said under a cue."""
    line = inline(text)
    if line[0] == "\\":  # it makes its neighbour mean nothing, as at the start of a line of `.story`
        return line if _BACKSLASH.match(line) else f"\\{line}"
    if line[0] in "(（~:：" or _HEADING.match(text) or text.startswith("//"):
        return f"\\{line}"
    if line[0] in "#=>." and not text.startswith(".."):
        return f"\\{line}"
    label = _LABEL.match(text)
    return f"\\{line}" if label and _is_name(label[1], names) else line


def lettered_line(text: str, names: Container[str]) -> str:
    """Return a line of what stands under CAPTION, SFX, TITLE or TEXT."""
    line = inline(text)
    if line[0] == "\\":
        return line if _BACKSLASH.match(line) else f"\\{line}"
    return f"\\{line}" if _is_doubtful(text, names, is_first=False, goes_on=False) else line


def next_balloon(text: str) -> str:
    """Return the words behind the colon that begins the next balloon under a cue."""
    line = inline(text)
    return f"\\{line}" if line[0] in "(（~" else line


def note_text(text: str) -> str:
    """Return the text of a note on one line."""
    one = re.sub(r"\](?=\])", "] ", " ".join(text.split()))
    one = re.sub(r"\[(?=\[)|\{(?=\{)", r"\g<0>\\", one)
    return f"{one} " if one.endswith("]") else one


def comment_text(text: str) -> str:
    """Return the text of a comment, in which nothing opens or closes another."""
    return text.replace("/*", "/ *").replace("*/", "* /")


def value_lines(text: str) -> list[str]:
    """Return the lines of a value on the title page or in a block; one that would be a heading goes on with the one above."""
    lines: list[str] = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        if lines and _HEADING.match(line):
            lines[-1] += f" {inline(line)}"
        else:
            lines.append(inline(line))
    return lines if len(lines) == 1 or not _HEADING.match(text.lstrip()) else [" ".join(lines)]


def _is_doubtful(text: str, names: Container[str], *, is_first: bool, goes_on: bool) -> bool:
    if text[0] in _MARKS or _HEADING.match(text) or _STATEMENT.match(text):
        return True
    label = _LABEL.match(text)
    if label is not None:
        word = label[1].strip()
        return (
            word.isupper()
            or word.startswith("{")
            or _is_name(word, names)
            or (is_first and len(word.split()) <= _SHORT_LABEL_WORDS)
        )
    cue = _CUE.match(text) if is_first else None
    if cue is None:
        return False
    return _is_name(cue[1], names) or (goes_on and cue[1].isupper() and not text.endswith(_CLOSING))


def _is_name(label: str, names: Container[str]) -> bool:
    if label.strip().upper() in RESERVED:
        return True
    return any(fold(part) in names for part in re.split(r"[&＆]", label)) or fold(label) in names

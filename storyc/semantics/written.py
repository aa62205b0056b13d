"""What stands in one line of a body, as written."""

from storyc.syntax import Forced, Literal

from .entries import clean

_INLINE_MARKS = tuple("*_[{\\")


def in_brackets(line: str) -> str | None:
    """Return what a line says that is all in brackets, None if it is not; a comment may follow."""
    text = line.rstrip("\0 \t")
    return text[1:-1] if text[:1] in {"(", "（"} and text[-1:] in {")", "）"} else None


def words_of(line: str) -> str:
    """Return what a line letters; empty if it is all comments and notes."""
    return clean(line) if line[:1] in ("\0", "[") else line


def escaped(line: Forced | Literal, text: str) -> str:
    r"""Return the text of a literal line so that its first character means nothing in the line, either."""
    return "\\" + text if isinstance(line, Literal) and text[:1] in _INLINE_MARKS else text

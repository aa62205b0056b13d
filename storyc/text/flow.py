"""Lines of a paragraph, put together."""

from collections.abc import Iterable, Iterator

_UNSPACED = (("\u2e80", "\ua4cf"), ("\uf900", "\ufaff"), ("\uff00", "\uffef"))
"""First and last characters of the blocks of East Asian scripts and their punctuation, which put no space between words;
Korean does."""


def flow(lines: Iterable[str]) -> str:
    """Return lines as one: with a space between them, but for lines of a script that has none between its words."""
    return "".join(_pieces(lines))


def _pieces(lines: Iterable[str]) -> Iterator[str]:
    before = ""
    for line in lines:
        if line:
            if before and not (_is_unspaced(before) and _is_unspaced(line[0])):
                yield " "
            yield line
            before = line[-1]


def _is_unspaced(character: str) -> bool:
    return not character.isascii() and any(first <= character <= last for first, last in _UNSPACED)

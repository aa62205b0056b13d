"""Pages as people name them on a command line."""

from collections.abc import Iterable

from storyc.errors import UsageError
from storyc.storyboard import Storyboard


def read_pages(text: str) -> frozenset[int]:
    """Return the pages that `3,5-7` names. Raises: UsageError."""
    return frozenset(page for word in text.split(",") for page in _read_range(word.strip(), text))


def find_pages(pages: frozenset[int], board: Storyboard) -> frozenset[int]:
    """Return the numbers by which a storyboard knows some pages; a spread is known by its first. Raises: UsageError."""
    known = {number: page.ordinal for page in board.pages for number in (page.ordinal, page.last_ordinal)}
    gone = min(pages - known.keys(), default=None)
    if gone is not None:
        raise UsageError(f"there is no page {gone}", hint=f"the last one is {max(known)}" if known else None)
    return frozenset(known[page] for page in pages)


def _read_range(word: str, text: str) -> Iterable[int]:
    first, dash, last = (part.strip() for part in word.partition("-"))
    if not (first.isascii() and first.isdigit()) or (dash and not (last.isascii() and last.isdigit())):
        raise UsageError(f"`{text}` names no pages", hint="say it like 3,5-7")
    if len(first) > 6 or len(last) > 6:
        raise UsageError(f"`{text}` names pages that no story has")
    begin, end = int(first), int(last) if dash else int(first)
    if begin > end or begin == 0:
        raise UsageError(
            f"`{word}` is no range of pages", hint="pages count from 1, and the smaller number stands first"
        )
    return range(begin, end + 1)

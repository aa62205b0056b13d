"""Finds words of a request in a script, and puts back those that stood there before."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from storyc.diagnostics import Edit, Label
from storyc.text import Source, Span

_WORD = re.compile(r"(\s*)(\S+)")
_GAP = r"[*_]*\s+[*_]*"
"""What may stand between two words that a request has side by side: white space, a line end, emphasis."""
_NEIGHBOURS = 3


class Restoration(Struct, frozen=True, gc=False):
    """Where a wording stands, and how it was."""

    place: Label
    """What was written anew."""
    edit: Edit


def find_restoration(old: str, new: str, regions: Sequence[tuple[Source, Span]]) -> Restoration | None:
    """Return how to make `old` of `new`, which stands somewhere in the regions; None unless it stands there once."""
    before, after = _inside(old), _inside(new)
    was, now = list(_WORD.finditer(before)), list(_WORD.finditer(after))
    if not was or not now:
        return None
    first, behind = _difference([word[0] for word in was], [word[0] for word in now])
    if first and was[first][2] == now[first][2]:  # it is the white space before it that is not the same
        first -= 1
    # only what is around the difference: a request may put together what stands in several lines of a script
    start, end = max(0, first - _NEIGHBOURS), min(len(now), len(now) - behind + _NEIGHBOURS)
    found = list(_find([word[2] for word in now[start:end]], regions))
    if len(found) != 1:
        return None
    source, spans = found[0]
    span = Span(spans[first - start].start, spans[len(now) - behind - 1 - start].end)
    text = before[was[first].start(2) : was[len(was) - behind - 1].end()]
    return Restoration(Label(source.name, span, f"was `{text}`"), Edit(source.name, span, text))


def _inside(text: str) -> str:
    """Return what is lettered, of a line that says who letters it; any other line as it is."""
    opening, closing = text.find('"'), text.rfind('"')
    return text[opening + 1 : closing] if opening >= 0 and closing == len(text) - 1 > opening else text


def _difference(was: Sequence[str], now: Sequence[str]) -> tuple[int, int]:
    """Return how many words are the same before the difference and behind it; on both sides at least one word is left over."""
    least = min(len(was), len(now)) - 1
    first = next((index for index in range(least) if was[index] != now[index]), least)
    behind = next((index for index in range(least - first) if was[-1 - index] != now[-1 - index]), least - first)
    return first, behind


def _find(words: Sequence[str], regions: Sequence[tuple[Source, Span]]) -> Iterator[tuple[Source, list[Span]]]:
    """Yield every place where words follow one another, with the place of each of them."""
    pattern = re.compile(rf"(?<!\w){_GAP.join(f'({re.escape(word)})' for word in words)}(?!\w)")
    for source, region in regions:
        for found in pattern.finditer(source.text, region.start, region.end):
            yield source, [Span(*found.span(index + 1)) for index in range(len(words))]

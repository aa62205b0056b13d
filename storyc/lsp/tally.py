"""Counts what is drawn and read: panels, balloons, words, and what a page would cost."""

from collections.abc import Iterator, Sequence
from re import compile as regex

from msgspec import Struct

from storyc.semantics import clean
from storyc.syntax import BodyLine, MoreSpeech, Page, Panel, Speech
from storyc.wire import PANEL_CREDITS

from .names import Names
from .roles import Role, is_lettering, roles

_UNSPACED = regex("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_SIGNS = regex(r"[*_~\\]+")


class Spoken(Struct, frozen=True, gc=False):
    """The words of one balloon, caption or sound."""

    speaker: str
    words: int
    end: int
    """Where they end, in their piece."""


def count_words(text: str) -> int:
    """Return how many words a text has; of scripts that put no space between words, how many characters."""
    plain = _SIGNS.sub("", clean(text))
    unspaced = len(_UNSPACED.findall(plain))
    return unspaced + len(_UNSPACED.sub(" ", plain).split()) if unspaced else len(plain.split())


def spoken(lines: Sequence[BodyLine], names: Names) -> Iterator[Spoken]:
    """Yield what is lettered in a body, in order."""
    last: Spoken | None = None
    speaker = ""
    for line, role in roles(lines, names):
        end = line.span.end
        match role:
            case Role.LABEL | Role.CUE | Role.AGAIN | Role.DIRECTION:
                if last is not None:
                    yield last
                last = None
                if isinstance(line, MoreSpeech):
                    last = Spoken(speaker, count_words(line.text), end)
                elif isinstance(line, Speech) and role is Role.LABEL:
                    speaker = line.label
                    last = Spoken(speaker, count_words(line.text), end) if is_lettering(line.label) else None
                elif role is Role.CUE:
                    speaker = _cue_name(line)
                    last = Spoken(speaker, 0, end)
                elif role is Role.DIRECTION:
                    last = Spoken(speaker, 0, end)
            case Role.WORDS if last is not None:
                last = Spoken(last.speaker, last.words + count_words(_text(line)), end)
            case _:
                pass
    if last is not None:
        yield last


def page_panels(page: Page) -> tuple[Panel, ...]:
    """Return the panels of a page."""
    return tuple(child for child in page.strip if isinstance(child, Panel))


def page_words(page: Page, names: Names) -> int:
    """Return how many words are lettered on a page."""
    bodies = (page.lines, *(panel.lines for panel in page_panels(page)))
    return sum(one.words for lines in bodies for one in spoken(lines, names))


def page_credits(page: Page) -> int:
    """Return what drawing a page is expected to cost, in credits."""
    return len(page_panels(page)) * PANEL_CREDITS


def counted(count: int, what: str) -> str:
    """Return a number with what it counts: `1 word`, `12 words`."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _text(line: BodyLine) -> str:
    if isinstance(line, Speech):
        return f"{line.label}: {line.text}"
    return str(getattr(line, "text", ""))


def _cue_name(line: BodyLine) -> str:
    name = line.label if isinstance(line, Speech) else str(getattr(line, "text", ""))
    return name.split("(")[0].split("（")[0].strip(" @^")

"""Counts what is drawn and read: panels, balloons, words, and what a page would cost."""

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from re import IGNORECASE
from re import compile as regex

from msgspec import Struct

from storyc.highlighting import Role, roles
from storyc.semantics import clean
from storyc.storyboard import count_words, panel_s
from storyc.syntax import BodyLine, Clip, MoreSpeech, Page, Panel, Speech

from .guide import LETTERING, RESERVED
from .names import Names

_SIGNS = regex(r"[*_~\\]+")
_LENGTH = regex(r"([0-9]{1,4})\s*(?:s|sec|seconds?)", IGNORECASE)
_USUAL_S = 5
_USUAL_RESOLUTION = "720p"


class Spoken(Struct, frozen=True, gc=False):
    """What is lettered in one balloon, caption or sound."""

    speaker: str
    text: str
    end: int
    """Where it ends, in its piece."""

    @property
    def words(self) -> int:
        """Return how many words it has."""
        return count_words(self.text)


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
                    last = Spoken(speaker, _plain(line.text), end)
                elif isinstance(line, Speech) and role is Role.LABEL:
                    speaker = line.label
                    last = Spoken(speaker, _plain(line.text), end) if _is_lettering(line.label) else None
                elif role is Role.CUE:
                    speaker = _cue_name(line)
                    last = Spoken(speaker, "", end)
                elif role is Role.DIRECTION:
                    last = Spoken(speaker, "", end)
            case Role.WORDS if last is not None:
                last = Spoken(last.speaker, f"{last.text} {_plain(_text(line))}", end)
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


def panel_reading_s(panel: Panel, names: Names) -> float:
    """Return about how long a reader stays at a panel."""
    return panel_s(one.text for one in spoken(panel.lines, names))


def page_credits(page: Page) -> int:
    """Return what drawing a page is expected to cost, in credits."""
    price_credits: int = import_module("storyc.wire").PANEL_CREDITS
    return len(page_panels(page)) * price_credits


def clip_s(clip: Clip) -> int:
    """Return how long a clip is."""
    lengths = (_LENGTH.fullmatch(tag.name) for tag in clip.heading.tags)
    return next((int(found[1]) for found in lengths if found), _USUAL_S)


def clip_credits(clip: Clip) -> int:
    """Return what filming a clip is expected to cost, in credits."""
    prices: Mapping[str, int] = import_module("storyc.wire").CLIP_CREDITS_PER_S
    found = (prices[tag.name.casefold()] for tag in clip.heading.tags if tag.name.casefold() in prices)
    return clip_s(clip) * next(found, prices[_USUAL_RESOLUTION])


def counted(count: int, what: str) -> str:
    """Return a number with what it counts: `1 word`, `12 words`."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _plain(written: str) -> str:
    return _SIGNS.sub("", clean(written))


def _is_lettering(label: str) -> bool:
    """Return whether what stands behind a label is lettered: it is, but for remarks to somebody."""
    word = label.upper()
    return word in LETTERING or word not in RESERVED or label[:1].islower()


def _text(line: BodyLine) -> str:
    if isinstance(line, Speech):
        return f"{line.label}: {line.text}"
    return str(getattr(line, "text", ""))


def _cue_name(line: BodyLine) -> str:
    name = line.label if isinstance(line, Speech) else str(getattr(line, "text", ""))
    return name.split("(")[0].split("（")[0].strip(" @^")

"""The lettering of a panel as the lines of its transcript."""

from collections.abc import Iterator
from typing import Literal, assert_never

from msgspec import Struct

from storyc.storyboard import Caption, CaptionKind, InArt, Lettering, Modifier, Panel, Sfx, Speech, Text, Title, plain

from .labels import Labels
from .naming import LOOK_LABELS

Kind = Literal["speech", "caption", "sound", "title", "in-art"]


class Line(Struct, frozen=True, gc=False):
    """One piece of lettering."""

    kind: Kind
    speaker: str
    """Who says it; empty for an effect, a title and letters in the picture."""
    text: Text
    manner: tuple[str, ...] = ()
    """How it is drawn or said: modifiers, kinds of caption, sources of sounds, acting directions."""
    looks: tuple[Modifier | CaptionKind, ...] = ()
    """Of those, the words of closed vocabularies that change how it is set."""
    is_dual: bool = False
    """Whether it is said at the same time as the line before it."""

    @property
    def letters(self) -> str:
        """Return the letters on one line, without emphasis."""
        return " ".join(plain(self.text).split())

    @property
    def written_manner(self) -> tuple[str, ...]:
        """Return how it is drawn or said in the words of scripts, whatever the language, for programs to read."""
        return (*self.manner, *(("at the same time",) if self.is_dual else ()))

    def who(self, labels: Labels) -> str:
        """Return the speaker, or what the letters are; never empty."""
        if self.speaker:
            return self.speaker
        match self.kind:
            case "speech" | "caption":
                return labels("caption")
            case "sound":
                return labels("sound")
            case "title":
                return labels("title")
            case "in-art":
                return labels("in_art")
            case _:
                assert_never(self.kind)

    def how(self, labels: Labels) -> str:
        """Return `off, burst`; empty if there is nothing to add."""
        nature = (labels("is_caption"),) if self.kind == "caption" and self.speaker else ()
        manner = (labels(LOOK_LABELS[word]) if word in self.looks else word for word in self.manner)
        dual = (labels("same_time"),) if self.is_dual else ()
        return labels.listed((*nature, *manner, *dual))

    def aside(self, labels: Labels) -> str:
        """Return ` (off, burst)`, to stand right behind the speaker; empty if there is nothing to add."""
        how = self.how(labels)
        return labels("aside", words=how) if how else ""


def lines(panel: Panel) -> Iterator[Line]:
    """Yield the lettering of a panel in reading order."""
    return map(read_line, panel.lettering)


def read_line(item: Lettering) -> Line:
    """Return a piece of lettering as a line of the transcript."""
    match item:
        case Speech():
            manner = (*item.modifiers, *item.directions)
            return Line("speech", " & ".join(item.speakers), item.text, manner, item.modifiers, is_dual=item.is_dual)
        case Caption():
            looks: tuple[Modifier | CaptionKind, ...] = (*((item.kind,) if item.kind else ()), *item.modifiers)
            return Line("caption", item.character, item.text, (*looks, *item.directions), looks)
        case Sfx():
            source = (item.source,) if item.source else ()
            return Line("sound", "", item.text, (*source, *item.modifiers), item.modifiers)
        case Title(text):
            return Line("title", "", text)
        case InArt():
            return Line("in-art", "", item.text, (item.kind,) if item.kind else ())
        case _:
            assert_never(item)

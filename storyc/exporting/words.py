"""A panel in words: what is said in it, and what to say to someone who cannot see it."""

from collections.abc import Iterator
from typing import Literal, assert_never

from msgspec import Struct

from storyc.storyboard import Caption, InArt, Lettering, Page, Panel, Sfx, Speech, Text, Title, plain

_LONGEST = 400
"""Characters of prose: more than that is no alternative to a picture but a story of its own."""


Kind = Literal["speech", "caption", "sound", "title", "in-art"]


class Line(Struct, frozen=True, gc=False):
    """One piece of lettering."""

    speaker: str
    """Who says it; empty for an effect, a title and letters in the picture."""
    kind: Kind
    manner: tuple[str, ...]
    """How it is drawn or said: modifiers, kinds of caption, acting directions."""
    text: Text

    @property
    def letters(self) -> str:
        """Return the letters on one line, without emphasis."""
        return " ".join(plain(self.text).split())

    @property
    def who(self) -> str:
        """Return the speaker, or what the letters are; never empty."""
        return self.speaker or {"sound": "Sound", "title": "Title", "in-art": "In the picture"}.get(
            self.kind, "Caption"
        )


def lines(panel: Panel) -> Iterator[Line]:
    """Yield the lettering of a panel in reading order."""
    return map(_line, panel.lettering)


def describe(panel: Panel) -> str:
    """Return what the picture shows, on one line and never empty: its prose, or who is where."""
    prose = " ".join(" ".join(action.text for action in panel.actions).split())
    if len(prose) > _LONGEST:
        end = prose.rfind(" ", 0, _LONGEST)
        prose = f"{prose[: end if end > 0 else _LONGEST]}…"
    place = panel.setting.heading if panel.setting is not None else ""
    known = ". ".join(part for part in (", ".join(panel.cast), ", ".join(panel.framing), place.strip()) if part)
    return prose or known or f"Panel {panel.ordinal}"


def page_number(page: Page) -> str:
    """Return `3`, or `4-5` with a dash for a spread."""
    return str(page.ordinal) if page.kind != "spread" else f"{page.ordinal}–{page.last_ordinal}"


def page_name(page: Page) -> str:
    """Return `Page 3`, or `Pages 4-5` with a dash for a spread."""
    return f"{'Pages' if page.kind == 'spread' else 'Page'} {page_number(page)}"


def scenes(page: Page, before: str) -> Iterator[str]:
    """Yield for each panel the slugline that begins there, empty if the one before goes on; `before` is that of the page before."""
    for panel in page.panels:
        heading = panel.setting.heading.strip() if panel.setting is not None else ""
        yield "" if heading == before else heading
        before = heading


def last_scene(page: Page, before: str) -> str:
    """Return the slugline in force where a page ends."""
    settings = [panel.setting for panel in page.panels]
    return before if not settings else settings[-1].heading.strip() if settings[-1] is not None else ""


def _line(item: Lettering) -> Line:
    match item:
        case Speech():
            manner = (*item.modifiers, *item.directions, *(("at the same time",) if item.is_dual else ()))
            return Line(" & ".join(item.speakers), "speech", manner, item.text)
        case Caption():
            kind = (item.kind,) if item.kind else ()
            return Line(item.character, "caption", (*kind, *item.modifiers, *item.directions), item.text)
        case Sfx():
            return Line("", "sound", (*((item.source,) if item.source else ()), *item.modifiers), item.text)
        case Title(text):
            return Line("", "title", (), text)
        case InArt():
            return Line("", "in-art", (item.kind,) if item.kind else (), item.text)
        case _:
            assert_never(item)

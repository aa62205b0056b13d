"""Puts the elements of a draft into pages and panels, so that every word stands where it counts.

A comic has its pages; what stands beside them is moved to where it can stand. A screenplay has none: each scene begins a page,
each paragraph of action is a panel with what is said after it, and a scene with more panels than a page holds goes on over
several pages, as evenly as can be.
"""

from collections.abc import Iterable, Iterator
from itertools import count
from math import ceil

from .draft import (
    Balloon,
    Comment,
    Draft,
    Element,
    Lettering,
    Note,
    PageStart,
    PanelStart,
    Prose,
    Remark,
    Section,
    Slug,
    Speech,
    Synopsis,
    Transition,
)

MAX_PANELS = 20
"""On a page; the service draws no more."""
_MOST_BALLOONS = 4
"""That share a panel which was laid out here."""


def arrange(draft: Draft, panels_per_page: int) -> None:
    """Put the elements of a draft into pages and panels, and note what was decided."""
    if draft.has_pages:
        draft.elements = _filled(draft, list(_housed(draft)))
    else:
        draft.elements = list(_laid_out(draft, panels_per_page))


# ---- comics


def _housed(draft: Draft) -> Iterator[Element]:
    """Yield the elements with a page or a panel opened wherever something would stand outside of them."""
    has_page = is_open = False
    for element in draft.elements:
        match element:
            case PageStart():
                has_page = is_open = True
            case PanelStart():
                if not has_page:
                    draft.find("guessed", element.line, "no page begins before this panel; page 1 does here")
                    yield PageStart(element.line, "1")
                has_page = is_open = True
            case Section():
                is_open = False
            case Slug() | Note() | Comment() | Synopsis():
                pass
            case _ if not has_page:
                draft.find("changed", element.line, "this stands before the first page; it is kept as a note")
                yield Note(element.line, _as_note(element))
                continue
            case _ if not is_open:
                draft.find("guessed", element.line, "this stands in no panel; one begins here")
                yield PanelStart(element.line)
                is_open = True
            case _:
                pass
        yield element


def _as_note(element: Element) -> str:
    match element:
        case Speech(speakers=speakers, how=how, balloons=balloons):
            words = (word for one in balloons for word in (f"({one.direction})" if one.direction else "", *one.lines))
            return f"{' & '.join(speakers)}{_brackets(how)}: {' '.join(word for word in words if word)}"
        case Lettering(label=label, how=how, lines=lines):
            return f"{label}{_brackets(how)}: {' '.join(lines)}"
        case Remark(label=label, lines=lines):
            return f"{label}: {' '.join(lines)}"
        case Prose(lines=lines):
            return " ".join(lines)
        case Transition(text=text):
            return text
        case _:
            raise AssertionError(element)


def _brackets(how: tuple[str, ...]) -> str:
    return f" ({', '.join(how)})" if how else ""


def _filled(draft: Draft, elements: list[Element]) -> list[Element]:
    """Return the elements with a panel on every page, and no page with too many."""
    filled: list[Element] = []
    if not any(isinstance(element, PageStart) for element in elements):
        elements = [*elements, PageStart(0, "1")]
    for page in _pages(elements):
        panels = sum(isinstance(element, PanelStart) for element in page)
        if not isinstance(page[0], PageStart):
            filled += page
        elif not panels:
            draft.find("guessed", page[0].line, "this page has no panel; all of it is one")
            filled += (page[0], PanelStart(page[0].line, "1"), *page[1:])
        elif panels > MAX_PANELS:
            draft.find("changed", page[0].line, f"this page has {panels} panels; at most {MAX_PANELS} can be on one")
            filled += _split(_lettered_in_panels(page))
        else:
            filled += _lettered_in_panels(_numbered(page, panels))
    return filled


def _numbered(page: list[Element], panels: int) -> list[Element]:
    """Return a page of several panels with numbers for them if none has one."""
    if panels == 1 or any(isinstance(element, PanelStart) and element.number for element in page):
        return page
    numbers = count(1)
    return [
        PanelStart(element.line, str(next(numbers)), element.tags) if isinstance(element, PanelStart) else element
        for element in page
    ]


def _lettered_in_panels(page: list[Element]) -> list[Element]:
    """Return a page on which the letters that stand before its first panel stand in it, behind its first words."""
    first = next(place for place, element in enumerate(page) if isinstance(element, PanelStart))
    early = [element for element in page[:first] if isinstance(element, Speech | Lettering | Transition)]
    if not early:
        return page
    kept = [element for element in page[:first] if not isinstance(element, Speech | Lettering | Transition)]
    words = first + 1
    while words < len(page) and isinstance(page[words], Prose | Slug):
        words += 1
    return [*kept, *page[first:words], *early, *page[words:]]


def _pages(elements: Iterable[Element]) -> Iterator[list[Element]]:
    page: list[Element] = []
    for element in elements:
        if isinstance(element, PageStart) and page:
            yield page
            page = []
        page.append(element)
    if page:
        yield page


def _split(page: list[Element]) -> Iterator[Element]:
    panels = 0
    for element in page:
        if isinstance(element, PanelStart):
            if panels and panels % MAX_PANELS == 0:
                yield PageStart(element.line)
            panels += 1
        yield (
            PageStart(element.line, element.number, element.last, "", element.tags)
            if isinstance(element, PageStart)
            else element
        )


# ---- screenplays


class _Scene:
    """What stands between two sluglines."""

    def __init__(self) -> None:
        self.opening: list[Element] = []
        self.panels: list[list[Element]] = []
        self._balloons = 0

    def add(self, element: Element) -> None:
        """Take in an element: description opens a panel, and so does a speech where the panel is full of them."""
        match element:
            case Note() | Comment() | Synopsis() | Transition() if self.panels:
                self.panels[-1].append(element)
            case Note() | Comment() | Synopsis() | Transition() | Slug() | Section():
                self.opening.append(element)
            case Speech() | Lettering() if self.panels and self._balloons < _MOST_BALLOONS:
                self.panels[-1].append(element)
            case _:
                self.panels.append([element])
                self._balloons = 0
        if isinstance(element, Speech | Lettering):
            self._balloons += _balloons(element)


def _balloons(element: Speech | Lettering) -> int:
    return sum(map(_has_words, element.balloons)) if isinstance(element, Speech) else 1


def _has_words(balloon: Balloon) -> bool:
    return bool(balloon.lines)


def _laid_out(draft: Draft, panels_per_page: int) -> Iterator[Element]:
    scenes = list(_scenes(draft.elements))
    number = 0
    for scene in scenes:
        first, opening = _sections_first(scene.opening)
        yield from first
        for panels in _evenly(scene.panels, panels_per_page):
            number += 1
            yield PageStart(_line(panels), str(number))
            yield from opening
            opening = []
            for place, panel in enumerate(panels, 1):
                yield PanelStart(panel[0].line if panel else 0, str(place))
                yield from panel
    many = f"{number} page{'s' if number != 1 else ''}"
    draft.find(
        "guessed", 0,
        f"the script has no pages; it was laid out on {many}: a scene begins a page of at most {panels_per_page} panels, "
        "a paragraph of action a panel",
    )  # fmt: skip


def _scenes(elements: Iterable[Element]) -> Iterator[_Scene]:
    """Yield scenes, each with a panel; a slugline with nothing under it goes to the next scene."""
    scene = _Scene()
    for element in elements:
        if isinstance(element, Slug | Section) and scene.panels:
            yield scene
            scene = _Scene()
        scene.add(element)
    if scene.opening and not scene.panels:
        scene.panels.append([])
    if scene.panels:
        yield scene
    elif not elements:
        scene.panels.append([])
        yield scene


def _sections_first(opening: list[Element]) -> tuple[list[Element], list[Element]]:
    """Return what stands before a page, up to its last section, and what stands on it; a transition has to."""
    last = max((place for place, element in enumerate(opening) if isinstance(element, Section)), default=-1)
    before: list[Element] = [element for element in opening[: last + 1] if not isinstance(element, Transition)]
    return before, [element for place, element in enumerate(opening) if place > last or isinstance(element, Transition)]


def _evenly(panels: list[list[Element]], most: int) -> Iterator[list[list[Element]]]:
    """Yield the panels of a scene by pages that have nearly as many each."""
    pages = ceil(len(panels) / most)
    for page in range(pages):
        yield panels[page * len(panels) // pages : (page + 1) * len(panels) // pages]


def _line(panels: list[list[Element]]) -> int:
    return next((panel[0].line for panel in panels if panel), 0)

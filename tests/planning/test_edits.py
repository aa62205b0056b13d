"""What every kind of edit costs: written by hand, operation by operation."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyc.planning import Create, Keep, Reuse
from storyc.storyboard import Layout
from tests.planning.shelf import Shelf, compiled

STORY = """\
Title: The Harbour Light
Size: 768x1024

STYLE

art: ink

CAST

MARA (the Captain): Harbour pilot.
    age: 34

TOBY: Her nephew.

LOCATIONS

THE HARBOUR: Cranes like gallows.

PAGE 1

EXT. THE HARBOUR - NIGHT

PANEL 1 [wide]
The harbour from the water.

PANEL 2
MARA at the rail.

MARA: It never went out.

PANEL 3
TOBY points.

TOBY: Not once.

PANEL 4 [silent]
The lamp is dark.

PAGE 2

PANEL 1
MARA runs.

PANEL 2
TOBY follows her.

PAGE 3

PANEL 1
The stairs.

PANEL 2
MARA and TOBY climb.

MARA: Faster.
"""

TOWER = """
PAGE 4

PANEL 1
The lamp room.

PANEL 2
Nobody.
"""


def bought(layout: Layout = "pages", script: str = STORY) -> Shelf:
    shelf = Shelf({}, {})
    shelf.buy(compiled(script, layout))
    return shelf


def swap(old: str, new: str) -> Callable[[str], str]:
    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return edit


def both(*edits: Callable[[str], str]) -> Callable[[str], str]:
    def edit(text: str) -> str:
        for one in edits:
            text = one(text)
        return text

    return edit


PANEL_2 = "PANEL 2\nMARA at the rail.\n\nMARA: It never went out.\n\n"
PAGE_2 = "PAGE 2\n\nPANEL 1\nMARA runs.\n\nPANEL 2\nTOBY follows her.\n\n"
PAGE_3 = "PAGE 3\n\nPANEL 1\nThe stairs.\n\nPANEL 2\nMARA and TOBY climb.\n\nMARA: Faster.\n"

EDITS: dict[str, tuple[Callable[[str], str], list[str]]] = {
    "nothing": (swap("PAGE 1", "PAGE 1"), []),
    "a comment": (swap("PANEL 4", "/* TODO: darker */\nPANEL 4"), []),
    "a remark to the letterer": (swap("MARA runs.", "MARA runs.\n\nLETTERER: mind the gutter"), []),
    "blank lines, line breaks and spaces": (
        both(swap("The harbour from the water.", "The harbour\nfrom the water.  "), swap("PANEL 3\n", "PANEL 3\n\n\n")), []
    ),
    "line endings": (lambda text: text.replace("\n", "\r\n"), []),
    "headings in other words": (both(swap("PAGE 1", "PAGE ONE (FOUR PANELS)"), swap("PANEL 3", "Panel 3:")), []),
    "numbers left out": (lambda text: text.replace("PANEL 1", "PANEL").replace("PANEL 2", "PANEL"), []),
    "one word of a balloon": (swap("Not once.", "Not twice."), ["redraw page 1 panel 3"]),
    "a speech becomes a shout": (swap("TOBY: Not", "TOBY (burst): Not"), ["redraw page 1 panel 3"]),
    "one word of the prose": (swap("MARA at the rail", "MARA by the rail"), ["redraw page 1 panel 2"]),
    "a tag": (swap("PANEL 1 [wide]", "PANEL 1 [wide, low angle]"), ["redraw page 1 panel 1"]),
    "a seed, for another take": (swap("PANEL 4 [silent]", "PANEL 4 [silent, seed 7]"), ["redraw page 1 panel 4"]),
    "two panels of a page": (
        both(swap("Not once", "Not twice"), swap("at the rail", "by the rail")),
        ["redraw page 1 panel 2", "redraw page 1 panel 3"],
    ),
    "all panels of a page": (
        both(swap("MARA runs", "MARA walks"), swap("TOBY follows her", "TOBY stays")), ["draw page 2"]
    ),
    "a cast entry": (
        swap("Her nephew.", "Her niece."),
        ["redraw page 1 panel 3", "redraw page 2 panel 2", "redraw page 3 panel 2"],
    ),
    "the age of one who is on every page": (
        swap("age: 34", "age: 43"), ["redraw page 1 panel 2", "redraw page 2 panel 1", "redraw page 3 panel 2"]
    ),
    "somebody who is not in it yet": (swap("TOBY: Her", "HAN: The keeper.\n\nTOBY: Her"), []),
    "a place": (
        swap("Cranes like gallows", "Cranes like geese"), ["draw page 1", "draw page 2", "draw page 3"]
    ),
    "the style": (swap("art: ink", "art: crayon"), ["draw page 1", "draw page 2", "draw page 3"]),
    "the size of all pictures": (swap("768x1024", "1024x768"), ["draw page 1", "draw page 2", "draw page 3"]),
    "another way to be called on": (swap("Title: The", "Callback: https://example.com/done\nTitle: The"), []),
    "a panel inserted": (swap("PANEL 3", "PANEL 3\nRain on the deck.\n\nPANEL 4"), ["draw page 1 panel 3 alone"]),
    "two panels inserted": (
        swap("PANEL 3", "PANEL 3\nRain.\n\nPANEL 4\nMore rain.\n\nPANEL 5"), ["draw page 1 panel 3, 4 alone"]
    ),
    "a panel deleted": (swap(PANEL_2, ""), []),
    "a panel moved within its page": (both(swap(PANEL_2, ""), swap("PANEL 4 [silent]", PANEL_2 + "PANEL 4 [silent]")), []),
    "a panel moved to another page": (both(swap(PANEL_2, ""), swap("PANEL 2\nTOBY", PANEL_2 + "PANEL 3\nTOBY")), []),
    "a panel copied": (swap("PANEL 2\nTOBY", PANEL_2 + "PANEL 3\nTOBY"), []),
    "a panel replaced": (swap(PANEL_2, "PANEL 2\nA gull.\n\n"), ["redraw page 1 panel 2"]),
    "a page inserted": (
        swap(PAGE_2, "PAGE 2\n\nPANEL 1\nA gull.\n\nPANEL 2\nAnother.\n\n" + PAGE_2.replace("PAGE 2", "PAGE 3")), ["draw page 2"]
    ),
    "a page deleted": (swap(PAGE_2, ""), []),
    "pages swapped": (
        both(swap(PAGE_3, ""), swap(PAGE_2, PAGE_3.replace("PAGE 3", "PAGE 2") + "\n" + PAGE_2.replace("PAGE 2", "PAGE 3"))), []
    ),
    "a page split": (swap("PANEL 3\nTOBY points", "PAGE 2\n\nPANEL 1\nTOBY points"), []),
    "pages merged": (swap("PAGE 3\n\nPANEL 1\nThe stairs", "PANEL 3\nThe stairs"), []),
    "a page appended": (lambda text: text + TOWER, ["draw page 4"]),
    "a page becomes a splash": (
        swap("PAGE 2\n\nPANEL 1\nMARA runs.\n\nPANEL 2\nTOBY follows her.\n", "PAGE 2 [splash]\n\nPANEL 1\nMARA runs.\n"),
        ["draw page 2"],
    ),
    "an edit that moves and changes": (
        both(swap(PANEL_2, ""), swap("PANEL 2\nTOBY", PANEL_2.replace("never", "always") + "PANEL 3\nTOBY")),
        ["draw page 2 panel 2 alone"],
    ),
    "a name": (
        lambda text: text.replace("TOBY", "TOBIAS"),
        ["redraw page 1 panel 3", "redraw page 2 panel 2", "redraw page 3 panel 2"],
    ),
    "an alias that nobody uses": (
        swap("(the Captain)", "(the Pilot)"), ["redraw page 1 panel 2", "redraw page 2 panel 1", "redraw page 3 panel 2"]
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_and_what_it_costs(name: str) -> None:
    edit, expected = EDITS[name]
    shelf = bought()
    edited = compiled(edit(STORY), "pages")
    assert shelf.buy(edited) == expected
    assert shelf.plan(edited).is_settled
    assert {panel for unit in edited.units for panel in unit.panels} == set(shelf.pictures(edited))


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_taken_back_costs_nothing(name: str) -> None:
    shelf = bought()
    before = shelf.pictures(compiled(STORY, "pages"))
    shelf.buy(compiled(EDITS[name][0](STORY), "pages"))
    plan = shelf.plan(compiled(STORY, "pages"))
    assert (plan.price_credits, plan.is_settled) == (0, True)
    assert shelf.pictures(compiled(STORY, "pages")) == before


@settings(deadline=None, max_examples=60)
@given(names=st.lists(st.sampled_from(sorted(EDITS)), max_size=6), layout=st.sampled_from(["pages", "book", "panels"]))
def test_whatever_is_edited_is_paid_for_once(names: list[str], layout: Layout) -> None:
    shelf = bought(layout)
    for name in names:
        edited = compiled(EDITS[name][0](STORY), layout)
        ceiling = sum(unit.price_credits for unit in edited.units)
        plan = shelf.plan(edited)
        assert plan.price_credits <= ceiling
        shelf.buy(edited)
        after = shelf.plan(edited)
        assert after.is_settled
        assert {type(step) for step in after.steps} <= {Keep, Reuse}
        assert {panel for unit in edited.units for panel in unit.panels} == set(shelf.pictures(edited))


BOOK = STORY.replace(PANEL_2, "").replace("PANEL 4 [silent]\nThe lamp is dark.\n\n", "")
"""Three pages of two panels: one request."""

OF_A_BOOK: dict[str, tuple[Callable[[str], str], list[str]]] = {
    "nothing": (swap("PAGE 1", "PAGE 1"), []),
    "a page appended": (lambda text: text + TOWER, ["continue with page 4"]),
    "pages appended": (
        lambda text: text + TOWER + TOWER.replace("4", "5").replace("Nobody", "A hand"), ["continue with pages 4-5"]
    ),
    "a panel changed and a page appended": (
        lambda text: text.replace("Not once", "Not twice") + TOWER, ["redraw page 1 panel 2", "continue with page 4"]
    ),
    "a page inserted": (
        swap(PAGE_2, TOWER.lstrip().replace("4", "2") + "\n" + PAGE_2.replace("PAGE 2", "PAGE 3")), ["draw page 2 panel 1, 2 alone"]
    ),
    "a page deleted": (swap(PAGE_2, ""), []),
    "the last page changed": (
        both(swap("The stairs", "The ladder"), swap("Faster", "Slower")), ["redraw page 3 panel 1", "redraw page 3 panel 2"]
    ),
    "a page with another number of panels": (
        swap("PANEL 2\nTOBY follows her.\n", "PANEL 2\nTOBY follows her.\n\nPANEL 3\nRain.\n"), ["draw page 2 panel 3 alone"]
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", OF_A_BOOK)
def test_an_edit_of_pages_that_share_a_request(name: str) -> None:
    edit, expected = OF_A_BOOK[name]
    shelf = bought("book", BOOK)
    assert len(shelf.states) == 1
    edited = compiled(edit(BOOK), "book")
    assert shelf.buy(edited) == expected
    assert shelf.plan(edited).is_settled


def test_a_comic_is_continued_twice() -> None:
    shelf = bought("book", BOOK)
    assert shelf.buy(compiled(BOOK + TOWER, "book")) == ["continue with page 4"]
    roof = TOWER.replace("4", "5").replace("Nobody", "Gulls").replace("lamp room", "roof")
    assert shelf.buy(compiled(BOOK + TOWER + roof, "book")) == ["continue with page 5"]
    closer = compiled(BOOK + TOWER.replace("Nobody", "Somebody") + roof, "book")
    assert shelf.buy(closer) == ["redraw page 4 panel 2"]
    assert shelf.plan(closer).is_settled


def test_a_panel_is_redrawn_again_and_again() -> None:
    shelf = bought()
    for word in ("twice", "thrice", "ever"):
        assert shelf.buy(compiled(STORY.replace("once", word), "pages")) == ["redraw page 1 panel 3"]
    assert shelf.buy(compiled(STORY.replace("once", "twice"), "pages")) == []


def test_pages_cut_into_other_requests_cost_nothing() -> None:
    for before in ("pages", "book", "panels", "auto"):
        for after in ("pages", "book", "panels", "auto"):
            shelf = bought(before)
            assert shelf.buy(compiled(STORY, after)) == []


def test_a_clip_knows_its_frame_by_what_it_shows() -> None:
    script = STORY.replace("PAGE 2", "CLIP [from panel 2]\n\nThe lamp.\n\nPAGE 2", 1)
    shelf = bought("pages", script)
    assert shelf.buy(compiled(script.replace("Not once", "Not twice"), "pages")) == ["redraw page 1 panel 3"]
    closer = script.replace("It never went out", "It did")
    assert shelf.buy(compiled(closer, "pages")) == ["redraw page 1 panel 2", "film clip 1"]


def test_a_service_that_changes_nothing_draws_parts() -> None:
    shelf = bought()
    edited = compiled(STORY.replace("Not once", "Not twice"), "pages")
    (step,) = [step for step in shelf.plan(edited, can_change=False).steps if isinstance(step, Create)]
    assert (step.unit.operation, step.unit.panels, step.price_credits) == ("create", edited.units[0].panels[2:3], 150)

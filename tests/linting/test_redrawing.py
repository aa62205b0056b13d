"""Edits that nobody sees and everybody pays."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from storyc.diagnostics import Diagnostic, apply_fixes
from storyc.linting import Redrawing, Rewording, choose, lint, read_settings
from storyc.linting.restoring import find_restoration
from storyc.linting.sameness import is_same_picture
from storyc.project import Checked, check_sources
from storyc.storyboard import PanelKey
from storyc.text import MemoryFiles, Source, Span
from tests.linting.bought import redrawings_between

MAIN = "main.story"
ONLY = choose(read_settings({}), ["cosmetic-redraw"])
SCRIPT = """CAST

MARA (the Captain): Harbour pilot, grey hair.

TOBY: A boy.

PAGE 1

PANEL 1
Mara at the rail,
squinting into the rain.

MARA (off): It never *went* out.

PANEL 2
Mara and Toby.

PANEL 3
Toby at the rail.

CAPTION: Port Ansel.

PANEL 4
Rain.
"""


def check(text: str) -> Checked:
    return check_sources(MAIN, MemoryFiles({MAIN: text.encode()}), {})


def edited(*changes: tuple[str, str]) -> str:
    text = SCRIPT
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def opinions(bought: str, now: str) -> tuple[Diagnostic, ...]:
    before, after = check(bought), check(now)
    assert after.program is not None
    return lint(after.program, after.documents, ONLY, redrawings_between(before, after))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Mara at the rail.", "MARA at the Rail"),
        ("a close-up of her fist", "A close up of her fist!"),
        ("Mara’s coat", "Mara's coat"),
        ("rain – and wind", "rain--and wind"),
        ("cafe\u0301", "café"),
        ("the\u00a0sea  at night", "the sea at night"),
        ('MARA: "It’s gone…"', 'MARA: "It\'s gone..."'),
        ('MARA: "Wait -- no."', 'MARA: "Wait — no."'),
    ],
)
def test_nobody_sees_this(old: str, new: str) -> None:
    assert is_same_picture(old, new)
    assert is_same_picture(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Mara at the rail.", "Mara at the mail."),
        ("No, lights on.", "No lights on."),
        ("the coat", "the coats"),
        ("teh rail", "the rail"),
        ('MARA: "Not once."', 'MARA: "NOT once."'),
        ('MARA: "Not once."', 'MARA: "Not once!"'),
        ('MARA: "Not once."', 'MARA (off): "Not once."'),
        ('Caption: "1984"', 'Caption: "1985"'),
        ("!", "?"),
    ],
)
def test_somebody_may_see_this(old: str, new: str) -> None:
    assert not is_same_picture(old, new)


@pytest.mark.parametrize(
    ("old", "new", "panels", "shown"),
    [
        ("at the rail,\n", "at the Rail,\n", 1, "Rail,"),
        ("It never *went* out.", "It  never *went* out.", 0, ""),
        ("Mara and Toby.", "Mara and Toby!", 1, "Toby!"),
        ("pilot, grey", "pilot, Grey", 2, "Grey"),
        ("It never *went* out.", "It *never* went out.", 0, ""),
        ("CAPTION: Port Ansel.", "CAPTION: Port Ansel!", 0, ""),
    ],
)
def test_an_edit_is_told_of_once(old: str, new: str, panels: int, shown: str) -> None:
    now = edited((old, new))
    found = opinions(SCRIPT, now)
    assert len(found) == (1 if panels else 0)
    for said in found:
        assert f" {150 * panels} credits" in said.message
        assert now[said.primary.span.start : said.primary.span.end] == shown


def test_the_fix_brings_the_bought_request_back() -> None:
    now = edited(("at the rail,\n", "at the Rail,\n"), ("Mara and Toby.", "MARA and Toby"))
    found = opinions(SCRIPT, now)
    assert not any(fix.is_safe for said in found for fix in said.fixes)
    mended = apply_fixes(check(now).sources, found, unsafe=True).texts[MAIN]
    assert mended == SCRIPT


def test_a_panel_in_which_there_is_something_to_see_is_drawn_for_good_reason() -> None:
    assert not opinions(SCRIPT, edited(("at the rail,\n", "at the Rail,\n"), ("into the rain", "into the sun")))


def test_a_new_panel_is_no_edit() -> None:
    assert not opinions(SCRIPT, f"{SCRIPT}\nPANEL 5\nRAIN\n")


def test_without_a_record_nothing_is_said() -> None:
    now = check(edited(("at the rail,\n", "at the Rail,\n")))
    assert now.program is not None
    assert not lint(now.program, now.documents, ONLY)


FILMED = SCRIPT + "\nCLIP [5s, 720p, from panel 1, to panel 3]\n\nThe rain stops.\n"


def test_the_price_is_that_of_the_clips_that_begin_with_the_picture_too() -> None:
    (said,) = opinions(FILMED, FILMED.replace("at the rail,\n", "at the Rail,\n"))
    assert "draws this panel again and films clip 1 again for 7,350 credits" in said.message
    two = FILMED.replace("at the rail,\n", "at the Rail,\n").replace("Toby at the rail.", "Toby at the Rail.")
    assert [said.message.split(" because of it ")[1] for said in opinions(FILMED, two)] == [
        "a build draws this panel again and films clip 1 again for 7,350 credits"
    ] * 2
    (other,) = opinions(FILMED, FILMED.replace("Mara and Toby.", "Mara and Toby!"))
    assert other.message.endswith("draws this panel again for 150 credits")


@pytest.mark.parametrize(
    ("old", "new"), [("Toby at the rail.", "Toby at the door."), ("The rain stops.", "The rain begins."), ("5s", "6s")]
)
def test_a_clip_that_is_filmed_again_for_good_reason_is_not_the_fault_of_an_edit(old: str, new: str) -> None:
    (said,) = opinions(FILMED, FILMED.replace("at the rail,\n", "at the Rail,\n").replace(old, new))
    assert said.message.endswith("draws this panel again for 150 credits")


def test_what_stands_in_several_places_is_told_of_without_a_fix() -> None:
    script = check("PAGE 1\n\nPANEL 1\nRain, rain, RAIN, RAIN.\n")
    assert script.program is not None
    redrawing = Redrawing((PanelKey(1, 1),), 150, (Rewording("Action", "rain", "RAIN"),))
    (said,) = lint(script.program, script.documents, ONLY, (redrawing,))
    assert not said.fixes
    assert "it said `rain`" in said.helps


def test_letters_without_a_word_are_nowhere() -> None:
    source = Source(MAIN, "TOBY: -\n")
    assert find_restoration('TOBY: " "', 'TOBY: ""', [(source, Span(0, len(source.text)))]) is None


words = st.lists(st.sampled_from(["Rain", "rain,", "the", "sea", "(a)", "*b*", "x\\"]), min_size=1, max_size=8)


@settings(max_examples=200, deadline=None)
@given(words, words, st.sampled_from([" ", "\n", "  "]))
def test_a_wording_is_restored_whatever_is_around_it(was: list[str], now: list[str], gap: str) -> None:
    assume(was != now)
    source = Source(MAIN, gap.join(["Before", *now, "behind"]))
    old, new = " ".join(["Before", *was, "behind"]), " ".join(["Before", *now, "behind"])
    found = find_restoration(old, new, [(source, Span(0, len(source.text)))])
    if found is not None:
        span = found.edit.span
        restored = f"{source.text[: span.start]}{found.edit.text}{source.text[span.end :]}"
        assert restored.split() == old.split()

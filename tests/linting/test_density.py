import pytest

from storyc.linting import RULES
from storyc.linting.rule import Rule
from tests.linting.conftest import Opinions

HEAD = "CAST\n\nMARA: A pilot.\n\nPAGE 1\n\nPANEL 1\nMara at the rail.\n\n"


@pytest.mark.parametrize(("words", "found"), [(25, 0), (26, 1)])
@pytest.mark.parametrize("label", ["MARA: ", "CAPTION: ", "MARA (off)\n"])
def test_a_balloon_may_have_as_many_words_as_its_limit(opinions: Opinions, label: str, words: int, found: int) -> None:
    said = opinions(f"{HEAD}{label}{'word ' * words}\n", "words-per-balloon")
    assert [one.message.split(",")[0] for one in said] == [
        f"this {'caption' if label[0] == 'C' else 'balloon'} has 26 words"
    ] * found


def test_what_is_no_balloon_is_not_counted(opinions: Opinions) -> None:
    many = "word " * 99
    script = f"{HEAD}SFX: {many}\n\nTEXT (sign): {many}\n\nTITLE: {many}\n\nARTIST: {many}\n\nEDITOR: {many}\n"
    assert not opinions(script, "words-per-balloon", "words-per-panel", "words-per-page")


def test_the_limit_is_that_of_the_project(opinions: Opinions) -> None:
    assert not opinions(f"{HEAD}MARA: one two three\n", "words-per-balloon", most=3)
    assert opinions(f"{HEAD}MARA: one two three four\n", "words-per-balloon", most=3)


def test_a_long_balloon_is_shown_where_it_stands(opinions: Opinions) -> None:
    script = f"{HEAD}MARA: Short.\n\nCAPTION: [[only a note]]\n\nMARA\nLong is\nthe day.\n"
    (said,) = opinions(script, "words-per-balloon", most=3)
    span = said.primary.span
    assert script[span.start : span.end] == "Long is"


def test_a_panel_is_the_sum_of_its_balloons(opinions: Opinions) -> None:
    (said,) = opinions(f"{HEAD}MARA: one two\n: three\nCAPTION: four\n", "words-per-panel", most=3)
    assert said.message == "this panel has 4 words in 3 balloons, more than 3"


@pytest.mark.parametrize(("heading", "found"), [("PAGE 2", 1), ("PAGES 2-3 [spread]", 0)])
def test_a_spread_has_room_for_twice_as_much(opinions: Opinions, heading: str, found: int) -> None:
    body = "".join(f"\nPANEL {number}\nRain.\n\nCAPTION: a b\n" for number in (1, 2, 3))
    script = f"PAGE 1\n\nPANEL 1\nRain.\n\n{heading}\n{body}"
    assert len(opinions(script, "words-per-page", most=3)) == found
    assert len(opinions(script, "panels-per-page", most=2)) == found


def test_what_scrolls_has_as_many_panels_and_words_as_it_likes(opinions: Opinions) -> None:
    words = "word " * 20
    body = "".join(f"\nPANEL {number}\nRain.\n\nCAPTION: {words}\n" for number in range(1, 16))
    for reading, found in (("vertical", 0), ("left-to-right", 2)):
        script = f"Title: Rain\nReading: {reading}\n\nPAGE 1\n{body}"
        assert len(opinions(script, "panels-per-page", "words-per-page")) == found


def test_a_page_that_no_line_begins_is_shown_at_its_first_panel(opinions: Opinions) -> None:
    (said,) = opinions("PANEL 1\nRain.\n\nPANEL 2\nRain.\n", "panels-per-page", most=1)
    assert said.primary.span.start == 0


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.most is not None], ids=lambda rule: rule.code.name)
def test_the_explanation_tells_the_limit(rule: Rule) -> None:
    assert "`max`" in rule.code.explanation
    assert str(rule.most) in rule.code.explanation or "your plan" in rule.code.explanation

import pytest

from tests.linting.conftest import Opinions

CAST = "CAST\n\nMARA: A pilot.\n\nTOBY: A boy.\n\n"


def silent(count: int, tags: str = "") -> str:
    return "PAGE 1\n" + "".join(f"\nPANEL {number}{tags}\nRain.\n" for number in range(1, count + 1))


@pytest.mark.parametrize(("count", "tags", "found"), [(6, "", 0), (7, "", 1), (7, " [silent]", 0)])
def test_a_silence_that_nobody_asked_for(opinions: Opinions, count: int, tags: str, found: int) -> None:
    assert len(opinions(silent(count, tags), "silent-run")) == found


@pytest.mark.parametrize("noise", ["SFX: BOOM", "CAPTION: Later.", "TEXT (sign): OPEN"])
def test_any_lettering_ends_a_silence(opinions: Opinions, noise: str) -> None:
    script = silent(6) + f"\n{noise}\n\nPANEL 7\nRain.\n"
    assert not opinions(script, "silent-run")


def test_a_silence_goes_on_over_pages(opinions: Opinions) -> None:
    (said,) = opinions(silent(4) + silent(4).replace("PAGE 1", "\nPAGE 2"), "silent-run")
    assert said.message.startswith("8 panels")
    assert said.labels


def talk(*panels: str) -> str:
    body = "".join(f"\nPANEL {number}{panel}\n" for number, panel in enumerate(panels, 1))
    return f"{CAST}PAGE 1\n\nINT. ROOM - DAY\n{body}"


SAME = "\nMara and Toby.\n\nMARA: No.\n"


@pytest.mark.parametrize(
    ("panels", "found"),
    [
        ([SAME] * 5, 0),
        ([SAME] * 6, 1),
        ([*[SAME] * 3, " [close-up]" + SAME, *[SAME] * 3], 0),
        ([*[SAME] * 3, "\nClose on Mara and Toby.\n\nMARA: No.\n", *[SAME] * 3], 0),
        ([*[SAME] * 3, "\nMara.\n\nMARA: No.\n", *[SAME] * 3], 0),
        ([*[SAME] * 3, "\nMara and Toby.\n", *[SAME] * 3], 0),
        ([*[SAME] * 3, SAME + "\nINT. HALL - DAY\n", *[SAME] * 3], 0),
    ],
)
def test_talk_that_always_looks_the_same(opinions: Opinions, panels: list[str], found: int) -> None:
    assert len(opinions(talk(*panels), "talking-heads")) == found


@pytest.mark.parametrize(
    ("reading", "number", "found"),
    [
        ("left-to-right", 2, 0), ("left-to-right", 3, 1), ("right-to-left", 2, 1), ("right-to-left", 3, 0),
        ("vertical", 2, 0), ("vertical", 3, 0),
    ],
)  # fmt: skip
def test_a_splash_stands_behind_a_turn(opinions: Opinions, reading: str, number: int, found: int) -> None:
    pages = "".join(
        f"\nPAGE {page}{' [splash]' if page == number else ''}\n\nPANEL 1\nRain.\n" for page in range(1, number + 1)
    )
    assert len(opinions(f"Title: Rain\nReading: {reading}\n{pages}", "page-turn")) == found


def test_a_first_page_and_a_spread_are_no_surprise(opinions: Opinions) -> None:
    script = "PAGE 1 [splash]\n\nPANEL 1\nRain.\n\nPAGES 2-3 [spread]\n\nPANEL 1\nRain.\n"
    assert not opinions(script, "page-turn")


def test_words_in_a_silent_panel(opinions: Opinions) -> None:
    script = f"{CAST}PAGE 1\n\nPANEL 1 [silent]\nOut come a dog and\nToby: two figures.\n\nPANEL 2 [silent]\nRain.\n\nSFX: TK\n"
    (said,) = opinions(script, "words-in-silence")
    span = said.primary.span
    assert script[span.start : span.end] == "two figures."


@pytest.mark.parametrize(
    ("balloons", "found"),
    [
        ("ANN: 1\n\nBEN: 2\n\nCAL: 3\n\nANN: 4", 0),
        ("ANN: 1\n\nBEN: 2\n\nCAL: 3\n\nDEE (off): 4", 1),
        ("ANN: 1\n\nBEN: 2\n\nCAL: 3\n\nANN & BEN: 4", 0),
        ("ANN: 1\n\nBEN: 2\n\nCAL: 3\n\nANN & DEE: 4", 1),
        ("ANN & BEN & CAL & DEE: All of us.", 0),
        ("ANN: 1\n\nBEN: 2\n\nCAL: 3\n\nCAPTION (DEE): 4", 0),
    ],
)
def test_too_many_voices(opinions: Opinions, balloons: str, found: int) -> None:
    cast = "CAST\n\n" + "".join(f"{name}: Tall.\n\n" for name in ("ANN", "BEN", "CAL", "DEE"))
    assert len(opinions(f"{cast}PAGE 1\n\nPANEL 1\nAll four.\n\n{balloons}\n", "speakers-per-panel")) == found

"""`storyc stats`."""

import json

from tests.e2e.conftest import RAIN, Desk

STORY = f"Title: Rain\n\nCAST\n\nMARA: A pilot.\n\n{RAIN}\nMARA: Not again.\n"


def test_tables(desk: Desk) -> None:
    code, out, err = desk.run("stats", desk.write(STORY))
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "Rain: 1 page, 1 panel, 1 balloon, 2 words, 3 s to read, 150 credits",
        "",
        "Page  Panels  Balloons  Captions  Words  To read  Credits",
        "1          1         1         -      2      3 s      150",
        "",
        "Scene          Pages  Panels  Balloons  Captions  Words  To read  Credits",
        "(no slugline)      1       1         1         -      2      3 s      150",
        "",
        "Character  Panels  Balloons  Captions  Words",
        "MARA            1         1         -      2",
        "",
        "Place          Scenes  Panels  Balloons  Captions  Words  To read  Credits",
        "(no slugline)       1       1         1         -      2      3 s      150",
    ]


def test_numbers_for_programs(desk: Desk) -> None:
    found = json.loads(desk.run("stats", "--json", desk.write(STORY)).out)
    assert found["title"] == "Rain"
    assert (found["pages"], found["credits"], found["clip_credits"]) == (1, 150, 0)
    assert found["total"]["words"] == found["by_page"][0]["amount"]["words"] == found["by_person"][0]["words"] == 2


def test_a_script_with_a_mistake_has_no_numbers(desk: Desk) -> None:
    code, out, err = desk.run("stats", desk.write(f"{RAIN}\nTOBY: Hello?\n"))
    assert (code, out) == (1, "")
    assert "error[SC0201 unknown-character]" in err


def test_a_script_on_stdin(desk: Desk) -> None:
    assert desk.run("stats", "-", stdin=STORY.encode()).out.startswith("Rain: 1 page")


def test_characters_that_steer_a_terminal_are_not_printed(desk: Desk) -> None:
    out = desk.run("stats", desk.write(STORY.replace("Rain", "R\x1b[31mn", 1))).out
    assert out.startswith("R\ufffd[31mn: 1 page")

"""`storyc import`: the story on stdout, what should be looked at on stderr."""

import json

import pytest

from tests.e2e.conftest import Desk

COMIC = "PAGE ONE\n\nPANEL 1\nRain.\n\nTOM (OFF): Hello.\n\nSFX: BANG\n"
STORY = "CAST\n\nTOM:\n\nPAGE ONE\n\nPANEL 1\nRain.\n\nTOM (off): Hello.\nSFX: BANG\n"
FILM = "INT. ROOM - DAY\n\nRain.\n\nWind.\n"


def test_a_script_becomes_a_story_that_checks(desk: Desk) -> None:
    ran = desk.run("import", desk.write(COMIC, "rain.txt"), "-o", "rain.story")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("seems to be comic: ")
    assert ran.err.endswith("now try:  storyc check rain.story\n")
    assert (desk.root / "rain.story").read_bytes() == STORY.encode()
    assert desk.run("check", "rain.story").code == 0


def test_what_has_been_written_since_is_not_lost(desk: Desk) -> None:
    words = ("import", desk.write(COMIC, "rain.txt"), "-o", "rain.story")
    desk.write("mine", "rain.story")
    code, out, err = desk.run(*words)
    assert (code, out) == (2, "")
    assert "rain.story is there already" in err
    assert (desk.root / "rain.story").read_text("utf-8") == "mine"
    assert desk.run(*words, "--force").code == 0
    assert (desk.root / "rain.story").read_bytes() == STORY.encode()


def test_stdin_to_stdout(desk: Desk) -> None:
    ran = desk.run("import", "-", "-q", stdin=COMIC.encode())
    assert ran == (0, STORY, "")


def test_a_dialect_may_be_named(desk: Desk) -> None:
    ran = desk.run("import", "-", "--from", "fountain", "--panels-per-page", "1", stdin=FILM.encode())
    assert ran.out == "PAGE 1\n\nINT. ROOM - DAY\n\nPANEL 1\nRain.\n\nPAGE 2\n\nPANEL 1\nWind.\n"
    assert ran.err.startswith("read as fountain: ")


def test_what_was_found_as_json(desk: Desk) -> None:
    ran = desk.run("import", "-", "--report", "json", stdin="\x1bNight\n\nPAGE 1\n\nPANEL 1\nÉté.\n".encode("cp1252"))
    report = json.loads(ran.err)
    assert (report["version"], report["dialect"], report["encoding"]) == (1, "comic", "cp1252")
    assert report["encoding_guessed"] is True
    assert report["scores"]["comic"] == 10
    assert report["findings"] == [
        {"kind": "guessed", "line": 1, "message": "this is taken for the title", "text": "Night"}
    ]


def test_an_encoding_that_was_guessed_is_told(desk: Desk) -> None:
    ran = desk.run("import", desk.write("PAGE 1\n\nPANEL 1\nÉté.\n".encode("cp1252"), "rain.txt"))
    assert "Été." in ran.out
    assert "seems to be encoded in cp1252; say --encoding if letters are wrong\n" in ran.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.txt"], "cannot read missing.txt"),
        (["."], "cannot read ."),
        (["rain.txt", "--encoding", "klingon"], "there is no encoding `klingon`"),
        (["rain.txt", "-o", "no/such/folder.story"], "cannot write no/such/folder.story"),
        (["picture.png"], "this is a picture, not a text file"),
        (["rain.txt", "--from", "latin"], "'latin' is not one of"),
        (["rain.txt", "--panels-per-page", "21"], "21 is not in the range"),
    ],
)
def test_what_cannot_be_done(desk: Desk, arguments: list[str], message: str) -> None:
    desk.write(COMIC, "rain.txt")
    desk.write(b"\x89PNG\r\n\x1a\n\0\0", "picture.png")
    ran = desk.run("import", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_what_is_a_story_is_not_imported_unless_it_is_asked_for(desk: Desk) -> None:
    name = desk.write(COMIC, "rain.story")
    code, out, err = desk.run("import", name)
    assert (code, out) == (2, "")
    assert "is a .story already" in err
    assert desk.run("import", name, "--from", "comic").code == 0


def test_a_script_is_not_written_over_by_its_story(desk: Desk) -> None:
    name = desk.write(COMIC, "rain.txt")
    code, _, err = desk.run("import", name, "-o", f"./{name}")
    assert code == 2
    assert "is what is read" in err
    assert (desk.root / name).read_text("utf-8") == COMIC


@pytest.mark.parametrize(("content", "told"), [(b" \n", "not a word"), (rb"{\rtf1 PAGE ONE\par}", "Rich Text")])
def test_what_holds_no_script_is_told_what_it_is(desk: Desk, content: bytes, told: str) -> None:
    code, out, err = desk.run("import", desk.write(content, "rain.txt"))
    assert (code, out) == (2, "")
    assert told in err

"""`storyc check`: every way to name a script, and every form of what is said."""

import json
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from storyc.diagnostics.rendering import FORMS
from tests.e2e.conftest import RAIN, Desk

WRONG = "CAST\n\nTOBY: A boy.\n\nPAGE 1\n\nPANEL 1 [wyde]\nRain.\n\nTOBBY: Hello?\n"


def test_nothing_to_say(desk: Desk) -> None:
    ran = desk.run("check", desk.write())
    assert ran == (0, "", "1 file checked, nothing to say\n")


def test_quiet_and_verbose(desk: Desk) -> None:
    desk.write()
    assert desk.run("check", "-q").err == ""
    assert desk.run("check", "-v").err == "read rain.story\n1 file checked, nothing to say\n"


def test_findings_go_to_stdout(desk: Desk) -> None:
    ran = desk.run("check", desk.write(WRONG))
    assert ran.code == 1
    assert "error[SC0201 unknown-character]: nobody called `TOBBY` is in the cast\n --> rain.story:10:1\n" in ran.out
    assert ran.out.endswith("1 error, 1 warning in 1 file\n")
    assert ran.err == ""


def test_a_note_is_no_finding(desk: Desk) -> None:
    ran = desk.run("check", desk.write(f"{RAIN}\ngrandma: sit down.\n"))
    assert ran.code == 0
    assert "note[SC0211" in ran.out


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("script", [RAIN, WRONG], ids=["right", "wrong"])
def test_every_form_is_what_it_says(desk: Desk, form: str, script: str) -> None:
    code, out, _ = desk.run("check", desk.write(script), "--output-format", form)
    assert code == (script is WRONG)
    match form:
        case "json" | "gitlab":
            assert len(json.loads(out)) == (2 if script is WRONG else 0)
        case "jsonl":
            assert [json.loads(line)["line"] for line in out.splitlines()] == ([7, 10] if script is WRONG else [])
        case "sarif":
            assert len(json.loads(out)["runs"][0]["results"]) == (2 if script is WRONG else 0)
        case "rdjson":
            assert len(json.loads(out)["diagnostics"]) == (2 if script is WRONG else 0)
        case "junit":
            assert len(list(ET.parse(StringIO(out)).iter("failure"))) == (2 if script is WRONG else 0)
        case _:
            assert out.count("rain.story") == (2 if script is WRONG else 0)


def test_a_folder_with_one_script(desk: Desk) -> None:
    desk.write(WRONG, "comic/rain.story")
    assert " --> comic/rain.story:7:10\n" in desk.run("check", "comic").out


def test_a_folder_of_several_scripts_has_to_say_which(desk: Desk) -> None:
    desk.write(name="comic/a.story")
    desk.write(name="comic/b.story")
    code, out, err = desk.run("check", "comic")
    assert (code, out) == (2, "")
    assert err.splitlines() == [
        f"error: {desk.root / 'comic'} has several scripts: a.story, b.story",
        '  = help: name one of them, or write `entry = "…"` into storyc.toml',
    ]
    desk.write('entry = "b.story"', "comic/storyc.toml")
    assert desk.run("check", "comic").code == 0


def test_a_main_script_needs_no_settings(desk: Desk) -> None:
    desk.write(name="comic/main.story")
    desk.write(WRONG, "comic/cast.story")
    assert desk.run("check", "comic").code == 0


def test_several_paths(desk: Desk) -> None:
    desk.write(name="a.story")
    desk.write(WRONG, "b.story")
    desk.write(WRONG, "c/d.story")
    code, out, _ = desk.run("check", "a.story", "b.story", "c/d.story", "b.story", "--output-format", "concise")
    assert code == 1
    assert [line.partition(":")[0] for line in out.splitlines()] == ["b.story", "b.story", "c/d.story", "c/d.story"]


def test_a_path_that_cannot_be_read_does_not_hide_the_others(desk: Desk) -> None:
    desk.write(WRONG, "b.story")
    code, out, err = desk.run("check", "nowhere.story", "b.story", "--output-format", "concise")
    assert code == 2
    assert out.count("b.story:") == 2
    assert err == "error: cannot read nowhere.story: No such file or directory\n"


def test_a_script_on_stdin(desk: Desk) -> None:
    assert desk.run("check", "-", stdin=RAIN.encode()).code == 0
    assert " --> stdin.story:7:10\n" in desk.run("check", "-", stdin=WRONG.encode()).out


def test_stdin_may_have_a_name_and_then_includes_beside_it(desk: Desk) -> None:
    desk.write("CAST\n\nTOBBY: A boy.\n", "comic/cast.story")
    including = b"INCLUDE cast\n\nPAGE 1\n\nPANEL 1\nRain.\n\nTOBBY: Hello?\n"
    assert desk.run("check", "-", "--stdin-filename", "comic/new.story", stdin=including).code == 0
    ran = desk.run("check", "-", "--stdin-filename", "comic/new.story", stdin=WRONG.encode())
    assert " --> comic/new.story:7:10\n" in ran.out


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nowhere.story", "cannot read nowhere.story: No such file or directory"),
        ("nowhere/rain.story", "there is no file nowhere/rain.story"),
        ("empty/nowhere.story", "cannot read empty/nowhere.story: No such file or directory"),
        ("empty", "there is no .story file in"),
        ("self", "cannot read self: "),
        ("/dev/null", "/dev/null is no regular file"),
        ("a\x1b[31mb", "cannot read a\ufffd[31mb: No such file or directory"),
    ],
)
def test_a_path_that_is_no_script(desk: Desk, name: str, message: str) -> None:
    (desk.root / "empty").mkdir()
    (desk.root / "self").symlink_to("self")
    code, out, err = desk.run("check", name)
    assert (code, out) == (2, "")
    assert err.startswith(f"error: {message}")
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", ["SC0310 1:1 there is nothing to draw in this story"]),
        (b"\xef\xbb\xbf" + RAIN.encode(), []),
        (RAIN.replace("\n", "\r\n").encode(), []),
        (RAIN.replace("\n", "\r").encode(), []),
        (RAIN.encode("utf-16"), ["SC0409 1:1 this file is UTF-16"]),
        (RAIN.encode("utf-16-le"), ["SC0409 1:1 this file is UTF-16"]),
        (RAIN.encode("utf-16-be"), ["SC0409 1:1 this file is UTF-16"]),
        (RAIN.replace("ai", "é").encode("latin-1"), ["SC0409 4:2 this file is not UTF-8: the byte 0xE9 makes no sense here"]),
        (RAIN.replace("ai", "a\0i").encode(), ["SC0104 4:3 the control character U+0000 stands in the text"]),
        (b"\x7fELF\x02\x01\0\0\0" + bytes(range(256)), ["SC0409 1:1 this file is no text"]),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 9, ["SC0409 1:1 this file is a picture, not a script"]),
    ],
    ids=["empty", "bom", "crlf", "cr", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "nul", "elf", "png"],
)  # fmt: skip
def test_encodings(desk: Desk, content: bytes, said: list[str]) -> None:
    code, out, _ = desk.run("check", desk.write(content), "--output-format", "json")
    assert [f"{one['code']} {one['line']}:{one['column']} {one['message']}" for one in json.loads(out)] == said
    assert code == bool(said)


def test_an_include_in_another_encoding_is_named(desk: Desk) -> None:
    desk.write("CAST\n\nJOSÉ: A man.\n".encode("latin-1"), "cast.story")
    ran = desk.run("check", desk.write(f"INCLUDE cast\n\n{RAIN}"), "--output-format", "concise")
    assert ran.code == 1
    assert ran.out.startswith("cast.story:3:4: error[SC0409 wrong-encoding]")


def test_what_includes_name_is_shown_from_here(desk: Desk) -> None:
    desk.write(WRONG, "comic/acts/one.story")
    desk.write("INCLUDE acts/one\n", "comic/main.story")
    assert " --> comic/acts/one.story:7:10\n" in desk.run("check", "comic").out


def test_links_out_of_the_project_lead_nowhere(desk: Desk) -> None:
    desk.write(RAIN, "secret.story")
    (desk.root / "comic").mkdir()
    (desk.root / "comic" / "link.story").symlink_to("../secret.story")
    desk.write("", "comic/storyc.toml")
    desk.write("INCLUDE link\nINCLUDE ../secret\n\n" + RAIN, "comic/main.story")
    ran = desk.run("check", "comic", "--output-format", "json")
    assert [one["name"] for one in json.loads(ran.out)] == ["missing-file", "path-outside-project"]


def test_a_file_that_is_no_script_is_not_read_whole(desk: Desk) -> None:
    with (desk.root / "huge.story").open("wb") as file:
        file.truncate(5 * 1024**3)
    ran = desk.run("check", "huge.story")
    assert ran.code == 1
    assert "this file has 5120 MiB and is no script" in ran.out


def test_deep_includes_are_an_error_and_no_crash(desk: Desk) -> None:
    for depth in range(60):
        desk.write(f"INCLUDE part{depth + 1}\n", f"part{depth}.story")
    desk.write(RAIN, "part60.story")
    ran = desk.run("check", "part0.story", "--output-format", "concise")
    assert ran.code == 1
    assert "part50.story:1:9: error[SC0403 include-cycle] includes lie more than 50 deep in each other" in ran.out


def test_files_that_include_each_other_twice_are_an_error_and_no_bomb(desk: Desk) -> None:
    for depth in range(30):
        desk.write(f"INCLUDE part{depth + 1}\nINCLUDE part{depth + 1}\n", f"part{depth}.story")
    desk.write("// nothing", "part30.story")
    ran = desk.run("check", "part0.story", "--output-format", "concise")
    assert ran.code == 1
    assert "this story is put together from more than 10,000 files" in ran.out


def test_a_directory_that_ends_like_a_script_is_a_folder(desk: Desk) -> None:
    desk.write(name="rain.story/main.story")
    assert desk.run("check", "rain.story").code == 0


def test_the_nearest_settings_up_to_the_repository_count(desk: Desk, tmp_path: Path) -> None:
    desk.write('entry = "other.story"\n[data]\nshop = "Rose"\n', "storyc.toml")
    desk.write("PAGE 1\n\nPANEL 1\nThe {{shop}}.\n", "acts/one.story")
    assert desk.run("check", "acts").code == 0
    (tmp_path / "acts" / ".git").mkdir()
    assert "undefined-name" in desk.run("check", "acts").out


def test_a_part_of_a_story_is_read_in_it(desk: Desk) -> None:
    desk.write("INCLUDE cast\n\nINCLUDE acts/one\n\nPAGE 2\n\nPANEL 1 [wyde]\nRain.\n", "comic/main.story")
    desk.write("CAST\n\nTOBY: A boy.\n", "comic/cast.story")
    desk.write("PAGE 1\n\nPANEL 1\nRain.\n\nTOBY: Hello?\n\nNELL: Hello!\n", "comic/acts/one.story")
    assert desk.run("check", "comic/cast.story") == (
        0,
        "",
        "comic/cast.story is read as a part of comic/main.story\n1 file checked, nothing to say\n",
    )
    code, out, err = desk.run("check", "--output-format", "json", "comic/acts/one.story")
    assert (code, [(one["file"], one["name"]) for one in json.loads(out)]) == (
        1,
        [("comic/acts/one.story", "unknown-character")],
    )
    assert err == "comic/acts/one.story is read as a part of comic/main.story\n"
    assert (
        desk.run("check", "-q", "comic/cast.story", "comic/main.story", "--output-format", "concise").out.count("\n")
        == 2
    )


def test_what_nobody_has_changed_is_said_again(desk: Desk) -> None:
    desk.write(WRONG)
    for arguments in (["check"], ["check", "-v"], ["check", "rain.story", "--color", "always"]):
        first, second = (desk.start(*arguments) for _ in range(2))
        anew = desk.start(*arguments, "--no-cache")
        assert first.returncode == second.returncode == anew.returncode == 1
        assert first.stdout == second.stdout == anew.stdout
        assert first.stderr == second.stderr == anew.stderr


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("page.html", b"<!doctype html>\n<html><body><p>PAGE 1</p></body></html>\n", "a web page"),
        ("script.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "a PDF"),
        ("script.rtf", rb"{\rtf1\ansi PAGE 1\par}", "a Rich Text document (.rtf)"),
        ("script.docx", b"PK\x03\x04\x14\0word/document.xml\xff", "a Word document (.docx)"),
        ("script.story", b"\xef\xbb\xbf<html>", "a web page"),
    ],
)
def test_what_another_program_saved_is_called_by_its_name(desk: Desk, name: str, content: bytes, what: str) -> None:
    desk.write(content, name)
    for command in ("check", "plan", "lint"):
        code, out, err = desk.run(command, name)
        assert code == 1
        assert (out + err).startswith(
            f"error[SC0409 wrong-encoding]: this file is {what}, not a script\n --> {name}:1:1\n"
        )
        assert (out + err).endswith("(`storyc import`)\n\n1 error in 1 file\n")
    code, out, err = desk.run("fmt", name)
    assert (code, out) == (2, "")
    assert err.startswith(f"error: {name} is {what}, not a script\n")
    assert (desk.root / name).read_bytes() == content
    (said,) = json.loads(desk.run("check", "-", "--output-format", "json", stdin=content).out)
    assert said["message"] == f"this file is {what}, not a script"


def test_a_screenplay_is_shown_the_way_to_a_script(desk: Desk) -> None:
    desk.write("INT. HOUSE - DAY\n\nRain.\n", "my house.fountain")
    for command in ("check", "build", "lint", "fmt"):
        code, out, err = desk.run(command, "my house.fountain")
        assert (code, out) == (2, "")
        assert err.splitlines() == [
            "error: my house.fountain is a screenplay in Fountain, not a .story",
            "  = help: `storyc import 'my house.fountain' -o 'my house.story'` makes one of it",
        ]

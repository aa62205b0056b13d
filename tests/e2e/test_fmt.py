"""`storyc fmt`: in place, all or nothing, and never at the price of a credit."""

import os
from pathlib import Path
from stat import S_IMODE

import pytest

from tests.e2e.conftest import RAIN, Desk

MESSY = "page 1\npanel 1\n  Rain.\n"
BROKEN = "page 1\npanel 1\n/* Rain.\n"


def content(desk: Desk, name: str = "rain.story") -> str:
    return (desk.root / name).read_bytes().decode()


def test_a_script_is_formatted_in_place(desk: Desk) -> None:
    name = desk.write(MESSY)
    assert desk.run("fmt", name) == (0, "", "1 file formatted\n")
    assert content(desk) == RAIN
    assert desk.run("fmt", name) == (0, "", "1 file left as it is\n")


def test_quiet_and_verbose(desk: Desk) -> None:
    desk.write(MESSY)
    assert desk.run("fmt", "-v").err == "formatted rain.story\n1 file formatted\n"
    assert desk.run("fmt", "-q").err == ""


def test_all_scripts_below_a_folder_but_hidden_ones(desk: Desk) -> None:
    for name in ("a.story", "deep/b.story", ".git/c.story", "deep/.hidden/d.story", "deep/.e.story", "deep/f.txt"):
        desk.write(MESSY, name)
    desk.write(name="deep/same.story")
    assert desk.run("fmt", "--check").out == "a.story\ndeep/b.story\n"
    assert desk.run("fmt").err == "2 files formatted, 1 file left as it is\n"
    assert [
        content(desk, name) for name in (".git/c.story", "deep/.hidden/d.story", "deep/.e.story", "deep/f.txt")
    ] == [MESSY] * 4


def test_check_writes_nothing(desk: Desk) -> None:
    name = desk.write(MESSY)
    assert desk.run("fmt", "--check", name) == (1, "rain.story\n", "1 file would be formatted\n")
    assert content(desk) == MESSY
    desk.write()
    assert desk.run("fmt", "--check", name) == (0, "", "1 file left as it is\n")


def test_a_difference_is_a_patch(desk: Desk) -> None:
    name = desk.write("page 1\npanel 1\nRain.")
    code, out, _ = desk.run("fmt", "--diff", name)
    assert code == 1
    assert out.splitlines() == [
        "--- rain.story", "+++ rain.story (formatted)", "@@ -1,3 +1,4 @@", "-page 1", "-panel 1", "-Rain.",
        "\\ No newline at end of file", "+PAGE 1", "+", "+PANEL 1", "+Rain.",
    ]  # fmt: skip
    assert content(desk) == "page 1\npanel 1\nRain."
    assert "\x1b[31m-page 1\x1b[0m\n" in desk.run("fmt", "--diff", "--color", "always", name).out


def test_a_broken_script_is_untouched_and_does_not_keep_others_waiting(desk: Desk) -> None:
    desk.write(BROKEN, "a.story")
    desk.write(MESSY, "b.story")
    code, out, err = desk.run("fmt")
    assert (code, out) == (1, "")
    assert "error[SC0101 unclosed-comment]" in err
    assert err.endswith("1 file formatted, 1 file with errors untouched\n")
    assert (content(desk, "a.story"), content(desk, "b.story")) == (BROKEN, RAIN)


CONFLICT = "page 1\npanel 1\nRain.\n<<<<<<< HEAD\nCAPTION: It rains.\n=======\nCAPTION: It pours.\n>>>>>>> storm\n"


@pytest.mark.parametrize("more", [(), ("--check",), ("--diff",), ("--renumber",), ("--range", "1-2")])
def test_a_conflict_that_nobody_has_settled_is_untouched(desk: Desk, more: tuple[str, ...]) -> None:
    name = desk.write(CONFLICT, "torn.story")
    code, out, err = desk.run("fmt", *more, name)
    assert (code, out, content(desk, name)) == (1, "", CONFLICT)
    assert err.startswith("error[SC0410 merge-conflict]: two versions of this script were merged")
    assert " --> torn.story:4:1\n" in err
    assert err.endswith("1 error in 1 file\n1 file with errors untouched\n")
    assert err.startswith(desk.run("check", name).out)
    code, out, err = desk.run("fmt", *more, "-", stdin=CONFLICT.encode())
    assert (code, out) == (1, "" if more and more[0] in {"--check", "--diff"} else CONFLICT)
    assert " --> stdin.story:4:1\n" in err


def test_what_is_broken_beside_a_conflict_is_said_in_order(desk: Desk) -> None:
    err = desk.run("fmt", desk.write(f"{CONFLICT}\nPAGE 1\n/* no end\n")).err
    assert [err.index(code) for code in ("SC0410", "SC0101")] == sorted(
        err.index(code) for code in ("SC0410", "SC0101")
    )
    assert "2 errors in 1 file" in err


def test_a_wrong_name_is_no_reason_not_to_format(desk: Desk) -> None:
    name = desk.write(f"{MESSY}\nTOBY:Hello?\n")
    assert desk.run("fmt", name).code == 0
    assert content(desk) == f"{RAIN}\nTOBY: Hello?\n"


def test_stdin_becomes_stdout(desk: Desk) -> None:
    assert desk.run("fmt", "-", stdin=MESSY.encode()) == (0, RAIN, "")
    assert desk.run("fmt", "-", stdin=RAIN.encode()) == (0, RAIN, "")
    code, out, err = desk.run("fmt", "-", "--stdin-filename", "new.story", stdin=BROKEN.encode())
    assert (code, out) == (1, BROKEN)
    assert " --> new.story:3:1\n" in err
    assert desk.run("fmt", "-", "--check", stdin=MESSY.encode())[:2] == (1, "stdin.story\n")


def test_bytes_that_are_no_text_stay(desk: Desk) -> None:
    marked = b"\xef\xbb\xbf" + MESSY.replace("\n", "\r\n").encode()
    name = desk.write(marked)
    desk.run("fmt", name)
    assert (desk.root / name).read_bytes() == b"\xef\xbb\xbf" + RAIN.replace("\n", "\r\n").encode()
    desk.write(b"page 1\npanel 1\n\xff\n", "b.story")
    assert desk.run("fmt", "b.story") == (
        2, "", "error: b.story is not UTF-8\n  = help: save it as UTF-8 in your editor\n"
    )  # fmt: skip


def test_the_rights_of_a_file_stay(desk: Desk) -> None:
    path = desk.root / desk.write(MESSY)
    path.chmod(0o640)
    desk.run("fmt")
    assert S_IMODE(path.stat().st_mode) == 0o640
    assert [entry.name for entry in desk.root.iterdir() if entry.name.startswith(".storyc-")] == []


@pytest.mark.skipif(os.geteuid() == 0, reason="whoever may do everything may write here, too")
def test_a_file_that_may_not_be_written_stays(desk: Desk) -> None:
    path = desk.root / desk.write(MESSY)
    path.chmod(0o440)
    assert desk.run("fmt").code == 2
    assert content(desk) == MESSY


def test_links_are_followed_inside_of_a_folder_only(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "far.story"
    outside.write_text(MESSY)
    desk.write(MESSY, "comic/real.story")
    (desk.root / "comic/inside.story").symlink_to("real.story")
    (desk.root / "comic/outside.story").symlink_to(outside)
    (desk.root / "comic/gone.story").symlink_to("nowhere.story")
    assert desk.run("fmt", "comic").err == "1 file formatted\n"
    assert content(desk, "comic/real.story") == RAIN
    assert (desk.root / "comic/inside.story").is_symlink()
    assert outside.read_text() == MESSY
    assert desk.run("fmt", "comic/outside.story").code == 0  # it was named
    assert outside.read_text() == RAIN
    assert (desk.root / "comic/outside.story").is_symlink()


def test_some_lines_only(desk: Desk) -> None:
    name = desk.write("page 1\npanel 1\n  Rain.\npanel 2\n  Snow.\n")
    assert desk.run("fmt", "--range", "4-5", name).code == 0
    assert content(desk) == "page 1\npanel 1\n  Rain.\n\nPANEL 2\nSnow.\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--range", "x", "rain.story"], "`x` names no lines"),
        (["--range", "5-2", "rain.story"], "`5-2` is no range of lines"),
        (["--range", "0", "rain.story"], "`0` is no range of lines"),
        (["--range", "1-2"], "`--range` is for one script"),
        (["--range", "1-2", "--renumber", "rain.story"], "`--range` and `--renumber` do not go together"),
        (["-", "rain.story"], "`-` is for one script"),
        (["nowhere.story"], "cannot read nowhere.story: No such file or directory"),
        (["empty"], "there is no .story file in empty"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_what_cannot_be_done_is_said(desk: Desk, arguments: list[str], message: str) -> None:
    desk.write(MESSY)
    (desk.root / "empty").mkdir()
    code, out, err = desk.run("fmt", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"error: {message}")
    assert content(desk) == MESSY


def test_new_numbers_count_through_the_story(desk: Desk) -> None:
    page = "PAGE {}\n\nPANEL {}\nRain.\n\nPANEL {} [same as {}]\nSnow.\n"
    desk.write("INCLUDE one\nINCLUDE two\n", "main.story")
    desk.write(page.format(1, 1, 2, 1) + "\n" + page.format(1, 2, 2, 2), "one.story")
    desk.write(page.format(7, 2, 5, 2), "two.story")
    before = desk.run("compile", "main.story").out
    assert desk.run("fmt", "--renumber") == (0, "", "2 files formatted, 1 file left as it is\n")
    assert content(desk, "one.story") == page.format(1, 1, 2, 1) + "\n" + page.format(2, 1, 2, 1)
    assert content(desk, "two.story") == page.format(3, 1, 2, 1)
    assert desk.run("compile", "main.story").out == before
    assert desk.run("check", "main.story").code == 0


def test_what_is_sent_stays(desk: Desk) -> None:
    """A script that has it all, in its folder, with what it includes."""
    desk.write("cast\nCAST\nMARA(Captain,Mara Voss) :A pilot.\n  age:34\n", "cast.story")
    desk.write("cast\nCAST\n", "stray.story")
    name = desk.write(
        "title:Rain\nINCLUDE   cast\nSTYLE\nart:ink\npage one – 2 panels\npanel 1\nMara  waits.\n\nMARA(off):No.\n"
        ": Yes.\n\npanel 2 (wide)\nCaptain\nSFX:BOOM\n",
        "main.story",
    )
    before = desk.run("compile", name)
    assert before.code == 0
    assert desk.run("fmt").code == 0
    after = desk.run("compile", name)
    assert [line for line in after.out.splitlines() if '"line"' not in line] == [
        line for line in before.out.splitlines() if '"line"' not in line
    ]
    assert "Mara  waits.\n\nMARA (off): No.\n: Yes.\n\nPANEL 2 [wide]\nCaptain\nSFX:BOOM\n" in content(
        desk, "main.story"
    )


def test_a_script_that_would_not_be_drawn_alike_is_refused(desk: Desk) -> None:
    """A name that is a sentence: nobody can tell that it is one without the cast."""
    desk.write("CAST\n\nHE WHO RUNS.: A runner.\n", "cast.story")
    messy = "INCLUDE cast\n\nPAGE 1\n\nPANEL 1\nRain.\n\nHE WHO RUNS.\nSFX:BOOM\n"
    name = desk.write(messy, "main.story")
    code, _, err = desk.run("fmt", name)
    assert code == 2
    assert err.startswith("error: main.story is left as it is: formatted, other pictures would be asked for\n")
    assert content(desk, "main.story") == messy


def test_the_examples_are_formatted(desk: Desk) -> None:
    examples = Path(__file__).parents[2] / "examples"
    assert desk.run("fmt", "--check", "--renumber", str(examples))[:2] == (0, "")

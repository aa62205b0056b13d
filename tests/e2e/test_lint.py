"""`storyc lint`: opinions, which of them are wanted, and what mends them."""

import json
from collections.abc import Iterator
from os import geteuid
from pathlib import Path

import pytest

from storyc.cli.revising.mending import MOST_ROUNDS, mend
from storyc.diagnostics import Diagnostic, Edit, Fix, Label, codes
from storyc.diagnostics.rendering import FORMS
from storyc.planning import Pace
from storyc.project import Checked, check_project, find_project
from storyc.text import Span
from tests.e2e.conftest import CHECKOUT, RAIN, Desk
from tests.kill.server import Service, served

EXAMPLES = sorted(path.parent for path in (CHECKOUT / "examples").glob("*/storyc.toml"))
RUN = "CAST\n\nTOBY: A boy.\n\nPAGE 1\n\nPANEL 1\nToby runs, then jumps, then falls.\n"
CAST = "CAST\n\nANN: Tall.\n\nTOBY: A boy.\n\n"
LONELY = f"{CAST}PAGE 1\n\nPANEL 1\nToby waits.\n"
WRONG = "PAGE 1\n\nPANEL 1\nRain.\n\nTOBBY: Hello?\n"
BOUGHT = "PAGE 1\n\nPANEL 1\nRain on the quay.\n\nPANEL 2\nFog.\n"
IDLE = "PAGE 1\n\nPANEL 1\nRain. /* storyc: ignore silent-run */\n"


def codes_of(out: str) -> list[str]:
    return [one["name"] for one in json.loads(out)]


def test_nothing_to_say(desk: Desk) -> None:
    assert desk.run("lint", desk.write()) == (0, "", "1 file read, no opinion\n")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_the_examples_leave_nothing_to_say(desk: Desk, example: Path) -> None:
    assert desk.run("lint", str(example)).out == ""


def test_a_new_project_leaves_nothing_to_say(desk: Desk) -> None:
    desk.run("init")
    assert desk.run("lint").out == ""


def test_opinions_go_to_stdout(desk: Desk) -> None:
    code, out, err = desk.run("lint", desk.write(RUN))
    assert (code, err) == (1, "")
    assert out.startswith(
        "warning[SC0514 several-moments]: this panel tells 3 moments, one after the other\n --> rain.story:8:"
    )


@pytest.mark.parametrize("form", FORMS)
def test_every_form(desk: Desk, form: str) -> None:
    code, out, err = desk.run("lint", "--output-format", form, desk.write(RUN))
    assert (code, err) == (1, "")
    assert "SC0514" in out or "several-moments" in out


def test_about_what_does_not_check_there_is_no_opinion(desk: Desk) -> None:
    for more in ([], ["--exit-zero"], ["--select", "silent-run"]):
        code, out, _ = desk.run("lint", *more, "--output-format", "json", desk.write(WRONG))
        assert (code, codes_of(out)) == (1, ["unknown-character"])


def test_what_check_says_of_what_checks_is_left_to_it(desk: Desk) -> None:
    assert desk.run("lint", desk.write("PAGE 1\n\nPANEL 1 [wyde]\nRain.\n")).code == 0


def test_a_note_is_no_finding_and_neither_is_anything_with_exit_zero(desk: Desk) -> None:
    desk.write('[lint.rules]\nseveral-moments = "note"\n', "storyc.toml")
    code, out, _ = desk.run("lint", desk.write(RUN))
    assert code == 0
    assert "note[SC0514" in out
    desk.write('[lint.rules]\nseveral-moments = "error"\n', "storyc.toml")
    assert desk.run("lint", "rain.story").code == 1
    assert desk.run("lint", "--exit-zero", "rain.story").code == 0


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ([], ["unused-name"]),
        (["--select", "silent-run"], []),
        (["--select", "SC0511,SC0512"], ["unused-name", "once-used-name"]),
        (["--select", "all", "--ignore", "SC0511"], ["once-used-name"]),
        (["--ignore", "unused-name", "--ignore", "silent-run"], []),
    ],
)
def test_rules_are_chosen(desk: Desk, arguments: list[str], found: list[str]) -> None:
    assert codes_of(desk.run("lint", *arguments, "--output-format", "json", desk.write(LONELY)).out) == found


def test_rules_are_set_in_the_project(desk: Desk) -> None:
    desk.write("[tool.storyc.lint.rules]\nunused-name = 'off'\nonce-used-name = 'warning'\n", "pyproject.toml")
    assert codes_of(desk.run("lint", "--output-format", "json", desk.write(LONELY)).out) == ["once-used-name"]


@pytest.mark.parametrize(
    ("settings", "message", "hint"),
    [
        ("[lint.rules]\nunsed-name = 'off'", "there is no rule `unsed-name`", "did you mean `unused-name`?"),
        ("[lint]\nselect = ['x']", "`lint` has no setting `select`", "there are: rules"),
        ("lint = 5", "`lint` cannot be used as it is", "`[lint.rules]`"),
        ("[lint.rules]\nunused-name = {level = 'of'}", "`lint.rules.unused-name` cannot be used", '"off", "note"'),
    ],
)
def test_slips_in_settings(desk: Desk, settings: str, message: str, hint: str) -> None:
    desk.write(settings, "storyc.toml")
    code, out, err = desk.run("lint", desk.write())
    assert (code, out) == (2, "")
    assert "storyc.toml: " in err
    assert message in err
    assert hint in err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--select", "silentrun"], "did you mean `silent-run`?"),
        (["--ignore", "SC9999"], "there is no rule `SC9999`"),
        (["--unsafe-fixes"], "--unsafe-fixes mends nothing by itself"),
        (["--fix", "-"], "there is no file to write what comes on stdin to"),
        (["nowhere.story"], "nowhere.story"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_slips_on_the_command_line(desk: Desk, arguments: list[str], message: str) -> None:
    desk.write()
    code, out, err = desk.run("lint", *arguments, stdin=RAIN.encode())
    assert (code, out) == (2, "")
    assert message in err


def test_a_script_from_stdin(desk: Desk) -> None:
    code, out, _ = desk.run("lint", "-", "--output-format", "concise", stdin=RUN.encode())
    assert code == 1
    assert out.startswith("stdin.story:8:")
    diff = desk.run("lint", "-", "--diff", stdin=IDLE.encode())
    assert (diff.code, diff.out.splitlines()[-2:]) == (1, ["-Rain. /* storyc: ignore silent-run */", "+Rain."])


def test_several_paths(desk: Desk) -> None:
    code, out, err = desk.run(
        "lint", desk.write(RUN), "nowhere.story", desk.write(LONELY, "b.story"), "--output-format", "concise"
    )
    assert code == 2
    assert [line.split(":")[0] for line in out.splitlines()] == ["rain.story", "b.story"]
    assert "nowhere.story" in err


def test_fixes_are_shown_and_nothing_is_changed(desk: Desk) -> None:
    path = desk.write(IDLE, "acts/rain.story")
    code, out, err = desk.run("lint", "--diff", path)
    assert (code, err) == (1, "")
    assert out == (
        "--- acts/rain.story\n+++ acts/rain.story\n@@ -1,4 +1,4 @@\n PAGE 1\n \n PANEL 1\n"
        "-Rain. /* storyc: ignore silent-run */\n+Rain.\n"
    )
    assert (desk.root / path).read_text("utf-8") == IDLE
    assert desk.run("lint", "--diff", "--exit-zero", path).code == 0
    assert desk.run("lint", "--diff", desk.write()) == (0, "", "")


def test_a_diff_says_when_a_line_end_is_missing(desk: Desk) -> None:
    out = desk.run("lint", "--diff", desk.write(IDLE.rstrip("\n"))).out
    assert out.endswith("+Rain.\n\\ No newline at end of file\n")


def test_fixes_are_written(desk: Desk) -> None:
    path = desk.write(IDLE)
    assert desk.run("lint", "--fix", path) == (0, "", "1 fix applied in 1 file\n1 file read, no opinion\n")
    assert (desk.root / path).read_text("utf-8") == RAIN
    assert desk.run("lint", "--fix", path).err == "1 file read, no opinion\n"


def test_unsafe_fixes_have_to_be_asked_for(desk: Desk) -> None:
    path = desk.write(LONELY)
    code, out, err = desk.run("lint", "--fix", path)
    assert code == 1
    assert "fix: remove `ANN`" in out
    assert "`storyc lint --unsafe-fixes --diff` shows them" in err
    assert (desk.root / path).read_text("utf-8") == LONELY
    assert desk.run("lint", "--fix", "--unsafe-fixes", path).code == 0
    assert (desk.root / path).read_text("utf-8") == LONELY.replace("ANN: Tall.\n\n", "")


def test_what_check_knows_to_mend_is_mended_too(desk: Desk) -> None:
    path = desk.write("CAST\n\n    TOBY: A boy.\n\nPANEL 1\nToby waits.\n")
    assert desk.run("lint", "--fix", path).code == 0
    assert (desk.root / path).read_text("utf-8") == "CAST\n\nTOBY: A boy.\n\nPAGE 1\n\nPANEL 1\nToby waits.\n"


def test_a_script_that_does_not_check_is_mended_as_far_as_it_goes(desk: Desk) -> None:
    path = desk.write(f"CAST\n\nTOBY: A boy.\n\n{WRONG}")
    assert desk.run("lint", "--fix", path).code == 1
    assert "unknown-character" not in desk.run("lint", "--fix", "--unsafe-fixes", path).out
    assert "\nTOBY: Hello?" in (desk.root / path).read_text("utf-8")


def test_a_fix_that_would_break_a_script_is_not_taken_and_the_others_are(desk: Desk) -> None:
    project = find_project(desk.root / desk.write("PAGE 1\n\nPANEL 1\nRain.\n"))

    def find(checked: Checked) -> Iterator[Diagnostic]:
        text = checked.sources["rain.story"].text
        for word, instead in (("PANEL 1", "PANEL 1 [wyde]"), ("Rain.", "Snow."), ("PAGE 1", "/*")):
            if word in text:
                at = text.index(word)
                place = Label("rain.story", Span(at, at + len(word)))
                fix = Fix("mend it", (Edit(place.source, place.span, instead),))
                yield Diagnostic(codes.EMPTY_PANEL, "wrong", place, fixes=(fix,))

    result = mend(project, check_project(project), lambda checked: tuple(find(checked)), unsafe=False)
    assert result.texts == {"rain.story": (RAIN, RAIN.replace("Rain", "Snow"))}
    assert result.fixes == 1


def test_included_files_are_mended_where_they_stand(desk: Desk) -> None:
    desk.write("INCLUDE acts/one\n")
    desk.write(IDLE, "acts/one.story")
    assert desk.run("lint", "--fix", "rain.story").code == 0
    assert (desk.root / "acts/one.story").read_text("utf-8") == RAIN


def test_a_file_stays_as_it_is_but_for_its_fixes(desk: Desk) -> None:
    desk.write(b"\xef\xbb\xbf" + IDLE.replace("\n", "\r\n").encode(), "real.story")
    real, link = desk.root / "real.story", desk.root / "rain.story"
    real.chmod(0o600)
    link.symlink_to(real)
    assert desk.run("lint", "--fix", "rain.story").code == 0
    assert link.is_symlink()
    assert real.read_bytes() == b"\xef\xbb\xbf" + RAIN.replace("\n", "\r\n").encode()
    assert real.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(geteuid() == 0, reason="nothing is shut for the superuser")
def test_a_file_that_cannot_be_written(desk: Desk) -> None:
    folder = (desk.root / desk.write(IDLE, "shut/rain.story")).parent
    folder.chmod(0o500)
    code, _, err = desk.run("lint", "--fix", "shut/rain.story")
    folder.chmod(0o700)
    assert code == 2
    assert "cannot write" in err


def test_mending_comes_to_an_end(desk: Desk) -> None:
    many = "".join(f"PANEL {number}\nRain. /* storyc: ignore */\n\n" for number in range(1, 20))
    path = desk.write(f"PAGE 1\n\n{many}")
    assert MOST_ROUNDS < 19
    assert desk.run("lint", "--fix", path, "--ignore", "panels-per-page,silent-run").code == 0
    assert "storyc:" not in (desk.root / path).read_text("utf-8")


def test_help_names_the_comment_that_keeps_a_rule_quiet(desk: Desk) -> None:
    assert "/* storyc: ignore RULE */" in desk.run("lint", "--help").out


def test_an_edit_that_only_costs_is_told_of_and_taken_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storyc.pipeline.desks.PAID_PACE", Pace(first_look_s=0.0, shortest_pause_s=0.01))
    monkeypatch.setenv("LLAMAGEN_API_KEY", "sk-very-secret")
    desk.write(BOUGHT)
    with served(Service()) as port:
        monkeypatch.setenv("LLAMAGEN_BASE_URL", f"http://127.0.0.1:{port}/shop")
        assert desk.run("build", "--backend", "api", "--yes", "--max-cost", "1000", "rain.story").code == 0
    assert desk.run("lint").out == ""
    desk.write(BOUGHT.replace("the quay", "the Quay"))
    assert "draws this panel again for 150 credits" in desk.run("lint").out
    assert desk.run("lint", "--fix").out == desk.run("lint").out
    assert "1 fix applied" in desk.run("lint", "--fix", "--unsafe-fixes").err
    assert (desk.root / "rain.story").read_text("utf-8") == BOUGHT
    (desk.root / ".storyc" / "ledger.sqlite").write_bytes(b"not a ledger")
    code, out, err = desk.run("lint")
    assert (code, out) == (0, "")
    assert "nothing is said about edits that cost" in err


def test_a_part_of_a_story_is_read_in_it(desk: Desk) -> None:
    run = RUN.partition("PAGE")[2]
    desk.write(f"INCLUDE cast\n\nINCLUDE one\n\nPAGE{run.replace(' 1', ' 2', 1)}", "main.story")
    desk.write("CAST\n\nTOBY: A boy.\n", "cast.story")
    desk.write(f"PAGE{run}", "one.story")
    code, out, err = desk.run("lint", "one.story", "--output-format", "json")
    assert (code, codes_of(out), {one["file"] for one in json.loads(out)}) == (1, ["several-moments"], {"one.story"})
    assert err == "one.story is read as a part of main.story\n"
    assert desk.run("lint", "cast.story").err.endswith("1 file read, no opinion\n")
    desk.write(f"INCLUDE cast\n\n{WRONG}", "main.story")
    ran = desk.run("lint", "cast.story")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.endswith("main.story does not check, so there is no opinion\n")

"""What holds for every command: help, slips, settings, exit codes."""

import json
from re import match

import pytest

from storyc import __version__
from storyc.cli.overview import COMMANDS, overview
from storyc.diagnostics.codes import ALL
from tests.e2e.conftest import RAIN, Desk


def test_help_shows_every_command(desk: Desk) -> None:
    code, out, _ = desk.run("--help")
    assert code == 0
    assert all(f"  {name} " in out for name in COMMANDS)


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "sim"])
def test_help_of_a_command_begins_with_an_example(desk: Desk, name: str) -> None:
    code, out, _ = desk.run(name, "-h")
    assert code == 0
    assert match(rf"(?s).*  Example:\n    storyc {name}\b", out)
    assert "--color" in out


def test_nothing_is_answered_with_an_overview(desk: Desk) -> None:
    assert desk.run() == (2, "", overview())


def test_the_version(desk: Desk) -> None:
    assert desk.run("--version") == (0, f"storyc {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "help_"),
    [
        (["chek"], "There is no command `chek`. Did you mean `check`?"),
        (["xyzzy"], "There is no command `xyzzy`. Commands are: init, check,"),
        (["--vershun"], "No such option '--vershun'. Did you mean '--version'?"),
        (["check", "--output-fromat", "json"], "Did you mean '--output-format'?"),
        (["check", "--output-format", "jsn"], "'jsn' is not one of 'full', 'concise', 'json'"),
        (["check", "--color", "red"], "'red' is not one of 'auto', 'always', 'never'"),
        (["explain"], "Name one diagnostic, or say --all."),
        (["explain", "--all", "SC0201"], "Name one diagnostic, or say --all."),
        (["explain", "unknown-charcter"], "There is no diagnostic `unknown-charcter`. Did you mean `unknown-character`?"),
        (["explain", "SC9999"], "`storyc explain --all` lists them."),
        (["compile", "a.story", "b.story"], "Got unexpected extra argument (b.story)"),
        (["compile", "--unit", "0"], "0 is not in the range x>=1"),
        (["compile", "--layout", "bok"], "'bok' is not one of 'auto', 'pages', 'book', 'panels'"),
        (["build", "--max-cost", "lots"], "'lots' is not a valid integer range"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_slips_on_the_command_line(desk: Desk, arguments: list[str], help_: str) -> None:
    code, out, err = desk.run(*arguments)
    assert (code, out) == (2, "")
    assert help_ in err
    assert "--help" in err


@pytest.mark.parametrize("command", ["check", "compile", "build"])
@pytest.mark.parametrize(
    ("settings", "help_"),
    [
        ('entri = "rain.story"', "did you mean `entry`?"),
        (
            'api-key = "k"',
            "settings are: entry, layout, template, profile, theme, assets, source-link, max-cost, polls-count, data, lint",
        ),
        ("entry = 5", "it takes the path of a script, in quotes"),
        ('entry = "../rain.story"', "write a path below it"),
        ('entry = "nowhere.story"', "correct `entry`"),
        ('layout = "bok"', "it takes `auto`, `pages`, `book` or `panels`"),
        ("max-cost = -1", "it takes a whole number of credits"),
        ("[data]\nshop = 1", "it takes a table of texts in quotes"),
        ("entry = ", "storyc.toml is not valid TOML"),
        ("entry = harbour.story", 'text stands in quotes, as in `entry = "harbour.story"`'),
    ],
)
def test_slips_in_settings(desk: Desk, command: str, settings: str, help_: str) -> None:
    desk.write()
    desk.write(settings, "storyc.toml")
    code, out, err = desk.run(command)
    assert (code, out) == (2, "")
    assert "storyc.toml" in err
    assert help_ in err


def test_every_diagnostic_is_explained(desk: Desk) -> None:
    code, out, _ = desk.run("explain", "--all")
    assert code == 0
    assert all(f"{one.number} {one.name} (" in out for one in ALL.values())
    _, out, _ = desk.run("explain", "--all", "--output-format", "json")
    assert [one["code"] for one in json.loads(out)] == list(ALL)


def test_a_diagnostic_is_explained_by_number_or_name_in_any_case(desk: Desk) -> None:
    by_number = desk.run("explain", "sc0201")
    assert by_number.code == 0
    assert by_number == desk.run("explain", "SC0201") == desk.run("explain", "Unknown-Character")
    assert json.loads(desk.run("explain", "SC0201", "--output-format", "json").out)["name"] == "unknown-character"


def test_compiling_twice_gives_equal_bytes_on_stdout_and_in_a_file(desk: Desk) -> None:
    desk.write(RAIN + "\nPAGE 2\n\nPANEL 1\nSun.\n\nPANEL 2\nSnow.\n")
    first, second = desk.start("compile", PYTHONHASHSEED="1"), desk.start("compile", PYTHONHASHSEED="2")
    assert first.returncode == second.returncode == 0
    assert first.stdout == second.stdout
    assert desk.run("compile", "-o", "requests.json") == (0, "", "")
    assert (desk.root / "requests.json").read_bytes() == first.stdout
    assert len(json.loads(first.stdout)["units"]) == 2


def test_one_request_of_several(desk: Desk) -> None:
    desk.write(RAIN + "\nPAGE 2\n\nPANEL 1\nSun.\n\nPANEL 2\nSnow.\n")
    whole = json.loads(desk.run("compile", "--layout", "panels").out)
    only = json.loads(desk.run("compile", "--layout", "panels", "--unit", "3").out)
    assert only["units"] == whole["units"][2:3]
    code, out, err = desk.run("compile", "--unit", "3")
    assert (code, out) == (2, "")
    assert err == "error: there is no request 3\n  = help: this script becomes 2\n"


@pytest.mark.parametrize("command", ["compile", "build"])
def test_a_script_with_an_error_has_no_result(desk: Desk, command: str) -> None:
    code, out, err = desk.run(command, desk.write(f"{RAIN}\nTOBY: Hello?\n"))
    assert (code, out) == (1, "")
    assert "unknown-character" in err
    assert not (desk.root / "build").exists()


@pytest.mark.parametrize("command", ["compile", "build"])
def test_a_warning_does_not_stop_a_result(desk: Desk, command: str) -> None:
    code, out, err = desk.run(command, desk.write("PAGE 1\n\nPANEL 1 [wyde]\nRain.\n"))
    assert code == 0
    assert out
    assert "unknown-tag" in err


@pytest.mark.parametrize("output", ["nowhere/out.json", "folder"])
def test_a_place_that_cannot_be_written_to(desk: Desk, output: str) -> None:
    (desk.root / "folder").mkdir()
    code, _, err = desk.run("compile", desk.write(), "-o", output)
    assert code == 2
    assert output.partition("/")[0] in err


def test_the_template_of_a_project(desk: Desk) -> None:
    desk.write()
    desk.write('template = "prompt.jinja"', "storyc.toml")
    assert "cannot read the template prompt.jinja: No such file or directory" in desk.run("compile").err
    desk.write(b"\xff", "prompt.jinja")
    assert "the template prompt.jinja is not UTF-8" in desk.run("compile").err
    desk.write("{% if %}", "prompt.jinja")
    code, _, err = desk.run("compile")
    assert code == 2
    assert "Traceback" not in err
    desk.write("Draw rain.", "prompt.jinja")
    assert json.loads(desk.run("compile").out)["units"][0]["request"]["prompt"] == "Draw rain."

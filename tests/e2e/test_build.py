"""From nothing to a storyboard, and again after a change: `init`, `build`, edit, `build`."""

import os
from pathlib import Path

import pytest

from tests.e2e.conftest import RAIN, Desk

SECRET = "sk-very-secret-0123456789"
PAGE = os.path.join("build", "storyboard.html")  # noqa: PTH118 - as it is printed


def pictures(root: Path) -> dict[str, float]:
    return {path.name: path.stat().st_mtime for path in sorted((root / "build" / "art").iterdir())}


def test_init_then_build_then_edit_then_build(desk: Desk) -> None:
    code, out, err = desk.run("init", "my comic")
    assert (code, out) == (0, "")
    assert err.endswith("now try:  storyc build 'my comic'\n")
    root = desk.root / "my comic"
    assert sorted(path.name for path in root.iterdir()) == [
        ".gitattributes",
        ".gitignore",
        "story.story",
        "storyc.toml",
    ]
    assert desk.run("check", "my comic") == (0, "", "1 file checked, nothing to say\n")

    code, out, err = desk.run("build", "my comic")
    assert code == 0
    assert out.splitlines() == ["my comic/build/storyboard.html", "my comic/build/storyboard.md"]
    assert err.startswith("3 pictures: 1 request drawn, 0 kept\nthis is a draft")
    assert "Bring the dog." in (root / "build" / "storyboard.html").read_text("utf-8")
    first = pictures(root)
    assert len(first) == 3

    code, _, err = desk.run("build", "my comic")
    assert code == 0
    assert err.startswith("nothing has changed: 3 pictures kept, nothing drawn, nothing written\n")

    story = root / "story.story"
    story.write_text("// a remark\n\n" + story.read_text("utf-8"), "utf-8")
    _, _, err = desk.run("build", "my comic")
    assert "nothing drawn" in err or "0 requests drawn, 1 kept" in err
    assert pictures(root) == first

    story.write_text(story.read_text("utf-8") + "\nPAGE TWO\n\nPANEL 1\nThe pier, empty.\n", "utf-8")
    code, _, err = desk.run("build", "my comic")
    assert code == 0
    assert err.startswith("4 pictures: 1 request drawn, 1 kept\n")
    assert pictures(root).items() > first.items()


@pytest.mark.parametrize("part", [("--only", "1"), ("--limit", "1")])
def test_what_was_asked_for_is_done_even_if_it_is_not_all(desk: Desk, part: tuple[str, str]) -> None:
    desk.write(f"Layout: pages\n\n{RAIN}\nPAGE 2\n\nPANEL 1\nSea.\n")
    code, _, err = desk.run("build", *part)
    assert code == 0
    assert "1 picture: 1 request drawn, 0 kept\n1 request is left for another build, as you asked\n" in err
    code, _, err = desk.run("build")
    assert code == 0
    assert err.startswith("2 pictures: 1 request drawn, 1 kept\n")


def test_init_leaves_what_is_there(desk: Desk) -> None:
    desk.write("mine", "story.story")
    code, _, err = desk.run("init")
    assert code == 0
    assert "kept    story.story\n" in err
    assert err.endswith("now try:  storyc build\n")
    assert (desk.root / "story.story").read_text() == "mine"
    assert "now try" not in desk.run("init").err


def test_init_where_no_folder_can_be(desk: Desk) -> None:
    desk.write("mine", "file")
    assert desk.run("init", "file").code == 2
    code, _, err = desk.run("init", "file/folder")
    assert code == 2
    assert err.startswith("error: cannot write file/folder/story.story: ")


def test_a_script_from_stdin_is_built_here(desk: Desk) -> None:
    code, out, _ = desk.run("build", "-", stdin=RAIN.encode())
    assert (code, out.splitlines()[0]) == (0, PAGE)


def test_equal_scripts_build_equal_pages(desk: Desk) -> None:
    for name in ("one", "two"):
        desk.write(name=f"{name}/main.story")
        assert desk.run("build", name).code == 0
    one, two = ((desk.root / name / "build" / "storyboard.html").read_bytes() for name in ("one", "two"))
    assert one == two


@pytest.mark.parametrize(
    ("environment", "arguments", "code", "message"),
    [
        ({}, ["--backend", "api"], 4, "there is no API key"),
        ({}, ["--api-key-file", "nowhere"], 4, "cannot read the API key from nowhere: No such file or directory"),
        ({}, ["--api-key-file", "main.story"], 4, "main.story holds no API key"),
        ({}, ["--api-key-file", "binary"], 4, "cannot read the API key from binary: it is not text"),
        ({"LLAMAGEN_API_KEY": SECRET}, [], 3, "nobody is here to agree"),
        ({"LLAMAGEN_API_KEY": SECRET}, ["--yes"], 3, "nobody is here to agree"),
        ({"LLAMAGEN_API_KEY": SECRET}, ["--max-cost", "900"], 3, "nobody is here to agree"),
        ({"LLAMAGEN_API_KEY": SECRET}, ["--yes", "--max-cost", "1"], 3, "this build costs 150 credits, over the limit of 1"),
        ({"LLAMAGEN_API_KEY": SECRET, "LLAMAGEN_BASE_URL": "http://example.com"}, [], 2, "it begins with https://"),
        ({"LLAMAGEN_API_KEY": SECRET, "LLAMAGEN_BASE_URL": f"http://a:{SECRET}@b.c"}, [], 2, "it begins with https://"),
        ({"LLAMAGEN_API_KEY": SECRET, "LLAMAGEN_BASE_URL": "http://127.0.0.1:99999"}, [], 2, "LLAMAGEN_BASE_URL is no address"),
        ({"LLAMAGEN_API_KEY": SECRET, "LLAMAGEN_BASE_URL": "https://[::1"}, [], 2, "LLAMAGEN_BASE_URL is no address"),
        ({"LLAMAGEN_API_KEY": f"{SECRET}\n{SECRET}"}, ["--yes", "--max-cost", "900"], 4, "the API key"),
    ],
)  # fmt: skip
def test_refusals_say_what_is_missing_and_never_the_key(
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    arguments: list[str],
    code: int,
    message: str,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    desk.write(b"\xff", "binary")
    desk.write(name="main.story")
    ran = desk.run("build", "-v", *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert message in ran.err
    assert "Traceback" not in ran.err
    assert SECRET not in ran.err
    written = [path for path in desk.root.rglob("*") if path.is_file()]
    assert not [path for path in written if SECRET.encode() in path.read_bytes()]


def test_drafts_are_free_also_with_a_key(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LLAMAGEN_API_KEY", SECRET)
    desk.write(name="main.story")
    assert desk.run("build", "--backend", "draft").code == 0


def test_a_reference_that_is_gone_by_the_time_of_building_is_an_error(desk: Desk) -> None:
    desk.write("CAST\n\nMARA: A pilot.\n    ref: mara.png\n\nPAGE 1\n\nPANEL 1\nMara.\n", "main.story")
    code, _, err = desk.run("build")
    assert code == 1
    assert "missing-file" in err


@pytest.mark.parametrize("name", [".storyc", ".storyc/draft", "build", "build/art"])
def test_a_file_that_stands_in_the_way_is_named(desk: Desk, name: str) -> None:
    desk.write(name="main.story")
    desk.write("mine", name)
    code, out, err = desk.run("build")
    assert (code, out) == (2, "")
    assert err.startswith("error: cannot ")
    assert name.rpartition("/")[2] in err
    assert (desk.root / name).read_text() == "mine"


@pytest.mark.parametrize("content", ["", "{", "[]", "null", "{}", '{"inputs": 1}', "\0"])
def test_a_broken_stamp_costs_nothing(desk: Desk, content: str) -> None:
    desk.write(name="main.story")
    assert desk.run("build").code == 0
    desk.write(content, ".storyc/stamp.json")
    code, _, err = desk.run("build")
    assert code == 0
    assert err.startswith(("nothing has changed", "1 picture: 0 requests drawn, 1 kept"))


def test_what_cannot_be_read_or_written_is_named(desk: Desk) -> None:
    desk.write(name="read/rain.story")
    desk.write(name="write/rain.story")
    desk.write("INCLUDE rain\n", "read/main.story")
    (desk.root / "read" / "rain.story").chmod(0)
    (desk.root / "write").chmod(0o555)
    if os.access(desk.root / "read" / "rain.story", os.R_OK):
        pytest.skip("whoever runs this may read and write everything")
    for arguments in (["check", "read/rain.story"], ["check", "read"], ["build", "write"], ["init", "write"]):
        code, _, err = desk.run(*arguments)
        assert code == 2
        assert "rain.story: Permission denied" in err or "write/" in err
        assert "Traceback" not in err
    (desk.root / "write").chmod(0o755)

"""Files that are not there, and what may be meant by them."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from storyc.diagnostics import Diagnostic, apply_fixes
from storyc.project import Checked, check_project, check_sources, find_project
from storyc.text import DiskFiles, MemoryFiles

PAGE = "PAGE 1\n\nPANEL 1\nRain.\n"
PNG = b"\x89PNG\r\n\x1a\n"


def checked_of(contents: Mapping[str, str | bytes]) -> Checked:
    files = {name: content.encode() if isinstance(content, str) else content for name, content in contents.items()}
    return check_sources("main.story", MemoryFiles(files), {})


def said(contents: Mapping[str, str | bytes]) -> tuple[Diagnostic, ...]:
    return checked_of(contents).diagnostics


def mended(contents: Mapping[str, str | bytes], *, unsafe: bool = False) -> str | None:
    """Return the main script with its fixes applied; None if there are none."""
    checked = checked_of(contents)
    return apply_fixes(checked.sources, checked.diagnostics, unsafe=unsafe).texts.get("main.story")


@pytest.mark.parametrize(
    ("written", "there", "is_safe"),
    [
        ("Cast.story", "cast.story", True),
        ("Cast", "cast.story", True),
        ("Parts/CAST", "parts/cast.story", True),
        ("cafe\u0301", "caf\u00e9.story", True),
        ("cats", "cast.story", False),
        ("prats/cast", "parts/cast.story", False),
        ("char", "characters.story", False),
    ],
)
def test_an_include_that_is_spelled_otherwise(written: str, there: str, is_safe: bool) -> None:
    story = {"main.story": f"INCLUDE {written}\n\n{PAGE}", there: "CAST\n\nEVE: She.\n", "zoo/other.story": ""}
    (one,) = said(story)
    assert (one.code.name, one.helps) == ("missing-file", (f"did you mean `{there}`?",))
    whole = f"INCLUDE {there}\n\n{PAGE}"
    assert (mended(story), mended(story, unsafe=True)) == (whole if is_safe else None, whole)


@pytest.mark.parametrize(
    ("written", "there"),
    [
        ("Art/Mara.PNG", "art/mara.png"),
        ("art/mara.png", "art/mara.jpg"),
        ("art/maar.png", "art/mara.png"),
        ("art/mara", "art/mara.png"),
    ],
)
def test_a_picture_that_is_spelled_otherwise(written: str, there: str) -> None:
    main = f"CAST\n\nEVE: She.\n    ref: {written}\n\n{PAGE}"
    story: dict[str, str | bytes] = {"main.story": main, there: PNG, "art/mara.txt": "Notes."}
    (one,) = said(story)
    assert one.helps == (f"did you mean `{there}`?",)
    assert mended(story, unsafe=True) == f"CAST\n\nEVE: She.\n    ref: {there}\n\n{PAGE}"


def test_a_path_is_written_as_it_is_seen_from_its_script() -> None:
    story: dict[str, str | bytes] = {
        "main.story": f"INCLUDE parts/cast\n\n{PAGE}",
        "parts/cast.story": "CAST\n\nEVE: She.\n    ref: ../Art/eve.png\n",
        "art/eve.png": PNG,
    }
    (one,) = said(story)
    assert (one.primary.source, one.helps) == ("parts/cast.story", ("did you mean `../art/eve.png`?",))


@pytest.mark.parametrize("there", ["storm.story", ".cast.story", "cast.story.bak", "cast/notes.txt", "cast.png"])
def test_nothing_else_is_meant(there: str) -> None:
    (one,) = said({"main.story": f"INCLUDE Cast\n\n{PAGE}", there: ""})
    assert one.helps == ("paths are relative to the file that includes; `.story` is added if it is missing",)
    assert not one.fixes


def test_a_script_is_not_told_to_include_itself() -> None:
    (one,) = said({"main.story": f"INCLUDE Main\n\n{PAGE}"})
    assert not one.fixes


def test_a_comment_in_a_path_is_not_overwritten() -> None:
    (one,) = said({"main.story": f"INCLUDE Ca/* x */st\n\n{PAGE}", "cast.story": ""})
    assert (one.code.name, one.fixes) == ("missing-file", ())


class _Counted(DiskFiles):
    """Files that count how often a folder was looked into."""

    looks = 0

    def names(self, folder: str) -> tuple[str, ...]:
        self.looks += 1
        return super().names(folder)


def test_folders_are_looked_into_once_and_only_for_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "art").mkdir()
    (tmp_path / "art" / "eve.png").write_bytes(PNG)
    lines = "".join(f"EVE {chr(65 + number)}: She.\n    ref: {{path}}{number}.png\n\n" for number in range(20))
    main = tmp_path / "main.story"
    main.write_text("CAST\n\nEVE: She.\n    ref: art/eve.png\n\n" + PAGE)
    files = _Counted(tmp_path)
    assert not check_sources("main.story", files, {}).diagnostics
    assert files.looks == 0
    main.write_text(f"CAST\n\n{lines.replace('{path}', 'art/adam')}{PAGE}")
    assert len(check_sources("main.story", files, {}).diagnostics) == 20
    assert files.looks == 2, "the root and `art`, once each"


def test_names_that_no_script_can_write(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/CAST\xff.story")).write_text("")
        (tmp_path / "CAST\n.story").write_text("")
    except OSError:
        pytest.skip("needs a file system that takes any name")
    (tmp_path / "main.story").write_text(f"INCLUDE cast\n\n{PAGE}")
    (one,) = check_sources("main.story", DiskFiles(tmp_path), {}).diagnostics
    assert not one.fixes


SETTINGS = ", or put an empty `storyc.toml` into a folder above both"


@pytest.mark.parametrize("line", ["INCLUDE ../cast", "CAST\n\nEVE: She.\n    ref: ../eve.png"])
def test_settings_above_bring_what_lies_outside_into_the_project(tmp_path: Path, line: str) -> None:
    folder = tmp_path / "stories"
    folder.mkdir()
    (tmp_path / "cast.story").write_text("CAST\n\nADAM: He.\n")
    (tmp_path / "eve.png").write_bytes(PNG)
    script = folder / "main.story"
    script.write_text(f"{line}\n\n{PAGE}")
    (one,) = check_project(find_project(script)).diagnostics
    assert one.code.name == "path-outside-project"
    assert one.helps[0].endswith(SETTINGS)
    (tmp_path / "storyc.toml").write_text("")
    assert check_project(find_project(script)).program is not None


@pytest.mark.parametrize(
    ("path", "more"),
    [
        ("/cast", {}),
        ("..\\cast", {}),
        ("../cast", {"storyc.toml": ""}),
        ("../cast", {"pyproject.toml": "[tool.storyc]\n"}),
        ("../cast", {".git/config": ""}),
    ],
)
def test_where_settings_above_would_not_help_they_are_not_named(path: str, more: dict[str, str]) -> None:
    (one,) = said({"main.story": f"INCLUDE {path}\n\n{PAGE}", **more})
    assert one.code.name == "path-outside-project"
    assert "storyc.toml" not in one.helps[0]


def test_settings_of_another_tool_are_none() -> None:
    (one,) = said({"main.story": f"INCLUDE ../cast\n\n{PAGE}", "pyproject.toml": "[tool.ruff]\n"})
    assert one.helps[0].endswith(SETTINGS)

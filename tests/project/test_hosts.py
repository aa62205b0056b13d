from pathlib import Path

import pytest

from storyc.project import check_part, find_project, hosts

PAGE = "PAGE 1\n\nPANEL 1\nRain.\n\nTOBY: Hello?\n"
CAST = "CAST\n\nTOBY: A boy.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path


def write(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    return path


def found(path: Path) -> list[tuple[Path, str]]:
    return [(host.root, host.entry) for host in hosts(find_project(path))]


def test_a_script_that_nobody_includes_is_a_story_of_its_own(root: Path) -> None:
    write(root / "other.story", PAGE)
    assert found(write(root / "rain.story", PAGE)) == []


def test_main_scripts_beside_it_and_above_it(root: Path) -> None:
    for name in ("zoo.story", "book.story", "main.story"):
        write(root / name, "  INCLUDE acts/one\n")
    write(root / "acts" / "all.story", "INCLUDE one.story\n")
    write(root / "acts" / "none.story", "INCLUDE two\n")
    assert found(write(root / "acts" / "one.story", PAGE)) == [
        (root / "acts", "all.story"),
        (root, "main.story"),
        (root, "book.story"),
        (root, "zoo.story"),
    ]


def test_what_the_settings_name_comes_first_and_stays_below_them(root: Path) -> None:
    write(root / "main.story", "INCLUDE comic/cast\n")
    write(root / "comic" / "storyc.toml", 'entry = "acts/whole.story"')
    write(root / "comic" / "acts" / "whole.story", "INCLUDE ../cast\n")
    write(root / "comic" / "main.story", "INCLUDE cast\n")
    cast = write(root / "comic" / "cast.story", CAST)
    assert found(cast) == [(root / "comic", "acts/whole.story"), (root / "comic", "main.story")]


def test_a_main_script_is_a_part_of_nothing(root: Path) -> None:
    write(root / "other.story", "INCLUDE main\n\nINCLUDE book\n")
    assert found(write(root / "main.story", PAGE)) == []
    write(root / "storyc.toml", 'entry = "book.story"')
    assert found(write(root / "book.story", PAGE)) == []


def test_nothing_above_a_folder_that_is_in_no_repository(tmp_path: Path) -> None:
    write(tmp_path / "main.story", "INCLUDE acts/one\n")
    one = write(tmp_path / "acts" / "one.story", PAGE)
    if not any((above / ".git").exists() for above in tmp_path.parents):
        assert found(one) == []


def test_includes_of_includes_and_rings(root: Path) -> None:
    write(root / "main.story", "INCLUDE a\n")
    write(root / "a.story", "INCLUDE b\n\nINCLUDE main\n")
    write(root / "b.story", "INCLUDE cast\n\nINCLUDE a\n")
    assert [entry for _, entry in found(write(root / "cast.story", CAST))] == ["main.story", "a.story", "b.story"]


def test_a_part_is_checked_in_its_story(root: Path) -> None:
    write(root / "main.story", f"INCLUDE cast\n\nINCLUDE one\n\n{PAGE.replace('TOBY', 'NELL')}")
    cast, one = write(root / "cast.story", CAST), write(root / "one.story", PAGE.replace("1", "1 [wyde]", 1))
    part = check_part(find_project(one))
    assert (part.project.entry, part.script) == ("main.story", "one.story")
    assert {said.code.name for said in part.meant.diagnostics} == {"unknown-tag"}
    assert {said.primary.source for said in part.checked.diagnostics} == {"main.story", "one.story"}
    assert check_part(find_project(cast)).meant.diagnostics == ()


@pytest.fixture
def shelf(root: Path) -> Path:
    """Two stories, each in a folder of its own, that share a cast."""
    for name in ("kite", "boat"):
        write(root / name / f"{name}.story", f"INCLUDE ../shared/cast\n\n{PAGE}")
    write(root / "storyc.toml", "")
    return root


def test_a_cast_that_stories_in_other_folders_share(shelf: Path) -> None:
    cast = write(shelf / "shared" / "cast.story", CAST)
    assert found(cast) == [(shelf, "boat/boat.story"), (shelf, "kite/kite.story")]
    part = check_part(find_project(cast))
    assert (part.project.entry, part.script) == ("boat/boat.story", "shared/cast.story")
    assert part.meant.diagnostics == ()


def test_a_cast_above_the_stories_that_share_it(shelf: Path) -> None:
    for name in ("kite", "boat"):
        write(shelf / name / f"{name}.story", f"INCLUDE ../cast\n\n{PAGE}")
    assert found(write(shelf / "cast.story", CAST)) == [(shelf, "boat/boat.story"), (shelf, "kite/kite.story")]


def test_nobody_looks_beside_for_a_story_nor_where_the_main_script_is_known(shelf: Path) -> None:
    assert found(write(shelf / "shared" / "cast.story", f"{CAST}\n{PAGE}")) == []
    cast = write(shelf / "shared" / "cast.story", CAST)
    write(shelf / "storyc.toml", 'entry = "all.story"')
    write(shelf / "all.story", PAGE)
    assert found(cast) == []


def test_an_include_in_a_comment_is_none(root: Path) -> None:
    write(root / "main.story", f"/*\nINCLUDE one\n*/\n{PAGE}")
    one = write(root / "one.story", PAGE)
    assert [entry for _, entry in found(one)] == ["main.story"]
    part = check_part(find_project(one))
    assert (part.project.entry, part.script) == ("one.story", None)


def test_what_is_no_text_includes_nothing(root: Path) -> None:
    (root / "main.story").write_bytes(b"\xff\xfe\0INCLUDE one\n")
    (root / "folder.story").mkdir()
    assert found(write(root / "one.story", PAGE)) == []

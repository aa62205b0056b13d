from pathlib import Path

import pytest

from storyc.errors import ConfigError, FileError, UsageError
from storyc.project import Config, Project, find_project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path


def write(path: Path, content: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    return path


def test_a_script_alone_is_a_project_of_its_folder(root: Path) -> None:
    assert find_project(write(root / "comic" / "rain.story")) == Project(root / "comic", "rain.story", Config())


def test_any_file_may_be_named(root: Path) -> None:
    assert find_project(write(root / "rain.txt")).entry == "rain.txt"


def test_settings_above_make_the_root(root: Path) -> None:
    write(root / "storyc.toml")
    assert find_project(write(root / "acts" / "one.story")) == Project(root, "acts/one.story", Config())


def test_settings_above_the_repository_do_not_count(root: Path) -> None:
    write(root / "storyc.toml")
    (root / "mine" / ".git").mkdir(parents=True)
    assert find_project(write(root / "mine" / "a.story")).root == root / "mine"


def test_the_settings_of_a_repository_count_also_if_git_has_a_file(root: Path) -> None:
    write(root / "sub" / ".git", "gitdir: elsewhere")
    write(root / "sub" / "storyc.toml", 'entry = "a.story"')
    write(root / "sub" / "a.story")
    assert find_project(root / "sub") == Project(root / "sub", "a.story", Config(entry="a.story"))


def test_a_folder_says_its_entry(root: Path) -> None:
    write(root / "storyc.toml", 'entry = "acts/two.story"')
    write(root / "acts" / "one.story")
    write(root / "acts" / "two.story")
    assert find_project(root).entry == "acts/two.story"


def test_another_folder_of_the_project_is_asked_for_its_own_script(root: Path) -> None:
    write(root / "storyc.toml", 'entry = "main.story"')
    write(root / "main.story")
    write(root / "extras" / "short.story")
    assert find_project(root / "extras").entry == "extras/short.story"


@pytest.mark.parametrize(("scripts", "chosen"), [(["a.story"], "a.story"), (["a.story", "main.story"], "main.story")])
def test_a_folder_that_says_nothing(root: Path, scripts: list[str], chosen: str) -> None:
    for name in scripts:
        write(root / name)
    (root / "folder.story").mkdir()
    assert find_project(root).entry == chosen


def test_several_scripts(root: Path) -> None:
    for number in range(12):
        write(root / f"{number:02}.story")
    with pytest.raises(UsageError, match=r"has several scripts: 00\.story, .*, 07\.story, …$"):
        find_project(root)


def test_no_script(root: Path) -> None:
    with pytest.raises(FileError, match=r"there is no \.story file in"):
        find_project(root)


@pytest.mark.parametrize("entry", ["../rain.story", "/rain.story", "~/rain.story"])
def test_an_entry_outside(root: Path, entry: str) -> None:
    write(root / "storyc.toml", f'entry = "{entry}"')
    with pytest.raises(ConfigError, match="`entry` lies outside the project"):
        find_project(root)


@pytest.mark.parametrize("entry", ["", ".", "nowhere.story", "folder"])
def test_an_entry_that_is_not_there(root: Path, entry: str) -> None:
    (root / "folder").mkdir()
    write(root / "storyc.toml", f'entry = "{entry}"')
    with pytest.raises(ConfigError, match="there is no script"):
        find_project(root)


def test_a_link_is_a_script_of_where_it_leads(root: Path) -> None:
    target = write(root / "far" / "rain.story")
    (root / "near").mkdir()
    (root / "near" / "rain.story").symlink_to(target)
    assert find_project(root / "near" / "rain.story").root == root / "far"


def test_a_link_to_itself(root: Path) -> None:
    (root / "ring.story").symlink_to("ring.story")
    with pytest.raises(FileError, match=r"it is a link to itself|Too many levels"):
        find_project(root / "ring.story")


def test_a_file_to_be_written_has_a_project(root: Path) -> None:
    assert find_project(root / "new.story") == Project(root, "new.story", Config())
    with pytest.raises(FileError, match="there is no file"):
        find_project(root / "nowhere" / "new.story")


def test_what_is_no_regular_file(root: Path) -> None:
    with pytest.raises(FileError, match="is no regular file"):
        find_project(Path("/dev/null"))
    write(root / "file")
    with pytest.raises(FileError):
        find_project(root / "file" / "a.story")


def test_a_folder_without_scripts_says_where_some_are(root: Path) -> None:
    for name in ("kite", "boat", ".storyc"):
        write(root / name / "rain.story")
    (root / "empty").mkdir()
    with pytest.raises(FileError, match=r"no \.story file") as caught:
        find_project(root)
    assert caught.value.hint == "name a script or a folder; there are some in boat, kite"
    with pytest.raises(FileError) as caught:
        find_project(root / "empty")
    assert caught.value.hint == "name a script, or begin one with `storyc init`"

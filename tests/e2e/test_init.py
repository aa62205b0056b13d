"""What `storyc init` writes, and what it tells version control, by version control."""

from pathlib import Path
from subprocess import run
from typing import Any

import pytest

from .conftest import RAIN, Desk

WORKFLOWS = Path(".github", "workflows")
yaml: Any = pytest.importorskip("yaml")


def attribute(desk: Desk, name: str, path: str) -> str:
    """Return what Git says of a file."""
    command = ["git", "check-attr", name, "--", path]
    return run(command, cwd=desk.root, capture_output=True, text=True, check=True).stdout.strip().rpartition(": ")[2]


@pytest.fixture
def repository(desk: Desk) -> Desk:
    run(["git", "init", "--quiet"], cwd=desk.root, check=True)
    return desk


def test_a_script_is_text_and_a_comic(repository: Desk) -> None:
    assert repository.run("init").code == 0
    assert attribute(repository, "text", "acts/one.story") == "set"
    assert attribute(repository, "linguist-language", "acts/one.story") == "Fountain"
    assert attribute(repository, "merge", "story.lock") == "union"
    assert attribute(repository, "filter", "art/mara.png") == "unspecified"


def test_reference_art_may_go_to_large_file_storage(repository: Desk) -> None:
    assert repository.run("init", "--lfs").code == 0
    assert attribute(repository, "filter", "art/cast/mara.png") == "lfs"
    assert attribute(repository, "filter", "story.story") == "unspecified"


def is_ignored(desk: Desk, path: str) -> bool:
    return run(["git", "check-ignore", "--quiet", path], cwd=desk.root, check=False).returncode == 0


def lines_run(path: Path) -> list[str]:
    """Return the commands of a workflow."""
    [job] = yaml.safe_load(path.read_text("utf-8"))["jobs"].values()
    return [step["run"] for step in job["steps"] if "run" in step]


def test_what_it_did_is_told_and_a_second_time_nothing_is_done(repository: Desk) -> None:
    assert repository.run("init").err.splitlines() == [
        "created story.story",
        "created storyc.toml",
        "created .gitattributes",
        "created .gitignore",
        f"created {WORKFLOWS / 'story.yml'}",
        "now try:  storyc build",
    ]
    before = {path: path.read_bytes() for path in repository.root.rglob("*") if path.is_file()}
    code, _, err = repository.run("init")
    assert code == 0
    assert {line.split()[0] for line in err.splitlines()} == {"kept"}
    assert {path: path.read_bytes() for path in repository.root.rglob("*") if path.is_file()} == before


def test_lists_of_version_control_get_what_they_lack(repository: Desk) -> None:
    repository.write("*.psd", ".gitignore")
    repository.write("*.psd binary\r\nstory.lock merge=ours\r\n", ".gitattributes")
    assert "changed .gitattributes\nchanged .gitignore\n" in repository.run("init").err
    assert (repository.root / ".gitignore").read_text() == "*.psd\n/.storyc/\n/build/\n"
    assert (repository.root / ".gitattributes").read_bytes().count(b"\n") == (
        (repository.root / ".gitattributes").read_bytes().count(b"\r\n")
    )
    assert is_ignored(repository, "a.psd")
    assert is_ignored(repository, "build/storyboard.html")
    assert attribute(repository, "binary", "a.psd") == "set"
    assert attribute(repository, "linguist-language", "one.story") == "Fountain"
    assert attribute(repository, "merge", "story.lock") == "ours", "what somebody has chosen stays"


def test_rules_that_say_the_same_are_no_lack(repository: Desk) -> None:
    repository.write(".storyc\nbuild/\n", ".gitignore")
    assert "kept    .gitignore\n" in repository.run("init").err


def test_a_code_host_looks_at_the_top_of_the_repository(repository: Desk) -> None:
    name = "stories/it's a: comic"
    code, _, err = repository.run("init", name)
    assert code == 0
    path = WORKFLOWS / "story-stories-it-s-a-comic.yml"
    assert f"created {path}\n" in err
    assert not (repository.root / name / ".github").exists()
    _, check, build = lines_run(repository.root / path)
    assert repository.shell(check).returncode == 0
    assert repository.shell(build).returncode == 0
    assert is_ignored(repository, f"{name}/build/storyboard.html")


def test_in_a_folder_of_a_repository_the_path_of_the_workflow_is_told_from_there(
    repository: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository.root / "stories").mkdir()
    monkeypatch.chdir(repository.root / "stories")
    assert f"created {Path('..') / WORKFLOWS / 'story-stories.yml'}\n" in repository.run("init").err


def test_a_script_that_is_there_takes_the_place_of_the_sample(repository: Desk) -> None:
    repository.write("INCLUDE acts\n\n" + RAIN, 'the "kite".story')
    repository.write(RAIN, "acts.story")
    assert 'kept    the "kite".story\ncreated storyc.toml\n' in repository.run("init").err
    assert not (repository.root / "story.story").exists()
    assert repository.run("check").err == "2 files checked, nothing to say\n"


def test_of_several_scripts_the_writer_chooses(repository: Desk) -> None:
    repository.write(RAIN, "a.story")
    repository.write(RAIN, "b.story")
    assert repository.run("init").err.startswith("created storyc.toml\n")
    assert "has several scripts: a.story, b.story" in repository.run("check").err


def test_settings_that_are_there_are_not_hidden_by_others(repository: Desk) -> None:
    repository.write('[tool.storyc]\nentry = "acts/one.story"\n', "pyproject.toml")
    repository.write(RAIN, "acts/one.story")
    assert "kept    acts/one.story\ncreated .gitattributes\n" in repository.run("init").err.replace("\\", "/")
    assert not (repository.root / "storyc.toml").exists()


def test_a_story_beside_others_that_share_a_cast(repository: Desk) -> None:
    repository.write("", "comics/storyc.toml")
    repository.write("CAST\n\nNIA: Seven.\n", "comics/shared/cast.story")
    code, _, err = repository.run("init", "comics/kite")
    assert code == 0
    assert [path.name for path in (repository.root / "comics" / "kite").iterdir()] == ["story.story"]
    assert f"created {Path('comics', '.gitignore')}\n" in err
    script = repository.root / "comics" / "kite" / "story.story"
    script.write_text("INCLUDE ../shared/cast\n\nPAGE 1\n\nPANEL 1\nRain.\n\nNIA: Come down.\n")
    assert repository.run("build", "comics/kite").code == 0
    assert is_ignored(repository, "comics/build/storyboard.html")


def test_a_folder_that_looks_like_an_option(repository: Desk) -> None:
    assert repository.run("init", "--", "-x").err.endswith("now try:  storyc build -- -x\n")
    assert repository.run("build", "--", "-x").code == 0


def test_no_name_is_no_folder(repository: Desk) -> None:
    assert repository.run("init", "").code == 2
    assert [path.name for path in repository.root.iterdir()] == [".git"]

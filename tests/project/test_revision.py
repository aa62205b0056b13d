"""A project as it was: at the top of a repository and below it, with everything that may be wrong about a name."""

from hashlib import sha256
from pathlib import Path
from subprocess import run

import pytest

from storyc.errors import ConfigError, FileError, StorycError, UsageError
from storyc.project import AbsentError, Config, Project, checked_out, find_project

RAIN = "PAGE 1\n\nPANEL 1\nRain.\n"


def git(folder: Path, *words: str) -> str:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    return run(["git", *identity, *words], cwd=folder, capture_output=True, check=True, text=True).stdout.strip()


def commit(folder: Path) -> str:
    git(folder, "add", ".")
    git(folder, "commit", "-m", "x", "--allow-empty")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--initial-branch=main")
    (tmp_path / "main.story").write_text(RAIN)
    commit(tmp_path)
    return tmp_path


def text_of(project: Project, revision: str) -> str:
    with checked_out(project, revision) as then:
        return (then.root / then.entry).read_text()


def test_what_was_there_is_given_and_nothing_is_changed(repository: Path) -> None:
    here = find_project(repository)
    (repository / "main.story").write_text("changed")
    (repository / "new.txt").write_text("new")
    before = git(repository, "status", "--porcelain")
    with checked_out(here, "HEAD") as then:
        root = then.root
        assert (root / then.entry).read_text() == RAIN
        assert not (root / "new.txt").exists()
    assert not root.exists()
    assert git(repository, "status", "--porcelain") == before
    assert (repository / "main.story").read_text() == "changed"


def test_a_project_below_the_top_of_its_repository(repository: Path) -> None:
    folder = repository / "books" / "one"
    folder.mkdir(parents=True)
    (folder / "storyc.toml").write_text('layout = "pages"\n')
    (folder / "main.story").write_text("wind")
    commit(repository)
    (folder / "storyc.toml").write_text('layout = "book"\n')
    with checked_out(find_project(folder), "main") as then:
        assert then.config.layout == "pages"
        assert sorted(path.name for path in then.root.iterdir()) == ["main.story", "storyc.toml"]
    with pytest.raises(FileError, match="was not there in HEAD~1"):
        text_of(find_project(folder), "HEAD~1")


def test_a_part_of_the_history_may_lack_a_revision(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    commit(repository)
    part = tmp_path_factory.mktemp("part")
    git(part, "clone", "--quiet", "--depth=1", repository.as_uri(), ".")
    with pytest.raises(UsageError, match="`HEAD~1` names no revision") as caught:
        text_of(find_project(part), "HEAD~1")
    assert "git fetch --depth=1" in str(caught.value.hint)
    with pytest.raises(UsageError) as caught:
        text_of(find_project(repository), "nowhere")
    assert caught.value.hint == "`git log` shows what there is"


def test_what_builds_leave_is_left_out(repository: Path) -> None:
    (repository / ".storyc" / "store").mkdir(parents=True)
    (repository / ".storyc" / "store" / "art").write_bytes(b"x")
    (repository / "build").mkdir()
    (repository / "build" / "page.html").write_bytes(b"x")
    commit(repository)
    with checked_out(find_project(repository), "HEAD") as then:
        assert sorted(path.name for path in then.root.iterdir()) == ["main.story"]


def test_a_script_that_was_renamed_is_found(repository: Path) -> None:
    git(repository, "mv", "main.story", "harbour.story")
    commit(repository)
    assert text_of(find_project(repository), "HEAD~1") == RAIN
    (repository / "other.story").write_text(RAIN)
    commit(repository)
    git(repository, "mv", "harbour.story", "main.story")
    git(repository, "rm", "--cached", "other.story")
    with pytest.raises(FileError, match=r"there was no main\.story in HEAD"):
        text_of(Project(repository, "main.story", Config()), "HEAD")


def test_another_story_is_no_earlier_state(repository: Path) -> None:
    for name in ("one", "two"):
        (repository / name).mkdir()
        (repository / name / "old.story").write_text(RAIN)
    commit(repository)
    (repository / "storyc.toml").touch()
    git(repository, "mv", "one/old.story", "one/new.story")
    (repository / "two" / "new.story").write_text("wind")
    commit(repository)
    # one was renamed, two is a story beside the old one
    assert text_of(Project(repository, "one/new.story", Config()), "HEAD~1") == RAIN
    for entry in ("two/new.story", "three/new.story"):
        with pytest.raises(AbsentError, match=f"there was no {entry} in HEAD~1"):
            text_of(Project(repository, entry, Config()), "HEAD~1")


@pytest.mark.parametrize(
    "name", ["nope", "", " ", "-h", "--all", "a\0b", "HEAD:main.story", "HEAD^{tree}", "HEAD~9", "main..main"]
)
def test_what_names_no_revision(name: str, repository: Path) -> None:
    with pytest.raises(UsageError, match="names no revision"):
        text_of(find_project(repository), name)


def test_a_folder_that_is_no_repository(tmp_path: Path) -> None:
    (tmp_path / "main.story").write_text(RAIN)
    with pytest.raises(FileError, match="git"):
        text_of(Project(tmp_path, "main.story", Config()), "HEAD")


def test_without_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = find_project(repository)
    monkeypatch.setenv("PATH", str(repository))
    with pytest.raises(ConfigError, match="git is not installed"):
        text_of(here, "HEAD")


def test_inside_a_hook_it_is_still_this_repository(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path_factory.mktemp("elsewhere")))
    monkeypatch.setenv("GIT_INDEX_FILE", "nowhere")
    assert text_of(find_project(repository), "HEAD") == RAIN


def test_a_link_that_leads_outside_is_refused(repository: Path) -> None:
    (repository / "secret.story").symlink_to("/etc/hostname")
    commit(repository)
    with pytest.raises(StorycError, match="cannot look at HEAD"):
        text_of(find_project(repository), "HEAD")


def test_large_files_that_are_on_this_machine_stand_for_themselves(repository: Path) -> None:
    art = b"\x89PNG" * 1000
    digest, other = sha256(art).hexdigest(), sha256(b"gone").hexdigest()
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize 4000\n"
    (repository / "here.png").write_text(pointer.format(digest))
    (repository / "gone.png").write_text(pointer.format(other))
    commit(repository)
    kept = repository / ".git" / "lfs" / "objects" / digest[:2] / digest[2:4]
    kept.mkdir(parents=True)
    (kept / digest).write_bytes(art)
    with checked_out(find_project(repository), "HEAD") as then:
        assert (then.root / "here.png").read_bytes() == art
        assert (then.root / "gone.png").read_text() == pointer.format(other)

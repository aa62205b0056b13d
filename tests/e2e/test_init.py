"""What `storyc init` tells version control, by version control."""

from subprocess import run

import pytest

from .conftest import Desk


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

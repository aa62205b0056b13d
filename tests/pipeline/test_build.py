"""Whole draft builds, from a storyboard to the files in the build folder."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path
from shutil import rmtree
from subprocess import run
from sys import executable

import pytest
from msgspec import json
from msgspec.structs import replace
from PIL import Image

from storyc.building import Fetched, Kept, Submitted, Uploaded
from storyc.errors import ConfigError, FileError, RefusedError
from storyc.pipeline import ApiBackend, BuildOptions, Front, build, plan
from storyc.planning import Create, Keep
from storyc.project import Config, Project
from storyc.storyboard import Reference
from tests.pipeline.conftest import Place, story

FILES = [
    "build/art/clip-01.webm",
    "build/art/page-001-panel-01.webp",
    "build/art/page-001-panel-02.webp",
    "build/art/page-002-panel-01.webp",
    "build/art/page-002-panel-02.webp",
    "build/storyboard.html",
    "build/storyboard.md",
]


def test_a_draft_costs_nothing_and_says_what_it_is(project: Place) -> None:
    summary = project.build(story("Rain", "Wind"))
    assert sorted(project.files()) == FILES
    assert (summary.pictures, summary.built, summary.kept, summary.missing) == (5, 3, 0, 0)
    assert summary.is_whole
    assert (summary.is_draft, summary.is_current, summary.price_credits, summary.spent_credits) == (True, False, 0, 0)
    for name in FILES[1:5]:
        with Image.open(BytesIO((project.root / name).read_bytes())) as picture:
            picture.load()
    assert "The Harbour Light" in (project.root / "build/storyboard.html").read_text("utf-8")


def test_a_second_build_finds_nothing_to_do(project: Place) -> None:
    first = project.build(story("Rain", "Wind"))
    before = project.files()
    again = project.build(story("Rain", "Wind"))
    assert (again.is_current, again.kept, again.built, again.pictures) == (True, first.built, 0, first.pictures)
    assert project.events == []
    assert project.files() == before


def test_only_what_changed_is_drawn_and_written(project: Place) -> None:
    project.build(story("Rain", "Wind"))
    before = project.files()
    summary = project.build(story("Rain", "Snow"))
    assert (summary.kept, summary.built) == (2, 1)
    assert [type(event) for event in project.events].count(Fetched) == 2
    changed = {name for name, time_ns in project.files().items() if before[name] != time_ns}
    assert changed == {
        "build/art/page-002-panel-01.webp",
        "build/art/page-002-panel-02.webp",
        "build/storyboard.html",
        "build/storyboard.md",
    }


def test_art_that_nothing_shows_any_more_is_taken_away_but_nothing_else(project: Place) -> None:
    project.build(story("Rain", "Wind"))
    (project.root / "build/art/page-002-panel-02.webp").write_bytes(b"painted over by hand")
    (project.root / "build/art/mine.webp").write_bytes(b"mine")
    project.build(story("Rain"))
    kept = sorted(name for name in project.files() if "page-002" in name or "mine" in name)
    assert kept == ["build/art/mine.webp", "build/art/page-002-panel-02.webp"]


def test_what_was_bought_before_comes_back_without_being_drawn(project: Place) -> None:
    project.build(story("Rain", "Wind"))
    project.build(story("Rain"))
    project.build(story("Rain", "Wind"))
    assert {type(event) for event in project.events} <= {Kept}


@pytest.mark.parametrize("name", FILES)
def test_an_output_that_was_lost_or_changed_is_written_again(name: str, project: Place) -> None:
    project.build(story("Rain", "Wind"))
    path = project.root / name
    whole = path.read_bytes()
    for harm in (path.unlink, lambda: path.write_bytes(b"x" * len(whole))):
        harm()
        summary = project.build(story("Rain", "Wind"))
        assert not summary.is_current
        assert not any(isinstance(event, Submitted) for event in project.events)
        assert path.read_bytes() == whole
    assert project.build(story("Rain", "Wind")).is_current


def test_a_reference_picture_that_changed_draws_again(project: Place) -> None:
    project.build(story("Rain"))
    (project.root / "mara.png").write_bytes(b"\x89PNG another")
    assert project.build(story("Rain")).built == 2
    (project.root / "mara.png").unlink()
    with pytest.raises(FileError, match=r"mara\.png"):
        project.build(story("Rain"))


@pytest.mark.parametrize(
    "name", [".storyc/stamp.json", ".storyc/draft/ledger.sqlite", ".storyc/draft/store", ".storyc"]
)
def test_a_draft_survives_the_loss_of_its_memory(name: str, project: Place) -> None:
    project.build(story("Rain"))
    before = {path: sha256((project.root / path).read_bytes()).digest() for path in project.files()}
    path = project.root / name
    rmtree(path) if path.is_dir() else path.write_bytes(b"garbage\n")
    (project.root / ".storyc" / "stamp.json").unlink(missing_ok=True)
    assert project.build(story("Rain")).is_whole
    assert {path: sha256((project.root / path).read_bytes()).digest() for path in project.files()} == before


def test_art_that_was_changed_in_the_store_is_not_shown(project: Place) -> None:
    project.build(story("Rain"))
    for path in (project.root / ".storyc/draft/store").glob("*/*"):
        path.write_bytes(b"x")
    rmtree(project.root / "build")
    with pytest.raises(FileError, match="changed on the disk"):
        project.build(story("Rain"))


def test_a_folder_in_the_way_is_told(project: Place) -> None:
    (project.root / "build").write_bytes(b"in the way")
    with pytest.raises(FileError, match="build"):
        project.build(story("Rain"))
    (project.root / "build").unlink()
    assert project.build(story("Rain")).kept == 2


def test_a_build_with_nothing_to_do_loads_nothing_heavy(project: Place) -> None:
    project.build(story("Rain"))
    probe = """
import sys
from pathlib import Path
from msgspec import json
from msgspec.structs import replace
from storyc.pipeline import BuildOptions, build
from storyc.project import Config, Project
from storyc.storyboard import Storyboard
board = json.decode(sys.stdin.buffer.read(), type=Storyboard)
assert build(Project(Path(sys.argv[1]), "main.story", Config()), board, BuildOptions()).is_current
print(*sorted({"PIL", "httpx", "pydantic", "jinja2", "asyncio", "markdown_it", "storyc.building", "sqlite3"} & sys.modules.keys()))
"""
    board = json.encode(story("Rain"))
    result = run(
        [executable, "-c", probe, str(project.root)], input=board, capture_output=True, check=False, cwd=Path.cwd()
    )
    assert (result.stderr.decode(), result.stdout.decode().strip()) == ("", "")


def paid(max_cost_credits: int | None = None) -> BuildOptions:
    return BuildOptions(ApiBackend("https://api.example", "sk-secret"), max_cost_credits=max_cost_credits)


def test_nothing_is_bought_without_a_yes_and_within_the_cap(project: Place) -> None:
    yes = Front(approve=lambda _plan: True)
    with pytest.raises(RefusedError, match="nothing was bought"):
        build(project.here, story("Rain"), paid())
    with pytest.raises(RefusedError, match="over the limit of 100"):
        build(project.here, story("Rain"), paid(max_cost_credits=100), yes)
    thrifty = Project(project.root, "main.story", Config(max_cost=200))
    with pytest.raises(RefusedError, match="over the limit of 200"):
        build(thrifty, story("Rain"), paid(), yes)
    asked: list[int] = []

    def refuse(price: int) -> bool:
        asked.append(price)
        return False

    with pytest.raises(RefusedError):
        build(project.here, story("Rain"), paid(), Front(approve=lambda outlook: refuse(outlook.plan.price_credits)))
    assert asked == [2 * 150 + 5 * 1440]


def test_a_draft_does_not_settle_what_is_to_be_paid_for(project: Place) -> None:
    project.build(story("Rain"))
    with pytest.raises(RefusedError):
        build(project.here, story("Rain"), paid())


def test_a_clip_begins_with_art_that_an_earlier_draft_left(project: Place) -> None:
    board = story("Rain", "Wind")
    project.build(board)
    (clip,) = board.clips
    summary = project.build(replace(board, clips=(replace(clip, prompt="The wind rises."),)))
    assert (summary.built, summary.kept, summary.missing) == (1, 2, 0)
    assert [type(event) for event in project.events].count(Uploaded) == 1


def test_a_story_in_a_brief_is_counted_as_it_comes(project: Place) -> None:
    board = replace(story(), brief=Reference(target="https://example.com/script.pdf", is_local=False), clips=())
    summary = project.build(board)
    assert (summary.pictures, summary.is_whole) == (4, True)
    assert "build/art/page-001-panel-04.webp" in project.files()


def test_a_plan_says_what_a_build_would_do_and_touches_nothing(project: Place) -> None:
    here, board, draft = project.here, story("Rain", "Wind"), BuildOptions()
    assert [type(step) for step in plan(here, board, draft).plan.steps] == [Create] * 3
    assert plan(here, board, paid()).plan.price_credits == 4 * 150 + 5 * 1440
    assert sorted(path.name for path in project.root.iterdir()) == ["mara.png"]
    project.build(story("Rain"))
    assert [type(step) for step in plan(here, board, draft).plan.steps] == [Keep, Create, Keep]
    assert not plan(here, story("Rain"), draft).plan.price_credits


def test_the_project_s_template_is_an_input(tmp_path: Path) -> None:
    (tmp_path / "prompt.jinja").write_text("{{ title }} one")
    here = Place(tmp_path, Config(template="prompt.jinja"))
    here.build(story("Rain"))
    assert here.build(story("Rain")).is_current
    (tmp_path / "prompt.jinja").write_text("{{ title }} two")
    assert here.build(story("Rain")).built == 2
    with pytest.raises(ConfigError):
        Place(tmp_path, Config(template="../prompt.jinja")).build(story("Rain"))


def test_options_never_show_the_key() -> None:
    assert "sk-secret" not in repr(paid())

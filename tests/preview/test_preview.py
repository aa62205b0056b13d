"""Real files are rewritten, and the page follows."""

from hashlib import sha256
from json import loads
from typing import TYPE_CHECKING

import pytest

from storyc.errors import FileError, UsageError
from tests.preview.conftest import address_of, put, sketch

if TYPE_CHECKING:
    from tests.preview.conftest import Show, Shown, Story


def test_an_edit_reaches_the_page_as_the_part_that_changed(story: "Story", shown: "Shown") -> None:
    events = shown.events(shown.revision)
    story.change("The lamp.", "The lamp, broken.")
    told = next(events)
    assert "The lamp, broken." in told["changed"]["page-2"]
    assert "page-1" not in told["changed"]
    assert told["order"].index("page-1") < told["order"].index("page-2")
    assert shown.next_report().summary == "nothing to say"


def test_who_comes_late_is_told_what_was_missed(story: "Story", shown: "Shown") -> None:
    before = shown.revision
    story.change("The lamp.", "The lamp, broken.")
    shown.next_report()
    assert "The lamp, broken." in next(shown.events(before))["changed"]["page-2"]


@pytest.mark.parametrize("revision", ["", "nonsense", "0000-7", "%00", "x" * 5_000])
def test_who_has_seen_another_run_is_told_everything(shown: "Shown", revision: str) -> None:
    told = next(shown.events(revision))
    assert {"root", "title", "bar", "cover", "page-1", "page-2"} <= told["changed"].keys()


def test_the_last_good_page_stays_while_the_script_is_broken(story: "Story", shown: "Shown") -> None:
    story.change("MARA: It went out.", "NOBODY: <b>Off</b>.")
    report = shown.next_report()
    assert report.state == "broken"
    page = shown.read()
    assert "It went out." in page
    assert "The page shows the script as it was at" in page
    assert "<b>Off" not in page
    story.change("NOBODY:", "MARA:")
    assert shown.next_report().state == "good"
    assert "as it was at" not in shown.read()


def test_a_script_that_is_broken_from_the_beginning(story: "Story", show: "Show") -> None:
    story.change("MARA: It", "NOBODY: It")
    shown = show(story.path)
    page = shown.read()
    assert "unknown-character" in page
    assert "panel-1-1" not in page
    events = shown.events(shown.revision)
    story.change("NOBODY:", "MARA:")
    assert "panel-1-1" in next(events)["changed"]["page-1"]


def test_a_script_that_is_taken_away_is_survived(story: "Story", shown: "Shown") -> None:
    text = story.path.read_text("utf-8")
    story.path.unlink()
    report = shown.next_report()
    assert report.problem is not None
    assert "harbour.story" in report.problem.message
    assert "The harbour, dark." in shown.read()
    story.write(text.replace("dark", "bright"))
    assert shown.next_report().state == "good"
    assert "The harbour, bright." in shown.read()


def test_an_editor_that_renames_is_seen_again_and_again(story: "Story", shown: "Shown") -> None:
    text = story.path.read_text("utf-8")
    for word in ("wet", "cold", "gone"):
        new = story.root / ".harbour.story.swp"
        new.write_text(text.replace("dark", word), "utf-8")
        new.replace(story.path)
        shown.next_report()
        assert f"The harbour, {word}." in shown.read()


def test_an_include_that_comes_later_is_seen(story: "Story", shown: "Shown") -> None:
    story.change("PAGE 1\n", "INCLUDE parts/more.story\n\nPAGE 8\n")
    assert shown.next_report().state == "broken"
    part = story.root / "parts" / "more.story"
    part.parent.mkdir()
    put(part, "PAGE 7\n\nPANEL 1\nA gull.\n")
    while shown.next_report().state == "broken":
        pass
    assert "A gull." in shown.read()
    put(part, "PAGE 7\n\nPANEL 1\nTwo gulls.\n")
    shown.next_report()
    assert "Two gulls." in shown.read()


def test_settings_count_and_bad_ones_are_said(story: "Story", shown: "Shown") -> None:
    settings = story.root / "storyc.toml"
    put(settings, "theme = 'dark'\n")
    shown.next_report()
    assert "only dark" in shown.read()
    put(settings, "theme = 'pink'\n")
    report = shown.next_report()
    assert report.problem is not None
    assert "theme" in report.problem.message
    assert "only dark" in shown.read()


def test_pages_come_and_go(story: "Story", shown: "Shown") -> None:
    events = shown.events(shown.revision)
    story.write(story.path.read_text("utf-8") + "\nPAGE 3\n\nPANEL 1\nThe end.\n")
    told = next(events)
    assert [name for name in told["order"] if name.startswith("page")] == ["page-1", "page-2", "page-3"]
    story.write(story.path.read_text("utf-8").partition("PAGE 2")[0])
    while "page-2" in (told := next(events))["order"]:
        pass
    assert [name for name in told["order"] if name.startswith("page")] == ["page-1"]


def test_markup_in_a_script_stays_text(story: "Story", show: "Show") -> None:
    attack = '<article class="page" id="page-9"><script>alert(1)</script></main><footer class="colophon">'
    story.change("A boat.", attack)
    shown = show(story.path)
    told = next(shown.events())
    assert "page-9" not in told["changed"]
    assert "<script>alert" not in shown.read()
    assert "&lt;script&gt;alert" in told["changed"]["page-1"]


def test_findings_lead_to_the_editor(story: "Story", show: "Show") -> None:
    story.change("MARA: It", "NOBODY: It")
    shown = show(story.path, editor="vscode://file{path}:{line}:{column}")
    line = story.path.read_text("utf-8").splitlines().index("NOBODY: It went out.") + 1
    assert f'href="vscode://file{story.path.as_posix()}:{line}:1"' in shown.read()


def test_panels_lead_to_the_editor(story: "Story", show: "Show") -> None:
    shown = show(story.path, editor="vscode://file{path}:{line}:{column}")
    line = story.path.read_text("utf-8").splitlines().index("PANEL 2") + 1
    address = f"vscode://file{story.path.as_posix()}:{line}:1"
    assert loads(shown.read("lines.json"))["panel-1-2"] == [f"harbour.story:{line}", address]


def test_a_line_more_changes_no_other_panel(story: "Story", shown: "Shown") -> None:
    events = shown.events(shown.revision)
    story.change("The harbour, dark.", "The harbour, dark.\nAnd wet.")
    assert {"lines", "page-1"} <= (changed := next(events)["changed"]).keys()
    assert "page-2" not in changed


def test_a_new_panel_is_sketched_when_it_is_saved(story: "Story", shown: "Shown") -> None:
    assert shown.read().count('<img src="art/') == 3
    events = shown.events(shown.revision)
    story.write(story.path.read_text("utf-8") + "\nPANEL 2\nA gull.\n")
    page = ""
    while "<img" not in page.partition('id="panel-2-2"')[2]:
        page = next(events)["changed"].get("page-2", "")
    assert "to be sketched" not in page
    assert 'class="built' not in page


def test_an_edit_shows_the_picture_before_until_it_is_sketched_anew(story: "Story", shown: "Shown") -> None:
    before = address_of(shown.read(), "panel-1-2")
    events = shown.events(shown.revision)
    story.change("A boat.", "A ship.")
    first = next(events)["changed"]["page-1"]
    assert "A ship." in first
    assert address_of(first, "panel-1-2") == before
    assert "to be sketched" in first
    assert address_of(shown.settled(), "panel-1-2") != before


def test_a_picture_that_was_named_a_moment_ago_is_still_there(story: "Story", shown: "Shown") -> None:
    named = address_of(shown.read(), "panel-1-2")
    story.change("A boat.", "A ship.")
    shown.next_report()
    assert address_of(shown.settled(), "panel-1-2") != named
    assert shown.ask(named).status == 200


def test_a_sketch_is_the_picture_that_a_draft_build_draws(story: "Story", shown: "Shown") -> None:
    drawn = [address_of(shown.read(), f"panel-{place}") for place in ("1-1", "1-2", "2-1")]
    sketch(story.path)
    built = [sha256(path.read_bytes()).hexdigest() for path in sorted((story.root / "build/art").iterdir())]
    assert drawn == [f"art/{digest}" for digest in built]


def test_a_panel_that_comes_back_is_not_drawn_again(story: "Story", shown: "Shown") -> None:
    before = address_of(shown.read(), "panel-1-2")
    story.change("A boat.", "A ship.")
    shown.next_report()
    shown.settled()
    events = shown.events(shown.revision)
    story.change("A ship.", "A boat.")
    assert address_of(next(events)["changed"]["page-1"], "panel-1-2") == before


def test_sketches_outlive_the_preview(story: "Story", show: "Show") -> None:
    show(story.path)
    folder = story.root / ".storyc" / "sketches"
    assert len(list(folder.rglob("*.webp"))) == 3
    stale = folder / "0" / f"{'0' * 64}.webp"
    stale.parent.mkdir()
    stale.write_bytes(b"of an artist of long ago")
    assert show(story.path, is_at_once=True).read().count('<img src="art/') == 3
    assert not stale.exists()


def test_sketches_are_seen_where_nothing_can_be_written(story: "Story", show: "Show") -> None:
    (story.root / ".storyc").write_text("a file, no folder", "utf-8")
    page = show(story.path).read()
    assert page.count('<img src="art/') == 3


def test_sketches_of_a_draft_build_are_shown(story: "Story", show: "Show") -> None:
    sketch(story.path)
    shown = show(story.path, is_at_once=True)
    page = shown.read()
    assert page.count('<img src="art/') == 3
    assert 'class="built' not in page
    picture = shown.ask(address_of(page, "panel-1-1"))
    assert picture.headers["content-type"].startswith("image/")
    assert "immutable" in picture.headers["cache-control"]
    assert len(picture.read()) > 1_000


def test_the_address_stays_the_same(story: "Story", show: "Show") -> None:
    first = show(story.path)
    assert show(story.path).url != first.url  # its port is taken
    secret = story.root / ".storyc" / "preview.json"
    assert secret.stat().st_mode & 0o777 == 0o600


def test_an_address_that_others_can_read_is_not_used_again(story: "Story", show: "Show") -> None:
    known = story.root / ".storyc" / "preview.json"
    known.parent.mkdir()
    known.write_text('{"token": "AAAAAAAAAAAAAAAAAAAAAA", "port": 0}', "utf-8")
    known.chmod(0o644)
    assert "AAAAAAAAAAAAAAAAAAAAAA" not in show(story.path).url


def test_there_must_be_something_to_begin_with(story: "Story", show: "Show") -> None:
    with pytest.raises(FileError):
        show(story.root / "nothing.story")


def test_a_port_that_is_taken(story: "Story", shown: "Shown", show: "Show") -> None:
    with pytest.raises(UsageError, match="cannot listen"):
        show(story.path, port=shown.port)


def test_nothing_else_is_written(story: "Story", shown: "Shown") -> None:
    story.change("A boat.", "A ship.")
    shown.next_report()
    found = {path.relative_to(story.root).as_posix() for path in story.root.rglob("*") if path.is_file()}
    assert {name for name in found if not name.startswith(".storyc/sketches/")} == {
        "harbour.story",
        ".storyc/preview.json",
    }

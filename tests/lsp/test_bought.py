"""What an editor is told about a story that was paid for, once it is written on."""

from collections.abc import Mapping
from pathlib import Path
from re import MULTILINE, sub
from typing import Any

import pytest

from storyc.lowering import lower
from storyc.pipeline import ApiBackend, BuildOptions, DraftBackend, Front, build
from storyc.planning import Pace
from storyc.project import check_project, find_project
from tests.kill.server import Service, served
from tests.lsp.editor import Editor, editing, place

MAIN = """\
Title: The Pier

INCLUDE cast

PAGE 1

EXT. THE PIER - NIGHT

PANEL 1
MARA VOSS at the rail.

MARA VOSS: Forty years.

PANEL 2
The dark.

PAGE 2

PANEL 1
A boat.

PANEL 2
TOBY waves.

TOBY: Ahoy!
"""
REFRESHING: Mapping[str, Any] = {"workspace": {"codeLens": {"refreshSupport": True}}}
CONFIRMING: Mapping[str, Any] = {
    "workspace": {"workspaceEdit": {"documentChanges": True, "changeAnnotationSupport": {}}}
}
BOAT = 19
"""A line."""


def make(path: Path, options: BuildOptions) -> None:
    """Build a story."""
    project = find_project(path)
    program = check_project(project).program
    assert program is not None
    assert build(project, lower(program), options, Front(approve=lambda _plan: True)).is_whole


@pytest.fixture
def bought(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a story that was bought from a service that is gone."""
    monkeypatch.setattr("storyc.pipeline.desks.PAID_PACE", Pace(first_look_s=0.0, shortest_pause_s=0.01))
    path = project / "main.story"
    path.write_text(MAIN, "utf-8")
    with served(Service()) as port:
        make(path, BuildOptions(ApiBackend(f"http://127.0.0.1:{port}/shop", "sk-test")))
    return path


def titles(editor: Editor, uri: str) -> list[str]:
    """Return the lenses of a document."""
    return [one["command"]["title"] for one in editor.ask_about("textDocument/codeLens", uri)]


def test_what_is_bought_is_kept(bought: Path) -> None:
    with editing(bought.parent) as editor:
        uri = editor.open(bought)
        assert titles(editor, uri) == [
            "4 panels · 9 s to read · nothing to buy",
            "2 panels · 2 words · 2 kept",
            "1 balloon · 2 words · kept",
            "silent · kept",
            "2 panels · 1 word · 2 kept",
            "silent · kept",
            "1 balloon · 1 word · kept",
        ]


def test_a_panel_that_says_something_else_is_drawn_again(bought: Path) -> None:
    with editing(bought.parent) as editor:
        uri = editor.open(bought)
        editor.edit(uri, ((BOAT, 2), (BOAT, 6), "ship"))
        found = titles(editor, uri)
        assert found[0].startswith("4 panels · 9 s to read · a build would pay 150 credits in 1 request, about")
        assert found[4] == "2 panels · 1 word · 1 kept, 1 drawn again: 150 credits"
        assert found[5] == "silent · will be drawn again for 150 credits: Action changed"
        line = MAIN.count("\n")
        editor.edit(uri, ((line, 0), (line, 0), "\nPANEL 3\nThe end.\n"))
        assert titles(editor, uri)[-1] == "silent · new: 150 credits"


def test_an_editor_that_can_ask_again_does_not_wait(bought: Path) -> None:
    with editing(bought.parent, able=REFRESHING) as editor:
        uri = editor.open(bought)
        assert titles(editor, uri)[1] == "1 balloon · 2 words"
        editor.wait_until_asked("workspace/codeLens/refresh")
        assert titles(editor, uri)[2] == "1 balloon · 2 words · kept"
        editor.edit(uri, ((BOAT, 2), (BOAT, 6), "ship"))
        # what was not touched is still known; of what was, nobody can say yet
        found = titles(editor, uri)
        assert found[2] == "1 balloon · 2 words · kept"
        assert found[5] == "silent"
        editor.wait_until_asked("workspace/codeLens/refresh")
        assert "drawn again" in titles(editor, uri)[5]


def test_an_error_hides_nothing_of_what_was_known(bought: Path) -> None:
    with editing(bought.parent) as editor:
        uri = editor.open(bought)
        assert "kept" in titles(editor, uri)[2]
        line = MAIN.count("\n")
        editor.edit(uri, ((line, 0), (line, 0), "\nPAGE 3\n\nPANEL 1 [wyde, inset 9]\nEVE: {{nobody}}\n"))
        assert {said["severity"] for said in editor.about(uri)} >= {1}
        assert titles(editor, uri)[2] == "1 balloon · 2 words · kept"


def test_a_record_that_changes_or_is_damaged(bought: Path) -> None:
    with editing(bought.parent) as editor:
        uri = editor.open(bought)
        assert "kept" in titles(editor, uri)[2]
        ledger, lock = bought.parent / ".storyc" / "ledger.sqlite", bought.parent / "story.lock"
        ledger.unlink()
        assert "kept" in titles(editor, uri)[2]
        whole = lock.read_text()
        for generation, told in (("?", "in doubt: perhaps it was paid for"), ("7", "the next build brings it home")):
            lock.write_text(sub(r"^(\w{64}) \S+ (\d+) .*$", rf"\1 {generation} \2", whole, flags=MULTILINE))
            assert titles(editor, uri)[2].endswith(told)
        lock.write_text("nonsense\n")
        assert "story.lock:1 makes no sense" in titles(editor, uri)[0]
        lock.unlink()
        assert titles(editor, uri)[0] == "4 panels · 9 s to read · 600 credits in 1 request, about 1 min"


def test_sketches_are_no_purchases(project: Path) -> None:
    path = project / "main.story"
    path.write_text(MAIN, "utf-8")
    make(path, BuildOptions(DraftBackend()))
    with editing(project) as editor:
        uri = editor.open(path)
        found = titles(editor, uri)
        assert found[0].endswith("600 credits in 1 request, about 1 min")
        assert found[2] == "1 balloon · 2 words · sketch only"
        shown = editor.ask_at("textDocument/hover", uri, 8, 2)["contents"]["value"]
        assert "a sketch, nothing was paid for it" in shown


@pytest.mark.parametrize(
    ("able", "name", "sized"),
    [
        ({}, "PANEL 1: page-001-panel-01.png", ""),
        ({"general": {"markdown": {"parser": "marked"}}}, "PANEL 1", "|width=8"),
    ],
)
def test_a_heading_shows_its_picture(bought: Path, able: Mapping[str, Any], name: str, sized: str) -> None:
    with editing(bought.parent, able=able) as editor:
        uri = editor.open(bought)
        shown = editor.ask_at("textDocument/hover", uri, 8, 2)["contents"]["value"]
        picture = (bought.parent / "build" / "art" / "page-001-panel-01.png").as_uri()
        assert f"![{name}]({picture}{sized})" in shown
        assert "kept" in shown
        assert "takes" not in shown
        editor.edit(uri, ((BOAT, 2), (BOAT, 6), "ship"))
        replaced = editor.ask_at("textDocument/hover", uri, BOAT - 1, 2)["contents"]["value"]
        assert "a build would put another in its place" in replaced
        # where a build wrote another picture since, or none, there is the store
        (bought.parent / "build" / "art" / "page-001-panel-01.png").write_bytes(b"x")
        stored = editor.ask_at("textDocument/hover", uri, 8, 2)["contents"]["value"]
        assert (bought.parent / ".storyc" / "store").as_uri() in stored
        assert "mara.png" in editor.ask_at("textDocument/hover", uri, 11, 2)["contents"]["value"]


def test_a_name_has_its_price(bought: Path) -> None:
    with editing(bought.parent, able=CONFIRMING) as editor:
        uri = editor.open(bought)
        editor.ask_at("textDocument/prepareRename", uri, 22, 1)
        edit = editor.ask_at("textDocument/rename", uri, 22, 1, newName="TED")
        (annotation,) = edit["changeAnnotations"].values()
        assert annotation["label"] == "re-draws 1 panel, 150 credits"
        assert annotation["needsConfirmation"]
        marks = {one["annotationId"] for change in edit["documentChanges"] for one in change["edits"]}
        assert marks == edit["changeAnnotations"].keys()
        assert [change["textDocument"]["version"] for change in edit["documentChanges"]] == [1, None]
        assert not editor.shown


OTHER = "Title: The Storm\n\nINCLUDE cast\n\nPAGE 1\n\nPANEL 1\nHail.\n\nTOBY: Hail!\n"


def price_of_ted(path: Path) -> str:
    """Return what it costs to call TOBY so."""
    with editing(path.parent, able=CONFIRMING) as editor:
        edit = editor.ask_at("textDocument/rename", editor.open(path), 22, 1, newName="TED")
        return "".join(one["label"] for one in edit.get("changeAnnotations", {}).values())


def test_stories_that_share_a_name_have_one_price(bought: Path) -> None:
    other, same = bought.with_name("other.story"), bought.with_name("same.story")
    other.write_text(OTHER, "utf-8")
    same.write_text(MAIN, "utf-8")
    assert price_of_ted(bought) == "re-draws 1 panel, 150 credits", "the other is not bought, the same is paid for once"
    with served(Service()) as port:
        make(other, BuildOptions(ApiBackend(f"http://127.0.0.1:{port}/shop", "sk-test")))
    assert price_of_ted(bought) == "re-draws 2 panels, 300 credits"


def test_a_story_that_cannot_be_priced_is_named(bought: Path) -> None:
    bought.with_name("other.story").write_text(f"{OTHER}\nNOBODY: No.\n", "utf-8")
    assert price_of_ted(bought) == "re-draws 1 panel, 150 credits, and may re-draw more in other.story, price unknown"
    bought.write_text(f"{MAIN}\nNOBODY: No.\n", "utf-8")
    assert price_of_ted(bought) == "may re-draw panels in main.story and other.story, price unknown"


def test_an_editor_that_cannot_ask_first_is_told(bought: Path) -> None:
    with editing(bought.parent) as editor:
        uri = editor.open(bought)
        assert set(editor.ask_at("textDocument/rename", uri, 22, 1, newName="TED")) == {"changes"}
        assert editor.shown == ["A build now re-draws 1 panel, 150 credits. Undo to keep what was drawn."]


def test_a_name_that_no_request_says_costs_nothing(bought: Path) -> None:
    with editing(bought.parent, able=CONFIRMING) as editor:
        uri = editor.open(bought)
        editor.edit(uri, ((3, 0), (3, 0), "\nDEFINE town = Lumsden\n"))
        edit = editor.ask_at("textDocument/rename", uri, 4, 8, newName="city")
        assert "changeAnnotations" not in edit


def test_the_outline_has_prices(bought: Path) -> None:
    with editing(bought.parent) as editor:
        uri = editor.open(bought)
        outline = editor.ask_about("textDocument/documentSymbol", uri)
        assert outline[-1]["detail"] == "2 panels, 1 word, 4 s, 300 credits"
        titles(editor, uri)
        editor.edit(uri, ((BOAT, 2), (BOAT, 6), "ship"))
        titles(editor, uri)
        outline = editor.ask_about("textDocument/documentSymbol", uri)
        assert outline[0]["detail"] == "4 panels, 9 s, 150 credits · 1 key"
        assert [one["detail"] for one in outline[-2:]] == [
            "2 panels, 2 words, 5 s, nothing to pay", "2 panels, 1 word, 4 s, 150 credits",
        ]  # fmt: skip


def test_typing_does_not_wait(bought: Path) -> None:
    with editing(bought.parent) as editor:
        uri = editor.open(bought)
        for letter in "abcdefgh":
            editor.tell("textDocument/codeLens", {"textDocument": {"uri": uri}})
            editor.edit(uri, ((BOAT, 2), (BOAT, 2), letter))
            editor.ask_at("textDocument/completion", uri, BOAT, 2)
        assert editor.about(uri) == []
        assert "drawn again" in titles(editor, uri)[5]


def test_places_of_a_bought_story_outside_the_text(bought: Path) -> None:
    with editing(bought.parent) as editor:
        uri = editor.open(bought)
        for line, column in ((0, 0), (9_999, 9), (8, 0)):
            editor.ask_at("textDocument/hover", uri, line, column)
        assert editor.ask_at("textDocument/hover", uri, 8, 0)["range"]["start"] == place(8, 0)

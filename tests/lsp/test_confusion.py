"""Clients that are confused or mean no good: the server answers, goes on, and complains to nobody."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.lsp.editor import Editor, RefusedError, editing, place

PAGE = "PAGE 1\n\nPANEL 1\nRain.\n\nEVE: No.\n"
REQUESTS = (
    "textDocument/codeAction", "textDocument/completion", "textDocument/documentSymbol", "textDocument/foldingRange",
    "textDocument/definition", "textDocument/references", "textDocument/prepareRename", "textDocument/rename",
    "textDocument/hover", "textDocument/documentLink", "textDocument/codeLens", "textDocument/inlayHint",
    "textDocument/semanticTokens/full", "textDocument/semanticTokens/range", "textDocument/formatting",
    "textDocument/rangeFormatting", "textDocument/diagnostic", "workspace/diagnostic",
)  # fmt: skip
NOTIFICATIONS = (
    "textDocument/didOpen", "textDocument/didChange", "textDocument/didClose", "textDocument/didSave",
    "workspace/didChangeWatchedFiles", "workspace/didChangeWorkspaceFolders", "workspace/didChangeConfiguration",
    "$/cancelRequest", "$/setTrace", "$/progress", "nonsense/entirely",
)  # fmt: skip


def nonsense(uri: str) -> tuple[Any, ...]:
    """Return parameters that no method takes, or takes with places that are nowhere."""
    document = {"uri": uri}
    far = {"line": 2**31 - 1, "character": 2**31 - 1}
    return (
        None, {}, {"textDocument": None}, {"textDocument": {"uri": 3}}, {"textDocument": document},
        {"textDocument": document, "position": far, "range": {"start": far, "end": place(0, 0)}, "newName": "\0\ud800",
         "context": {"diagnostics": [], "includeDeclaration": True}, "options": {"tabSize": 0, "insertSpaces": False}},
        {"textDocument": {**document, "version": -1}, "contentChanges": [{"text": 3}, {"range": {}, "text": ""}]},
        {"textDocument": {**document, "languageId": [], "version": "x", "text": None}},
        {"textDocument": document, "position": [], "range": "all", "previousResultIds": [3], "changes": [{"uri": None}]},
        {"textDocument": {"uri": "file:///%ff%00"}, "position": place(0, 0), "previousResultIds": []},
        {"id": uri}, {"event": {"added": 1}}, {"value": "loud"},
    )  # fmt: skip


def is_well(editor: Editor, uri: str) -> bool:
    """Return whether the server still answers."""
    return bool(editor.ask_at("textDocument/hover", uri, 2, 1)["contents"])


def test_nonsense_is_refused_and_nothing_ends(tmp_path: Path) -> None:
    with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "main.story", PAGE)
        for params in nonsense(uri):
            for method in REQUESTS:
                with suppress(RefusedError):
                    editor.ask(method, params)
        for params in nonsense(uri):
            for method in NOTIFICATIONS:
                if (method, params) != ("textDocument/didClose", {"textDocument": {"uri": uri}}):
                    editor.tell(method, params)
        assert is_well(editor, editor.open(tmp_path / "other.story", PAGE))


def test_answers_that_are_waited_for_and_given_up(tmp_path: Path) -> None:
    with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "main.story", PAGE * 50)
        for number in range(20):
            editor.tell_and_cancel("textDocument/codeLens", {"textDocument": {"uri": uri}})
            editor.edit(uri, ((3, 0), (3, number), "Rain "))
            editor.tell_and_cancel(
                "textDocument/rename", {"textDocument": {"uri": uri}, "position": place(2, 1), "newName": "x"}
            )
        assert is_well(editor, uri)


def test_a_document_that_is_opened_again_closed_twice_and_renamed(tmp_path: Path) -> None:
    with editing(tmp_path) as editor:
        old, new = tmp_path / "old.story", tmp_path / "new.story"
        old.write_text(PAGE)
        for _ in range(2):
            uri = editor.open(old)
        assert [said["code"] for said in editor.about(uri)] == ["SC0201"]
        old.rename(new)
        for _ in range(2):
            editor.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        while editor.wait_for(uri):
            pass
        assert [said["code"] for said in editor.about(editor.open(new))] == ["SC0201"]
        new.unlink()
        assert is_well(editor, new.as_uri())


def test_two_folders_are_two_stories(tmp_path: Path) -> None:
    for name, cast in (("one", "EVE"), ("two", "ADAM")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "storyc.toml").write_text('entry = "main.story"\n')
        (tmp_path / name / "main.story").write_text(f"CAST\n\n{cast}: Somebody.\n\n{PAGE}")
    with editing(tmp_path / "one") as editor:
        editor.tell(
            "workspace/didChangeWorkspaceFolders",
            {"event": {"added": [{"uri": (tmp_path / "two").as_uri(), "name": "two"}], "removed": []}},
        )
        one, two = (editor.open(tmp_path / name / "main.story") for name in ("one", "two"))
        assert editor.about(one) == []
        assert [said["code"] for said in editor.about(two)] == ["SC0201"]
        found = editor.ask("workspace/diagnostic", {"previousResultIds": []})["items"]
        assert {item["uri"]: len(item["items"]) for item in found} == {one: 0, two: 1}


def test_lines_that_end_as_on_other_systems(tmp_path: Path) -> None:
    text = PAGE.replace("\n", "\r\n")
    with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "main.story", text)
        (said,) = editor.about(uri)
        assert said["range"] == {"start": place(5, 0), "end": place(5, 3)}
        editor.edit(uri, ((5, 0), (5, 3), "CAPTION"))
        assert editor.about(uri) == []
        lenses = editor.ask_about("textDocument/codeLens", uri)
        assert [lens["range"]["start"] for lens in lenses] == [place(0, 0), place(0, 0), place(2, 0)]


@pytest.mark.parametrize("uri", ["untitled:Untitled-1", "vscode-vfs://github/a/b/main.story", "git:/a.story?%7B%7D"])
def test_a_text_that_is_no_file_has_all_that_needs_none(tmp_path: Path, uri: str) -> None:
    with editing(tmp_path) as editor:
        editor.open(uri, PAGE)
        assert [said["code"] for said in editor.about(uri)] == ["SC0201"]
        assert is_well(editor, uri)
        lenses = [one["command"]["title"] for one in editor.ask_about("textDocument/codeLens", uri)]
        assert lenses == ["1 panel · 1 word · about 150 credits", "1 balloon · 1 word"]
        editor.edit(uri, ((5, 0), (5, 3), "CAPTION"))
        lenses = [one["command"]["title"] for one in editor.ask_about("textDocument/codeLens", uri)]
        assert lenses[0].startswith("1 panel · 2 s to read · 150 credits in 1 request")


def test_a_script_as_long_as_a_shelf_of_books(tmp_path: Path) -> None:
    text = "".join(f"PAGE {number}\n\nPANEL 1\n{'Rain. ' * 40}\n\n" for number in range(1, 3_000))
    with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "main.story", text)
        assert editor.about(uri) == []
        editor.edit(uri, ((7_000, 0), (7_000, 0), "x"))
        assert editor.ask_at("textDocument/completion", uri, 7_000, 1)["items"] is not None
        assert len(editor.ask_about("textDocument/documentSymbol", uri)) >= 2_998
        editor.edit(uri, ((0, 0), (99_999, 0), "x" * 3_000_000))
        assert editor.about(uri) is not None

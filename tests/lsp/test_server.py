"""An editor drives the server as a process, from the first message to the last."""

from pathlib import Path
from typing import Any

import pytest

from tests.lsp.editor import Editor, RefusedError, editing, place

MAIN = """\
Title: The Pier

INCLUDE cast

PAGE ONE (2 PANELS)

EXT. THE PIER - NIGHT

PANEL 1 [wide]
MARA VOSS 🌊 at the rail.

MARA VOSS (off): Forty years.

TOBBY: Where?

PANEL 2
The dark.

"""
EVERYWHERE = {"start": place(0, 0), "end": place(99, 0)}


@pytest.fixture
def main_path(project: Path) -> Path:
    """Give the path of the main script."""
    path = project / "main.story"
    path.write_text(MAIN, "utf-8")
    return path


def codes(said: list[dict[str, Any]]) -> list[str]:
    """Return the codes of what was said."""
    return [one["code"] for one in said]


def test_everything_an_editor_asks(project: Path, main_path: Path) -> None:
    with editing(project) as editor:
        uri = editor.open(main_path)
        cast = (project / "cast.story").as_uri()
        (said,) = editor.about(uri)
        assert said["code"] == "SC0201"
        assert said["message"].endswith("help: did you mean `TOBY`?")
        actions = editor.ask_about("textDocument/codeAction", uri, range=said["range"], context={"diagnostics": []})
        assert actions[0]["title"] == "write `TOBY`"
        (edit,) = actions[0]["edit"]["changes"][uri]
        start, end = edit["range"]["start"], edit["range"]["end"]
        editor.edit(uri, ((start["line"], start["character"]), (end["line"], end["character"]), edit["newText"]))
        assert editor.about(uri) == []
        outline = editor.ask_about("textDocument/documentSymbol", uri)
        assert [one["name"] for one in outline] == ["The Pier", "INCLUDE cast", "Page ONE"]
        suggested = editor.ask_at("textDocument/completion", uri, 17, 0)["items"]
        assert [one["label"] for one in suggested][:2] == ["MARA VOSS", "TOBY"]
        found = editor.ask_at("textDocument/definition", uri, 11, 2)
        assert (found["uri"], found["range"]["start"]) == (cast, place(2, 0))
        used = editor.ask_at("textDocument/references", uri, 11, 2, context={"includeDeclaration": True})
        assert len(used) == 5
        marked = editor.ask_at("textDocument/documentHighlight", uri, 9, 2)
        assert [(one["range"]["start"], one["kind"]) for one in marked] == [(place(9, 0), 2), (place(11, 0), 2)]
        assert editor.ask_at("textDocument/documentHighlight", cast, 2, 2) == []
        assert editor.ask_at("textDocument/prepareRename", uri, 11, 2)["placeholder"] == "MARA VOSS"
        renamed = editor.ask_at("textDocument/rename", uri, 11, 2, newName="MARA DALE")["changes"]
        assert {file: len(edits) for file, edits in renamed.items()} == {uri: 2, cast: 1}
        assert "Harbour pilot" in editor.ask_at("textDocument/hover", uri, 11, 2)["contents"]["value"]
        assert len(editor.ask_about("textDocument/foldingRange", uri)) == 3
        assert [one["target"] for one in editor.ask_about("textDocument/documentLink", uri)] == [cast]
        lenses = editor.ask_about("textDocument/codeLens", uri)
        assert [one["command"]["title"] for one in lenses] == [
            "2 panels · 5 s to read · 300 credits in 1 request, about 1 min",
            "2 panels · 3 words · about 300 credits",
            "2 balloons · 3 words",
            "silent",
        ]
        hints = editor.ask_about("textDocument/inlayHint", uri, range=EVERYWHERE)
        assert [one["label"] for one in hints] == ["2 words", "1 word"]
        whole = editor.ask_about("textDocument/semanticTokens/full", uri)["data"]
        assert len(whole) % 5 == 0
        assert editor.ask_about("textDocument/semanticTokens/range", uri, range=EVERYWHERE)["data"] == whole
        options = {"tabSize": 4, "insertSpaces": True}
        (tidied,) = editor.ask_about("textDocument/formatting", uri, options=options)
        assert tidied["newText"] == ""
        assert (
            editor.ask_about(
                "textDocument/rangeFormatting", uri, range={"start": place(4, 0), "end": place(5, 0)}, options=options
            )
            == []
        )
        assert editor.asked == ["client/registerCapability"]


def test_each_file_of_a_project_is_told_its_own_findings(project: Path, main_path: Path) -> None:
    with editing(project) as editor:
        cast = editor.open(project / "cast.story")
        assert editor.ask_about("storyc/mainScript", cast) == main_path.as_uri()
        assert editor.ask_about("storyc/mainScript", main_path.as_uri()) is None
        # the cast alone has nothing to draw, but it is part of a story that has
        assert editor.about(cast) == []
        assert codes(editor.diagnostics[main_path.as_uri()]) == ["SC0201"]
        line = (project / "cast.story").read_text().split("\n").index("TOBY: A boy of eleven.")
        editor.edit(cast, ((line, 0), (line, 4), "TOBBY"))
        assert editor.about(cast) == []
        assert editor.diagnostics[main_path.as_uri()] == []
        editor.edit(cast, ((line, 0), (line, 5), "TOBY"))
        assert editor.about(cast) == []
        assert codes(editor.diagnostics[main_path.as_uri()]) == ["SC0201"]
        editor.tell("textDocument/didClose", {"textDocument": {"uri": cast}})
        assert editor.wait_for(main_path.as_uri()) == []


def test_a_script_without_a_project_is_enough(tmp_path: Path) -> None:
    with editing(tmp_path) as editor:
        path = tmp_path / "alone.story"
        path.write_text("PAGE 1\n\nPANEL 1 [wyde]\nRain.\n")
        (said,) = editor.about(editor.open(path))
        assert said["data"]["name"] == "unknown-tag"
        untitled = editor.open("untitled:Untitled-1", "PAGE 1\n\nPANEL 1\nRain.\n\nINCLUDE ../secret\n\nEVE: No.\n")
        assert "SC0201" in codes(editor.about(untitled))


def test_files_and_settings_that_change_on_disk(project: Path, main_path: Path) -> None:
    with editing(project) as editor:
        uri = editor.open(main_path)
        assert len(editor.about(uri)) == 1
        (project / "cast.story").write_text((project / "cast.story").read_text().replace("TOBY:", "TOBBY:"))
        editor.tell("workspace/didChangeWatchedFiles", {"changes": []})
        assert editor.wait_for(uri) == []
        (project / "cast.story").unlink()
        editor.tell("workspace/didChangeWatchedFiles", {"changes": []})
        assert "missing-file" in {said["data"]["name"] for said in editor.wait_for(uri)}
        other = editor.open(project / "other.story", "PAGE 1\n\nPANEL 1\n{{reader}}\n")
        assert editor.about(other) == []
        (project / "storyc.toml").write_text("entry = 3\n")
        editor.tell(
            "workspace/didChangeWatchedFiles", {"changes": [{"uri": (project / "storyc.toml").as_uri(), "type": 2}]}
        )
        assert editor.wait_for(other)[0]["data"]["name"] == "undefined-name"
        editor.open(project / "third.story", "")
        editor.about((project / "third.story").as_uri())
        assert any("storyc.toml" in shown for shown in editor.shown)


@pytest.mark.parametrize(("encodings", "chosen", "column"), [
    (("utf-8", "utf-16"), "utf-8", 15), (("utf-16",), "utf-16", 13), (("utf-32", "utf-8"), "utf-32", 12), ((), "utf-16", 13),
])  # fmt: skip
def test_columns_are_counted_as_the_editor_counts(
    project: Path, main_path: Path, encodings: tuple[str, ...], chosen: str, column: int
) -> None:
    with editing(project, encodings) as editor:
        assert editor.capabilities["positionEncoding"] == chosen
        uri = editor.open(main_path)
        editor.edit(uri, ((9, column), (9, column + 2), "TOBY by"))
        editor.about(uri)
        found = editor.ask_at("textDocument/definition", uri, 9, column + 1)
        assert found["range"]["start"] == place(6, 0)


def ask_at(editor: Editor, uri: str, line: int, column: int) -> None:
    """Ask everything about a place; an answer is enough."""
    for method in ("completion", "definition", "hover", "prepareRename"):
        editor.ask_at(f"textDocument/{method}", uri, line, column)
    editor.ask_at("textDocument/references", uri, line, column, context={"includeDeclaration": True})


def ask_all(editor: Editor, uri: str, line: int, column: int) -> None:
    """Ask everything about a place, a range and a document."""
    ask_at(editor, uri, line, column)
    where = {"start": place(line, column), "end": place(line + 5, column)}
    for method in ("documentSymbol", "foldingRange", "documentLink", "codeLens", "semanticTokens/full"):
        editor.ask_about(f"textDocument/{method}", uri)
    for method in ("inlayHint", "semanticTokens/range"):
        editor.ask_about(f"textDocument/{method}", uri, range=where)
    editor.ask_about("textDocument/codeAction", uri, range=where, context={"diagnostics": []})
    options = {"tabSize": 4, "insertSpaces": True}
    editor.ask_about("textDocument/formatting", uri, options=options)
    editor.ask_about("textDocument/rangeFormatting", uri, range=where, options=options)


def test_places_outside_the_text(project: Path, main_path: Path) -> None:
    with editing(project) as editor:
        uri = editor.open(main_path)
        for line, column in ((0, 0), (9, 1_000), (10_000, 0), (2**31 - 10, 2**31 - 1)):
            ask_all(editor, uri, line, column)
            editor.edit(uri, ((line, column), (line, column), "x"), ((line + 2, 0), (line, 0), ""))
            assert editor.about(uri) is not None


def test_what_is_not_open_has_no_answers(project: Path, main_path: Path) -> None:
    with editing(project) as editor:
        for uri in (
            main_path.as_uri(),
            "file:///nowhere/at/all.story",
            "untitled:x",
            "https://example.com/a.story",
            "",
            "file://",
        ):
            ask_all(editor, uri, 1, 1)
            editor.edit(uri, ((0, 0), (0, 0), "x"))
            editor.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        assert not any(editor.diagnostics.values())


def test_files_that_are_no_scripts(project: Path, main_path: Path) -> None:
    outside = project.parent / "outside.story"
    outside.write_text("CAST\n\nEVE: A secret.\n")
    (project / "link.story").symlink_to(outside)
    (project / "latin.story").write_bytes(b"CAST\n\nEVE: caf\xe9.\n")
    (project / "binary.story").write_bytes(b"\0\1\2")
    (project / "folder.story").mkdir()
    includes = (
        "link",
        "latin",
        "binary",
        "folder",
        "main",
        "../outside",
        "/etc/passwd",
        "nobody",
        "c:\\x",
        "\\\\host\\x",
    )
    text = MAIN.replace("INCLUDE cast", "\n\n".join(f"INCLUDE {name}" for name in includes))
    with editing(project) as editor:
        uri = editor.open(main_path, text)
        assert "A secret" not in str(editor.about(uri))
        for line in range(24):
            ask_at(editor, uri, line, 9)
        assert "A secret" not in str([editor.ask_at("textDocument/hover", uri, line, 9) for line in range(24)])
        for name in ("latin", "link", "binary"):
            ask_all(editor, editor.open(project / f"{name}.story", "CAST\n\nEVE: No secret.\n"), 2, 1)
        outside.unlink()
        editor.tell("textDocument/didSave", {"textDocument": {"uri": uri}})
        editor.wait_for(uri)


def test_a_project_that_disappears(project: Path, main_path: Path) -> None:
    with editing(project) as editor:
        uri = editor.open(main_path)
        editor.about(uri)
        for path in (main_path, project / "cast.story", project / "storyc.toml"):
            path.unlink()
        (project / "art" / "mara.png").unlink()
        (project / "art").rmdir()
        project.rmdir()
        ask_all(editor, uri, 9, 1)
        editor.edit(uri, ((0, 0), (0, 0), "x"))
        assert editor.about(uri)
        editor.tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": "file:///x/storyc.toml", "type": 3}]})
        assert editor.wait_for(uri)
        project.mkdir()


def test_texts_that_nobody_would_write(project: Path, main_path: Path) -> None:
    texts = (
        "",
        "\0\1",
        "\ud83c",
        "/*",
        "[[",
        "\r\rPAGE 1\r\nPANEL\r",
        "PAGE 1\n" * 50,
        "CAST\n\n(: (\n&: x\n&\n  ref: \n",
        "@\nx\n\n(\n&:\n:\nPANEL [[",
        "\u2028\x85\ufeff",
    )
    with editing(project) as editor:
        uri = editor.open(main_path)
        for text in texts:
            editor.edit(uri, ((0, 0), (9_999, 0), text))
            editor.about(uri)
            ask_all(editor, uri, 0, 0)
            for line in range(min(text.count("\n") + 1, 8)):
                ask_at(editor, uri, line, 1)


def test_requests_that_make_no_sense(project: Path, main_path: Path) -> None:
    with editing(project) as editor:
        uri = editor.open(main_path)
        for method, params in (
            ("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": -1, "character": "x"}}),
            ("textDocument/hover", {}),
            ("textDocument/nonsense", {}),
            ("workspace/executeCommand", {"command": "build", "arguments": []}),
            ("textDocument/rename", {"textDocument": {"uri": uri}, "position": place(11, 2), "newName": "A: B"}),
            ("textDocument/rename", {"textDocument": {"uri": uri}, "position": place(15, 2), "newName": "A"}),
        ):
            with pytest.raises(RefusedError):
                editor.ask(method, params)
        editor.send_bytes(b"{ this is no JSON")
        editor.send_bytes(b"[1, 2]")
        assert editor.ask_at("textDocument/hover", uri, 11, 2) is not None


def test_an_editor_that_is_just_gone_leaves_no_server_behind(project: Path) -> None:
    with editing(project) as editor:
        assert editor.hang_up() == 1

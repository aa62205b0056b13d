"""An editor that asks for diagnostics is not told them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.lsp.editor import Editor, editing

MAIN = "Title: The Pier\n\nINCLUDE cast\n\nPAGE 1\n\nPANEL 1\nRain.\n\nTOBBY: Where?\n"
ASKING: Mapping[str, Any] = {"textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": True}}}
REFRESH = "workspace/diagnostic/refresh"


def report(editor: Editor, uri: str, before: str = "") -> dict[str, Any]:
    """Return what the server says about a document."""
    more = {"previousResultId": before} if before else {}
    found: dict[str, Any] = editor.ask_about("textDocument/diagnostic", uri, **more)
    return found


def codes(found: Mapping[str, Any]) -> list[str]:
    """Return the codes in a report."""
    return [said["code"] for said in found["items"]]


def of_workspace(editor: Editor, known: Mapping[str, str] | None = None) -> dict[str, dict[str, Any]]:
    """Return what the server says about every file."""
    before = [{"uri": uri, "value": value} for uri, value in (known or {}).items()]
    return {one["uri"]: one for one in editor.ask("workspace/diagnostic", {"previousResultIds": before})["items"]}


def test_findings_are_given_when_they_are_asked_for(project: Path) -> None:
    path = project / "main.story"
    path.write_text(MAIN)
    with editing(project, able=ASKING) as editor:
        assert editor.capabilities["diagnosticProvider"] == {
            "identifier": "storyc", "interFileDependencies": True, "workspaceDiagnostics": True,
        }  # fmt: skip
        uri = editor.open(path)
        found = report(editor, uri)
        assert (found["kind"], codes(found)) == ("full", ["SC0201"])
        same = report(editor, uri, found["resultId"])
        assert same == {"kind": "unchanged", "resultId": found["resultId"]}
        editor.edit(uri, ((9, 0), (9, 5), "TOBY"))
        assert codes(report(editor, uri, found["resultId"])) == []
        assert not editor.diagnostics


def test_what_an_edit_changes_elsewhere_is_asked_for_again(project: Path) -> None:
    path = project / "main.story"
    path.write_text(MAIN)
    with editing(project, able=ASKING) as editor:
        uri, cast = editor.open(path), editor.open(project / "cast.story")
        assert codes(report(editor, uri)) == ["SC0201"]
        line = (project / "cast.story").read_text().split("\n").index("TOBY: A boy of eleven.")
        editor.edit(cast, ((line, 0), (line, 4), "TOBBY"))
        editor.wait_until_asked(REFRESH)
        assert codes(report(editor, uri)) == []
        (project / "cast.story").write_text("")
        editor.tell("textDocument/didClose", {"textDocument": {"uri": cast}})
        editor.wait_until_asked(REFRESH)
        assert codes(report(editor, uri)) == ["SC0201"]


def test_an_edit_that_concerns_only_its_file_calls_nobody(project: Path) -> None:
    path = project / "main.story"
    path.write_text(MAIN)
    with editing(project, able=ASKING) as editor:
        uri, cast = editor.open(path), editor.open(project / "cast.story")
        report(editor, uri)
        editor.edit(uri, ((9, 0), (9, 5), "TOBY"))
        assert codes(report(editor, uri)) == []
        editor.edit(cast, ((0, 0), (0, 0), "\n"))
        assert codes(report(editor, cast)) == []
        assert REFRESH not in editor.asked


def test_all_files_of_a_folder(project: Path) -> None:
    path = project / "main.story"
    path.write_text(MAIN)
    with editing(project, able=ASKING) as editor:
        found = of_workspace(editor)
        assert {uri: codes(one) for uri, one in found.items()} == {
            path.as_uri(): ["SC0201"],
            (project / "cast.story").as_uri(): [],
        }
        known = {uri: one["resultId"] for uri, one in found.items()}
        assert {one["kind"] for one in of_workspace(editor, known).values()} == {"unchanged"}
        uri = editor.open(path)
        editor.edit(uri, ((9, 0), (9, 5), "TOBY"), ((2, 0), (3, 0), ""))
        later = of_workspace(editor, known)
        assert later[uri]["version"] == 2
        # what is no part of the story any more has nothing to be said about
        assert later[(project / "cast.story").as_uri()]["kind"] == "unchanged"


def test_what_is_not_open_or_is_nowhere(project: Path) -> None:
    with editing(project, able=ASKING) as editor:
        for uri in ("file:///nowhere/at/all.story", "untitled:x", "", (project / "cast.story").as_uri()):
            assert report(editor, uri)["items"] == []
        untitled = editor.open("untitled:Untitled-1", "PAGE 1\n\nPANEL 1\nRain.\n\nEVE: No.\n")
        assert codes(report(editor, untitled)) == ["SC0201"]
        assert not of_workspace(editor, {"file:///gone.story": "x"})["file:///gone.story"]["items"]

"""What helps with typing in VS Code speaks storyc's own language."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from storyc.project import check_project, find_project

EXTENSION = Path(__file__).parents[2] / "grammar/editors/vscode"
SNIPPETS: dict[str, dict[str, Any]] = json.loads((EXTENSION / "snippets.json").read_text("utf-8"))
TITLE = "Title: A Title\nLanguage: en\n\n"
CAST = "CAST\n\nNAME: Who this is.\n\n"
PAGE = "PAGE 1 (1 PANEL)\n\nPANEL 1\nRain.\n\n"
DECLARING = ("style", "cast", "locations", "props")


def written(prefix: str) -> str:
    """Return a story with what a snippet becomes if nothing of it is changed."""
    (body,) = (one["body"] for one in SNIPPETS.values() if one["prefix"] == prefix)
    grown = re.sub(r"\$\{\d\|([^,|]*)[^|]*\|\}|\$\{\d:([^}]*)\}", r"\1\2", "\n".join(body)).replace(
        "FOUR PANELS", "1 PANEL"
    )
    text = grown.replace("$0", "" if prefix in ("title", *DECLARING, "scene") else "Something.")
    if prefix == "title":
        return f"{text}\n{CAST}{PAGE}"
    if prefix in DECLARING:
        return f"{TITLE}{text}\n\n{PAGE}"
    if prefix in ("page", "splash"):
        return f"{TITLE}{text}\n"
    if prefix == "panel":
        return f"{TITLE}PAGE 1 (1 PANEL)\n\n{text}\n"
    place = "LOCATIONS\n\nTHE PLACE: A place.\n\n"
    return f"{TITLE}{CAST}{place if prefix == 'scene' else ''}{PAGE}{text}\n"


@pytest.mark.parametrize("prefix", [one["prefix"] for one in SNIPPETS.values()])
def test_a_snippet_is_a_story(prefix: str, tmp_path: Path) -> None:
    path = tmp_path / "a.story"
    path.write_text(written(prefix), "utf-8")
    said = check_project(find_project(path)).diagnostics
    assert [(one.code, one.message) for one in said] == [], path.read_text("utf-8")


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("// a remark that ", "goes on", "// "),
        ("// a remark that", " goes on", "//"),
        ("= what happens ", "here", "= "),
        ("~ down in ", "the harbour", "~ "),
        ("// a remark", "", None),
        ("Rain on ", "the roof.", None),
    ],
)
def test_a_line_that_is_cut_in_two_stays_what_it_was(before: str, after: str, wanted: str | None) -> None:
    rules = json.loads((EXTENSION / "language-configuration.json").read_text("utf-8"))["onEnterRules"]
    fitting = [
        rule["action"].get("appendText")
        for rule in rules
        if re.search(rule["beforeText"], before) and re.search(rule.get("afterText", ""), after)
    ]
    assert fitting == ([] if wanted is None else [wanted])

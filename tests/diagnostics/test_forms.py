"""The forms that programs read, each read back by what stands for such a program."""

from importlib import import_module
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import json

from storyc.diagnostics import Code, Diagnostic, Edit, Fix, Label, Severity
from storyc.diagnostics.rendering import FORMS, Look, Renderer
from storyc.text import Source, Span

UNKNOWN = Code("SC0201", "unknown-character", Severity.ERROR, "Declare everyone who speaks.", "")
COUNT = Code("SC0301", "panel-count", Severity.WARNING, "Counts are checked.", "")
DIALOGUE = Code("SC0202", "looks-like-dialogue", Severity.NOTE, "Prose stays prose.", "")

SCRIPT = Source("acts/one, 50%.story", "PAGE 1 (2 PANELS)\n\n/* cut\nscene */\n👩\u200d🚀 é TOBBY: hi\ngrandma: sit\n")
CAST = Source("cast.story", "CAST\n\nTOBY: a boy\n")
SOURCES = {"one": SCRIPT, "cast": CAST}


def label(key: str, words: str, text: str = "") -> Label:
    start = SOURCES[key].text.index(words)
    return Label(key, Span(start, start + len(words)), text)


def edit(key: str, words: str, text: str) -> Edit:
    return Edit(key, label(key, words).span, text)


FOUND = (
    Diagnostic(
        UNKNOWN,
        "nobody called `TOBBY` is in the cast",
        label("one", "TOBBY", "speaks here"),
        labels=(label("cast", "TOBY", "not he?"),),
        helps=("did you mean `TOBY`?",),
        fixes=(
            Fix("replace it by `TOBY`", (edit("one", "TOBBY", "TOBY"),)),
            Fix("rename `TOBY`", (edit("one", "TOBBY", "TOBIAS"), edit("cast", "TOBY", "TOBIAS")), is_safe=False),
        ),
    ),
    Diagnostic(COUNT, "a comment, 100% long: cut", label("one", "/* cut\nscene */")),
    Diagnostic(DIALOGUE, "looks like dialogue", label("one", "grandma")),
)


def renderer(form: str) -> Renderer:
    render: Renderer = import_module(f"storyc.diagnostics.rendering.{form}").render
    return render


def report(form: str) -> Any:
    return json.decode(renderer(form)(FOUND, SOURCES, Look()))


def test_concise() -> None:
    assert renderer("concise")(FOUND, SOURCES, Look()).splitlines() == [
        "acts/one, 50%.story:5:7: error[SC0201 unknown-character] nobody called `TOBBY` is in the cast",
        "acts/one, 50%.story:3:1: warning[SC0301 panel-count] a comment, 100% long: cut",
        "acts/one, 50%.story:6:1: note[SC0202 looks-like-dialogue] looks like dialogue",
    ]


def test_json() -> None:
    first, second, _ = report("json")
    place = {"line": 5, "column": 7, "end_line": 5, "end_column": 12}
    assert first == {
        "code": "SC0201",
        "name": "unknown-character",
        "severity": "error",
        "message": "nobody called `TOBBY` is in the cast",
        "file": SCRIPT.name,
        **place,
        "labels": [
            {"file": SCRIPT.name, **place, "text": "speaks here", "is_primary": True},
            {
                "file": "cast.story",
                "line": 3,
                "column": 1,
                "end_line": 3,
                "end_column": 5,
                "text": "not he?",
                "is_primary": False,
            },
        ],
        "helps": ["did you mean `TOBY`?"],
        "fixes": [
            {
                "title": "replace it by `TOBY`",
                "is_safe": True,
                "edits": [{"file": SCRIPT.name, **place, "text": "TOBY"}],
            },
            {
                "title": "rename `TOBY`",
                "is_safe": False,
                "edits": [
                    {"file": SCRIPT.name, **place, "text": "TOBIAS"},
                    {"file": "cast.story", "line": 3, "column": 1, "end_line": 3, "end_column": 5, "text": "TOBIAS"},
                ],
            },
        ],
    }
    assert [second[name] for name in ("line", "column", "end_line", "end_column")] == [3, 1, 4, 9]


def test_jsonl_is_json_a_line_each() -> None:
    lines = renderer("jsonl")(FOUND, SOURCES, Look()).splitlines()
    assert [json.decode(line) for line in lines] == report("json")


def test_github_escapes_what_would_end_a_property() -> None:
    assert renderer("github")(FOUND, SOURCES, Look()).splitlines() == [
        (
            "::error title=SC0201 unknown-character,file=acts/one%2C 50%25.story,line=5,endLine=5,col=7,endColumn=12"
            "::nobody called `TOBBY` is in the cast%0Ahelp: did you mean `TOBY`?"
        ),
        "::warning title=SC0301 panel-count,file=acts/one%2C 50%25.story,line=3,endLine=4::a comment, 100%25 long: cut",
        (
            "::notice title=SC0202 looks-like-dialogue,file=acts/one%2C 50%25.story,line=6,endLine=6,col=1,endColumn=8"
            "::looks like dialogue"
        ),
    ]


def test_gitlab() -> None:
    first, second, third = report("gitlab")
    assert first["check_name"] == "unknown-character"
    assert first["location"] == {"path": SCRIPT.name, "lines": {"begin": 5, "end": 5}}
    assert [found["severity"] for found in (first, second, third)] == ["major", "minor", "info"]


def test_a_fingerprint_outlives_edits_elsewhere_and_tells_equal_findings_apart() -> None:
    def marks(text: str, *lines: int) -> list[str]:
        source = Source("a.story", text)
        said = [Diagnostic(COUNT, "said", Label("a", source.line_span(line))) for line in lines]
        return [found["fingerprint"] for found in json.decode(renderer("gitlab")(said, {"a": source}, Look()))]

    before = marks("PAGE 1\nPAGE 2\nPAGE 1\n", 1, 2, 3)
    assert len(set(before)) == 3
    assert marks("// new\n\n  PAGE 1\nPAGE 2\nnew\nPAGE 1\n", 3, 4, 6) == before


def test_sarif() -> None:
    log = report("sarif")
    run = log["runs"][0]
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    rules = run["tool"]["driver"]["rules"]
    assert [(rule["id"], rule["defaultConfiguration"]["level"]) for rule in rules] == [
        ("SC0201", "error"),
        ("SC0202", "note"),
        ("SC0301", "warning"),
    ]
    first = run["results"][0]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    physical = first["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": "acts/one%2C%2050%25.story"}
    assert physical["region"] == {"startLine": 5, "startColumn": 7, "endLine": 5, "endColumn": 12}
    assert [related["message"]["text"] for related in first["relatedLocations"]] == ["not he?"]
    assert [[change["artifactLocation"]["uri"] for change in fix["artifactChanges"]] for fix in first["fixes"]] == [
        ["acts/one%2C%2050%25.story"],
        ["acts/one%2C%2050%25.story", "cast.story"],
    ]


def test_rdjson_counts_columns_in_bytes() -> None:
    first, second, _ = report("rdjson")["diagnostics"]
    indent_bytes = len("👩\u200d🚀 é ".encode())
    span = {
        "start": {"line": 5, "column": indent_bytes + 1},
        "end": {"line": 5, "column": indent_bytes + 1 + len("TOBBY")},
    }
    assert first["location"] == {"path": SCRIPT.name, "range": span}
    assert first["suggestions"] == [{"range": span, "text": "TOBY"}]
    assert second["location"]["range"]["end"] == {"line": 4, "column": 9}


def test_junit_has_a_suite_for_each_file_and_fails_for_what_is_wrong() -> None:
    suites = fromstring(renderer("junit")(FOUND, SOURCES, Look())).findall("testsuite")
    assert [(suite.get("name"), suite.get("tests"), suite.get("failures")) for suite in suites] == [
        (SCRIPT.name, "3", "2"),
        ("cast.story", "1", "0"),
    ]
    cases = suites[0].findall("testcase")
    assert [failure.get("type") for case in cases for failure in case.findall("failure")] == ["error", "warning"]
    assert [case.get("name") for case in cases if case.find("system-out") is not None] == [
        "SC0202 looks-like-dialogue at 6:1"
    ]


EMPTY = {"full": "", "concise": "", "json": "[]\n", "jsonl": "", "github": "", "gitlab": "[]\n"}


@pytest.mark.parametrize("form", FORMS)
def test_nothing_to_say_is_a_report_too(form: str) -> None:
    said = renderer(form)((), SOURCES, Look())
    assert said == EMPTY.get(form, said)
    assert not said or said.endswith("\n")


@pytest.mark.parametrize("form", FORMS)
def test_a_path_that_is_no_text_can_be_reported(form: str) -> None:
    source = Source("caf\udce9.story", "PAGE 1")
    said = renderer(form)([Diagnostic(COUNT, "said", Label("a", Span(0, 4)))], {"a": source}, Look())
    assert said.encode()


@given(st.text(), st.text(), st.data(), st.sampled_from(FORMS))
def test_any_text_can_be_reported(text: str, message: str, data: st.DataObject, form: str) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    there = Label("a", Span(start, end), message)
    fix = Fix(message, (Edit("a", there.span, text),))
    found = [Diagnostic(COUNT, message, there, (there,), (message,), (fix,))]
    said = renderer(form)(found, {"a": Source(message, text)}, Look())
    match form:
        case "json" | "gitlab" | "sarif" | "rdjson":
            assert json.decode(said)
        case "jsonl" | "github" | "concise":
            assert said.count("\n") == 1
        case "junit":
            assert len(fromstring(said)) == 1
        case _:
            assert said.endswith("1 warning in 1 file\n")

"""Links into scripts."""

from pathlib import Path

import pytest

from storyc.errors import UsageError
from storyc.preview import PATTERNS, editor_pattern
from storyc.preview.editor import Editor


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("vscode", "vscode://file/home/me/my%20comic/a%23b.story:4:2"),
        ("idea", "idea://open?file=/home/me/my%20comic/a%23b.story&line=4&column=2"),
        ("none", ""),
        ("x:{path}@{line}", "x:/home/me/my%20comic/a%23b.story@4"),
    ],
)
def test_a_link_names_the_place(name: str, link: str) -> None:
    editor = Editor(editor_pattern(name), Path("/home/me/my comic"))
    assert (editor.link("a#b.story", 4, 2) if PATTERNS.get(name, name) else "") == link


def test_a_file_is_only_ever_a_path() -> None:
    editor = Editor(PATTERNS["vscode"], Path("/p"))
    assert editor.link("{line}'\"<>.story", 1, 1) == "vscode://file/p/%7Bline%7D%27%22%3C%3E.story:1:1"


def test_lines_of_panels_are_filled_in_later() -> None:
    assert Editor(PATTERNS["vscode"], Path("/p q")).source_link == "vscode://file/p%20q/{path}:{line}:1"


@pytest.mark.parametrize(
    "name", ["emacs", "", "{path}", "javascript:alert('{path}')", "DATA:{path}", "vscode://file", "vbscript:{path}"]
)
def test_what_is_no_editor_is_refused(name: str) -> None:
    with pytest.raises(UsageError):
        editor_pattern(name)

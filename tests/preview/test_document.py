"""A page that was taken apart is the same page."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyc.assembly import to_html
from storyc.lowering import lower
from storyc.planning import Art, Results
from storyc.preview.document import Document, put_together, take_apart
from storyc.project import check_project, find_project
from storyc.storyboard import Action, Credits, Page, Panel, Storyboard

EXAMPLES = Path(__file__).parents[2] / "examples"
NOTHING = Results(panels={}, clips={}, is_draft=True)


def never(art: Art) -> bytes:
    raise AssertionError(art)


def apart(board: Storyboard) -> tuple[str, Document]:
    html = to_html(board, NOTHING, never)
    return html, take_apart(html)


@pytest.mark.parametrize("example", sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir()))
def test_no_page_of_the_examples_loses_anything(example: str) -> None:
    program = check_project(find_project(EXAMPLES / example)).program
    assert program is not None
    board = lower(program)
    html, document = apart(board)
    for name, part in document.parts.items():
        assert f' id="{name}"' in part[: part.index(">")]
        assert part.replace(f' id="{name}"', "", 1) in html.replace(f' id="{name}"', "", 1)
    lost = html.partition("<body>")[2].replace(f"<script>{document.script}</script>", "")
    for name, part in document.parts.items():
        own = part if name.startswith("page-") or f' id="{name}"' in html else part.replace(f' id="{name}"', "", 1)
        lost = lost.replace(own, "", 1)
    assert "<p" not in lost
    assert "<section" not in lost
    assert [name for name in document.parts if name.startswith("page-")] == [
        f"page-{page.ordinal}" for page in board.pages
    ]


def test_the_whole_has_every_part_once() -> None:
    _, document = apart(Storyboard(credits=Credits(title="x"), pages=(Page(1, panels=(Panel(1),)), Page(2))))
    whole = put_together(document, '<details id="watch"></details>', "abc-1")
    for name in (*document.parts, "watch", "style"):
        assert whole.count(f' id="{name}"') == 1, name


markup = st.sampled_from(
    [
        '<article class="page" id="page-7">',
        '<header class="bar">',
        '<footer class="colophon">',
        '<div class="reference">',
        "</main>",
        "</body>",
        "<body>",
        "<script>",
        "</script>",
        "<style>",
        "</title>",
        "\n",
        "x",
        '"',
    ]
)


@given(st.lists(markup, max_size=6).map("".join), st.lists(markup, max_size=6).map("".join))
def test_words_are_never_parts(title: str, action: str) -> None:
    board = Storyboard(credits=Credits(title=title), pages=(Page(1, panels=(Panel(1, items=(Action(action),)),)),))
    _, document = apart(board)
    assert set(document.parts) <= {"bar", "help", "cover", "page-1", "reference", "colophon"}
    assert document.root.startswith("<html ")

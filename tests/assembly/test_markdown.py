from collections import Counter
from collections.abc import Callable
from re import findall
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from msgspec.structs import replace

from storyc.assembly import to_markdown
from storyc.planning import Results
from storyc.storyboard import PanelKey, Storyboard

if TYPE_CHECKING:
    from tests.assembly.conftest import Html

Draw = Callable[..., Results]


def rendered(markdown: str, read_html: type["Html"]) -> "Html":
    return read_html(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown))


def test_the_script_is_all_there(harbour: Storyboard, draw: Draw, read_html: type["Html"]) -> None:
    page = rendered(to_markdown(harbour, draw(harbour)), read_html)
    for words in (
        "MARA VOSS (off, burst): Get in side",
        "TOBY (whisper, slowly, at the same time): Aunt Mara.",
        "Caption (locale): Port Ansel. 3:12 a.m.",
        "MARA VOSS (caption): It was dark.",
        "For the letterer: No tail.",
        "For the editor: Start slowly.",
        "CUT TO:",
        "INT. PILOT HOUSE",
        "wide, bleed · harbour.story:42",
        "In the picture: MARA VOSS, LANTERN",
        "Part one",
        "By A. Writer",
        "On page 1, 4–5",
        "begins with page 4, panel 1",
    ):
        assert words in page.text, words


def test_pictures_are_links_relative_to_the_file(harbour: Storyboard, draw: Draw, read_html: type["Html"]) -> None:
    page = rendered(to_markdown(harbour, draw(harbour), art_root="../out/"), read_html)
    images = list(page.all("img"))
    assert len(images) == 10  # a clip shows the picture that it begins with
    assert images[0] == {"src": "../out/art/1%201.gif", "alt": "The whole harbour, seen from the water."}
    assert all(image["alt"] for image in images)
    assert "../out/art/1.mp4" in {link.get("href") for link in page.all("a")}


def test_anchors_are_unique_and_every_link_inside_has_its_place(
    harbour: Storyboard, draw: Draw, read_html: type["Html"]
) -> None:
    page = rendered(to_markdown(harbour, draw(harbour)), read_html)
    anchors = Counter(attrs["id"] for _, attrs in page.elements if "id" in attrs)
    assert set(anchors.values()) == {1}
    assert {"page-1", "panel-1-2", "page-4", "panel-4-4", "clip-2"} <= anchors.keys()
    links = {link["href"] for link in page.all("a") if link.get("href", "").startswith("#")}
    assert {"#page-1", "#page-2", "#page-4", "#panel-4-1"} == links


def test_an_anchor_outlives_a_change_of_words(harbour: Storyboard, draw: Draw) -> None:
    def anchors(board: Storyboard) -> list[str]:
        return findall(r'id="([^"]*)"', to_markdown(board, draw(board)))

    reworded = replace(harbour, credits=replace(harbour.credits, title="Another"), language="de")
    assert anchors(harbour) == anchors(reworded)


def test_a_draft_is_marked_above_and_on_every_page(harbour: Storyboard, draw: Draw) -> None:
    markdown = to_markdown(harbour, draw(harbour, is_draft=True))
    assert markdown.index("It is not finished art.") < markdown.index("## Contents")
    assert markdown.count("sketches, not finished art") == len(harbour.pages)
    assert "finished art" not in to_markdown(harbour, draw(harbour))


def test_a_missing_picture_says_so(harbour: Storyboard, draw: Draw) -> None:
    bare = to_markdown(harbour, Results({}, {}, is_draft=False))
    assert bare.count("*No picture yet:*") == 9
    assert bare.count("*No film yet*") == 2
    assert "No picture yet" not in to_markdown(harbour, draw(harbour))
    one = to_markdown(harbour, draw(harbour, without=frozenset({PanelKey(1, 2)})))
    assert "*No picture yet:* MARA at the rail." in one


def test_panels_are_listed_in_reading_order(fox: Storyboard, draw: Draw) -> None:
    markdown = to_markdown(fox, draw(fox))
    assert markdown.index("panel-1-1") < markdown.index("panel-1-2")


def test_equal_boards_make_equal_text(harbour: Storyboard, draw: Draw) -> None:
    assert to_markdown(harbour, draw(harbour)) == to_markdown(harbour, draw(harbour))


def test_a_board_without_anything_is_a_document_too(draw: Draw) -> None:
    assert to_markdown(Storyboard(), draw(Storyboard())).startswith("# Untitled\n")

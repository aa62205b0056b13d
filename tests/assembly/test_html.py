from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Sequence
from hashlib import sha256
from itertools import pairwise
from re import findall
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from storyc.assembly import ReadArt, Take, Theme, html_parts, to_html
from storyc.errors import ConfigError
from storyc.planning import Art, Results
from storyc.storyboard import Origin, PanelKey, Reading, Storyboard

if TYPE_CHECKING:
    from tests.assembly.conftest import Html

Draw = Callable[..., Results]


@pytest.fixture
def page(harbour: Storyboard, draw: Draw, read_art: ReadArt, read_html: type["Html"]) -> "Html":
    return read_html(to_html(harbour, draw(harbour), read_art))


def test_every_panel_is_a_figure_with_its_picture_and_alternative_text(page: "Html", harbour: Storyboard) -> None:
    panels = [panel for story_page in harbour.pages for panel in story_page.panels]
    images = list(page.all("img"))
    assert len(images) == len(panels)
    for image in images:
        assert image["alt"]
        assert (image["width"], image["height"]) == ("768", "1024")
        assert (image["loading"], image["decoding"]) == ("lazy", "async")
        assert image["src"].startswith("data:image/gif;base64,")


def test_anchors_are_unique_and_every_link_inside_has_its_place(page: "Html") -> None:
    anchors = Counter(attrs["id"] for _, attrs in page.elements if "id" in attrs)
    assert set(anchors.values()) == {1}
    assert {"page-1", "panel-1-2", "page-4", "panel-4-4", "clip-1", "cast"} <= anchors.keys()
    assert {link["href"].removeprefix("#") for link in page.all("a")} <= anchors.keys()
    for _, attrs in page.elements:
        assert attrs.get("aria-labelledby", "page-1") in anchors


def test_headings_do_not_skip_a_level(page: "Html") -> None:
    levels = [int(tag[1]) for tag, _ in page.elements if tag in {"h1", "h2", "h3", "h4"}]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_landmarks(page: "Html", harbour: Storyboard) -> None:
    tags = Counter(tag for tag, _ in page.elements)
    assert tags["main"] == tags["nav"] == 1
    assert tags["article"] == len(harbour.pages)
    assert next(page.all("html"))["lang"] == "en"


def test_the_script_is_all_there(page: "Html") -> None:
    for words in (
        "MARA VOSS (off, burst): Get in side",
        "TOBY (whisper, slowly, at the same time): Aunt Mara.",
        "Caption (locale): Port Ansel. 3:12 a.m.",
        "MARA VOSS (caption): It was dark.",
        "Sound (radio): KRSSHHH",
        "In the art (screen): NO SERVICE",
        "Title: THE LIGHT",
        "For the letterer: No tail.",
        "For the editor: Start slowly.",
        "CUT TO:",
        "EXT. THE HARBOUR - NIGHT",
        "INT. PILOT HOUSE",
        "harbour.story:42",
        "inset in panel 2",
        "In the picture: MARA VOSS, LANTERN",
        "Pages 4–5",
        "Part one",
        "The light goes out.",
        "By A. Writer",
        "Night Pilots, issue 1",
        "begins with page 4, panel 1",
        "https://example.com/a.png",
        "art/mara.png",
    ):
        assert words in page.text, words


@pytest.mark.parametrize("element", ["style", "script"])
def test_the_policy_knows_the_style_and_the_script_and_no_other(
    harbour: Storyboard, draw: Draw, read_art: ReadArt, read_html: type["Html"], element: str
) -> None:
    document = to_html(harbour, draw(harbour), read_art)
    (content,) = findall(f"(?s)<{element}>(.*?)</{element}>", document)
    digest = b64encode(sha256(content.encode()).digest()).decode()
    policy = next(meta for meta in read_html(document).all("meta") if "http-equiv" in meta)["content"]
    assert policy.startswith("default-src 'none';")
    assert f"{element}-src 'sha256-{digest}';" in policy
    assert "unsafe" not in policy


def test_the_script_and_the_style_do_not_depend_on_what_is_said(
    harbour: Storyboard, draw: Draw, read_art: ReadArt
) -> None:
    def own(board: Storyboard) -> list[str]:
        return findall(r"(?s)<(?:style|script)>(.*?)</", to_html(board, draw(board), read_art))

    assert own(harbour) == own(replace(harbour, credits=replace(harbour.credits, title="</script><script>"), cast=()))


def test_nothing_is_loaded_and_nothing_else_runs(
    page: "Html", harbour: Storyboard, draw: Draw, read_art: ReadArt
) -> None:
    names = Counter(tag for tag, _ in page.elements)
    assert names.keys().isdisjoint({"link", "iframe", "object", "embed", "form", "base"})
    assert names["script"] == 1
    for _, attrs in page.elements:
        assert not any(name.startswith("on") or name == "style" for name in attrs)
        for name in ("src", "srcset", "poster", "action", "data", "background"):
            assert attrs.get(name, "data:").startswith("data:")
    document = to_html(harbour, draw(harbour), read_art)
    assert findall(r"url\(|@import|@font-face", document) == []


def test_a_page_beside_its_pictures_links_to_them_and_reads_none(
    harbour: Storyboard, draw: Draw, read_html: type["Html"]
) -> None:
    def read_art(art: Art) -> bytes:
        raise AssertionError(art)

    page = read_html(to_html(harbour, draw(harbour), read_art, art_root=".."))
    assert [image["src"] for image in page.all("img")][:2] == ["../art/1%201.gif", "../art/1%202.gif"]
    assert all(film["src"].startswith("../art/") for film in page.all("video"))
    policy = next(meta for meta in page.all("meta") if "http-equiv" in meta)["content"]
    assert "img-src data: 'self' file:;" in policy
    assert "unsafe" not in policy


def test_lines_of_the_script_are_links_if_there_is_a_pattern(
    harbour: Storyboard, draw: Draw, read_art: ReadArt, read_html: type["Html"]
) -> None:
    def links(pattern: str) -> list[str]:
        page = read_html(to_html(harbour, draw(harbour), read_art, source_link=pattern))
        return [link["href"] for link in page.all("a") if link.get("class") == "file"]

    assert links("") == []
    assert links("../{path}#L{line}") == ["../harbour.story#L36", "../harbour.story#L42"]
    assert links("vscode://file/home/me/{path}:{line}")[0] == "vscode://file/home/me/harbour.story:36"


def test_a_script_s_name_cannot_change_its_link(
    harbour: Storyboard, draw: Draw, read_art: ReadArt, read_html: type["Html"]
) -> None:
    page = replace(harbour.pages[0], origin=Origin('a "b"{line}?#.story', 7))
    document = to_html(replace(harbour, pages=(page,)), draw(harbour), read_art, source_link="edit:{path}:{line}")
    first = next(link for link in read_html(document).all("a") if link.get("class") == "file")
    assert first["href"] == "edit:a%20%22b%22%7Bline%7D%3F%23.story:7"


@pytest.mark.parametrize("pattern", ["javascript:go('{path}')", "DATA:text/html,{path}", "vscode://file/x"])
def test_a_pattern_that_runs_or_names_no_file_is_refused(
    harbour: Storyboard, draw: Draw, read_art: ReadArt, pattern: str
) -> None:
    with pytest.raises(ConfigError):
        to_html(harbour, draw(harbour), read_art, source_link=pattern)


def test_other_takes_stand_with_their_panel(
    harbour: Storyboard, draw: Draw, read_art: ReadArt, read_html: type["Html"]
) -> None:
    takes = {PanelKey(1, 2): (Take("take 1", Art("t", "t.webp", 640, 480, "image/webp")),)}
    page = read_html(to_html(harbour, draw(harbour), read_art, takes=takes))
    shown = [image for image in page.all("img") if image["alt"] == "Panel 2, take 1"]
    assert [image["src"].split(",")[0] for image in shown] == ["data:image/webp;base64"]


def test_notes_are_offered_by_those_they_are_for(page: "Html") -> None:
    offered = [box["value"] for box in page.all("input") if box["name"] == "notes"]
    assert offered == ["letterer", "editor"]


def test_who_and_where_is_listed_with_the_first_panel_and_the_numbers(page: "Html") -> None:
    assert "MARA VOSS also Mara" in page.text
    assert "First on: page 1, panel 2" in page.text
    assert "Panels: 2 Balloons: 2 Words: 5" in page.text
    assert "#panel-1-2" in {link["href"] for link in page.all("a")}


def test_words_are_laid_over_the_art_if_they_are_not_in_it(
    harbour: Storyboard, draw: Draw, read_art: ReadArt, read_html: type["Html"]
) -> None:
    board = replace(harbour, lettering="overlay")
    document = to_html(board, draw(board, without=frozenset({PanelKey(1, 1)})), read_art)
    page = read_html(document)
    over = [svg for svg in page.all("svg") if svg.get("class") == "over"]
    assert len(over) == 4
    assert all(svg["aria-hidden"] == "true" for svg in over)
    assert "font-src data:" in document
    assert not any(
        "over" in svg.get("class", "") for svg in read_html(to_html(harbour, draw(harbour), read_art)).all("svg")
    )


def test_a_film_plays_from_inside_the_file(page: "Html") -> None:
    films = list(page.all("video"))
    assert len(films) == 2
    assert all(film["src"].startswith("data:video/mp4;base64,") and "controls" in film for film in films)


def test_a_clip_that_came_as_an_animated_picture_moves_as_one(
    harbour: Storyboard, draw: Draw, read_art: ReadArt, read_html: type["Html"]
) -> None:
    drawn = draw(harbour)
    clips = {number: replace(film, media_type="image/webp") for number, film in drawn.clips.items()}
    page = read_html(to_html(harbour, replace(drawn, clips=clips), read_art))
    assert not list(page.all("video"))
    shown = [image["alt"] for image in page.all("img") if image["src"].startswith("data:image/webp;base64,")]
    assert shown == ["Clip 1", "Clip 2"]


def test_a_missing_picture_keeps_its_place_and_says_so(
    harbour: Storyboard, draw: Draw, read_art: ReadArt, read_html: type["Html"]
) -> None:
    page = read_html(to_html(harbour, draw(harbour, without=frozenset({PanelKey(1, 2)})), read_art))
    assert "No picture yet" in page.text
    assert "8 of 9" in page.text
    labels = [attrs["aria-label"] for _, attrs in page.elements if attrs.get("role") == "img"]
    assert labels == ["MARA at the rail."]
    assert [svg["viewbox"] for svg in page.all("svg")] == ["0 0 768 1024"]


def test_the_place_of_a_spread_s_picture_is_two_pages_wide(
    harbour: Storyboard, draw: Draw, read_art: ReadArt, read_html: type["Html"]
) -> None:
    page = read_html(to_html(harbour, draw(harbour, without=frozenset({PanelKey(4, 1)})), read_art))
    assert [svg["viewbox"] for svg in page.all("svg")] == ["0 0 1536 1024"]


def test_a_draft_is_marked_above_and_on_every_page(
    harbour: Storyboard, draw: Draw, read_art: ReadArt, read_html: type["Html"]
) -> None:
    draft = read_html(to_html(harbour, draw(harbour, is_draft=True), read_art))
    stamps = [attrs for attrs in draft.all("p") if attrs.get("class") == "stamp"]
    assert len(stamps) == len(harbour.pages)
    assert "It is not finished art." in draft.text
    final = read_html(to_html(harbour, draw(harbour), read_art))
    assert "Draft" not in final.text
    assert "1,200" in final.text


def test_manga_panels_run_from_the_right_and_its_words_from_the_left(
    fox: Storyboard, draw: Draw, read_art: ReadArt, read_html: type["Html"]
) -> None:
    page = read_html(to_html(fox, draw(fox), read_art))
    root = next(page.all("html"))
    assert (root["lang"], root["dir"]) == ("ja", "ltr")
    assert _direction_of(page, "panels") == "rtl"
    assert {words["dir"] for words in page.all("figcaption")} == {"ltr"}


def test_arabic_words_run_from_the_right_whatever_the_panels_do(
    fox: Storyboard, draw: Draw, read_art: ReadArt, read_html: type["Html"]
) -> None:
    board = replace(fox, language="ar", reading="left-to-right")
    page = read_html(to_html(board, draw(board), read_art))
    assert next(page.all("html"))["dir"] == "rtl"
    assert _direction_of(page, "panels") == "ltr"
    assert {words["dir"] for words in page.all("figcaption")} == {"rtl"}


@pytest.mark.parametrize(
    ("reading", "view", "fit"), [("left-to-right", "read", "whole"), ("vertical", "strip", "width")]
)
def test_a_page_opens_in_the_view_that_suits_its_reading(
    harbour: Storyboard, draw: Draw, read_art: ReadArt, read_html: type["Html"], reading: Reading, view: str, fit: str
) -> None:
    board = replace(harbour, reading=reading)
    page = read_html(to_html(board, draw(board), read_art))
    chosen = {box["name"]: box["value"] for box in page.all("input") if "checked" in box and box["type"] == "radio"}
    assert (chosen["view"], chosen["fit"]) == (view, fit)


@pytest.mark.parametrize("theme", ["auto", "light", "dark"])
def test_themes(fox: Storyboard, draw: Draw, read_art: ReadArt, read_html: type["Html"], theme: Theme) -> None:
    page = read_html(to_html(fox, draw(fox), read_art, theme=theme))
    assert [box["value"] for box in page.all("input") if box["name"] == "theme" and "checked" in box] == [theme]


def test_equal_boards_make_equal_bytes(harbour: Storyboard, draw: Draw, read_art: ReadArt) -> None:
    assert to_html(harbour, draw(harbour), read_art) == to_html(harbour, draw(harbour), read_art)


def test_pictures_are_read_one_after_the_other_while_the_page_is_written(harbour: Storyboard, draw: Draw) -> None:
    read: list[Art] = []

    def read_art(art: Art) -> bytes:
        read.append(art)
        return b"GIF"

    parts = html_parts(harbour, draw(harbour), read_art)
    assert "<!doctype html>" in next(parts)
    assert len(read) < len(draw(harbour).panels)
    assert "</html>" in list(parts)[-1]
    assert [art.path for art in read[:2]] == ["art/1 1.gif", "art/1 2.gif"]


def test_what_the_store_raises_goes_through(harbour: Storyboard, draw: Draw) -> None:
    def read_art(art: Art) -> bytes:
        raise OSError(art.path)

    with pytest.raises(OSError, match=r"art/1 1\.gif"):
        to_html(harbour, draw(harbour), read_art)


def test_a_board_without_anything_is_a_page_too(draw: Draw, read_art: ReadArt, read_html: type["Html"]) -> None:
    page = read_html(to_html(Storyboard(), draw(Storyboard()), read_art))
    assert "Untitled" in page.text


def test_a_lead_s_pages_are_joined_into_runs(page: "Html") -> None:
    links: Sequence[str] = [link["href"] for link in page.all("a")]
    assert "#page-4" in links
    assert "On page: 1, 4–5" in page.text


def _direction_of(page: "Html", name: str) -> str | None:
    return next(attrs.get("dir") for _, attrs in page.elements if name in attrs.get("class", "").split())

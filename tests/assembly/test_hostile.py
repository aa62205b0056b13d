"""Whatever somebody types is text: the documents have the same elements as for a harmless word, and the text is there."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from storyc.assembly import ReadArt, to_html, to_markdown
from storyc.planning import Results
from storyc.storyboard import (
    Action,
    Caption,
    Character,
    Clip,
    Credits,
    Emphasis,
    InArt,
    Location,
    Note,
    Origin,
    Page,
    Panel,
    Reference,
    Run,
    Setting,
    Sfx,
    Speech,
    Storyboard,
    Title,
    Transition,
)

if TYPE_CHECKING:
    from tests.assembly.conftest import Html

Draw = Callable[..., Results]

ATTACKS = (
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onload='alert(1)",
    "[x](javascript:alert(1))",
    "](javascript:alert(1))",
    "![x](https://example.com/x.png)",
    "<https://example.com>",
    "| a | b |\n| - | - |",
    "a\\|b\\",
    "`code` ```",
    "# heading #",
    "1. one",
    "12) two",
    "- item",
    "+ item",
    "> quote",
    "---",
    "===",
    "~~gone~~",
    "**bold** __bold__ *it*",
    "$x$ $$y$$",
    "&lt;b&gt; &#60; &amp;copy;",
    "{{ 7 * 7 }} {% raw %} {# no #}",
    "    indented",
    "\tindented",
    "<!-- comment -->",
    "<![CDATA[ x ]]>",
    "line\r\n\r\n# next",
    "[ref]: https://example.com",
    "[^1]: note",
    "\u202etfel morf",
    "**\u3000*",
    "]]>--><a href='//example.com'>",
)
TYPED = st.one_of(
    st.sampled_from(ATTACKS),
    st.text(st.sampled_from("<>&\"'`*_[]()|\\#!-+=~$1.:;/ \n\tax\u3000狐")),
    st.text(st.characters(exclude_categories=("Cs", "Cc"))),
).filter(lambda text: text.strip() != "")


def board_saying(typed: str) -> Storyboard:
    """A board that says it wherever text is not read for emphasis."""
    lettering = (Run(typed), Run(typed, Emphasis.BOLD | Emphasis.ITALIC | Emphasis.UNDERLINE))
    panel = Panel(
        1,
        unknown_tags=(typed,),
        inset=typed,
        same_as=typed,
        pin=typed,
        setting=Setting(typed),
        cast=(typed,),
        props=(typed,),
        origin=Origin(typed, 1),
        items=(
            Action(typed),
            Speech((typed,), (Run("a word to count"),)),
            Speech((typed, "x"), lettering, directions=(typed,)),
            Caption(lettering, character=typed, directions=(typed,)),
            Sfx(lettering, typed),
            Title(lettering),
            InArt(lettering, typed),
            Note("editor", "x"),
            Transition(typed),
        ),
    )
    return Storyboard(
        credits=Credits(
            title=typed, series=typed, issue=typed, credit=typed, authors=(typed,), copyright=typed, contact=typed
        ),
        language="en",
        cast=(Character(typed, (typed,), "x", references=(Reference(typed, is_local=True, kind=typed),)),),
        locations=(Location(typed, (typed,), "x"),),
        pages=(Page(1, section=(typed,), description=(typed,), layout=typed, panels=(panel,)),),
        clips=(Clip(1, typed, typed, images=(Reference(typed, is_local=True, kind=typed),)),),
    )


def prose_saying(typed: str) -> Storyboard:
    """A board that says it where emphasis is read."""
    return Storyboard(
        story=(("premise", typed),),
        cast=(Character("x", (), typed, dress=typed),),
        pages=(Page(1, synopses=("x", typed), notes=(Note("editor", typed),), panels=(Panel(1),)),),
    )


def rendered(markdown: str, read_html: type["Html"]) -> "Html":
    return read_html(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown))


def squeezed(text: str) -> str:
    return " ".join(text.split())


@settings(deadline=None)
@given(typed=TYPED)
def test_html_shows_it_as_typed(typed: str, draw: Draw, read_art: ReadArt, read_html: type["Html"]) -> None:
    board, harmless = board_saying(typed), board_saying("x" + "\nx" * typed.count("\n"))
    page = read_html(to_html(board, draw(board), read_art))
    assert page.shape == read_html(to_html(harmless, draw(harmless), read_art)).shape
    assert page.text.count(squeezed(typed)) >= 30


@settings(deadline=None)
@given(typed=TYPED)
def test_markdown_shows_it_as_typed(typed: str, draw: Draw, read_html: type["Html"]) -> None:
    board, harmless = board_saying(typed), board_saying("x" + "\nx" * typed.count("\n"))
    page = rendered(to_markdown(board, draw(board)), read_html)
    assert page.shape == rendered(to_markdown(harmless, draw(harmless)), read_html).shape
    assert page.text.count(squeezed(typed)) >= 25


@settings(deadline=None)
@given(typed=TYPED)
@example(typed="[x](https://example.com)")
@example(typed="[x](javascript:alert(1))")
def test_prose_makes_emphasis_and_web_links_at_most(
    typed: str, draw: Draw, read_art: ReadArt, read_html: type["Html"]
) -> None:
    board, harmless = prose_saying(typed), prose_saying("x")
    for page, base in (
        (read_html(to_html(board, draw(board), read_art)), read_html(to_html(harmless, draw(harmless), read_art))),
        (
            rendered(to_markdown(board, draw(board)), read_html),
            rendered(to_markdown(harmless, draw(harmless)), read_html),
        ),
    ):
        more = [element for element in page.elements if element[0] not in {"em", "strong", "a"}]
        assert len(more) == len([element for element in base.elements if element[0] not in {"em", "strong", "a"}])
        links = [link["href"] for link in page.all("a") if "href" in link]
        assert all(link.startswith(("#", "https://", "http://", "art/")) for link in links)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("*out*", "<em>out</em>"),
        ("a **b** c", "a <strong>b</strong> c"),
        (
            "[here](https://example.com/?a=1&b)",
            '<a href="https://example.com/?a=1&amp;b" rel="noopener noreferrer">here</a>',
        ),
        ("[here](javascript:alert)", "[here](javascript:alert)"),
        ("[here](file.txt) *x*", "[here](file.txt) <em>x</em>"),
        ("`code` # 1. <b>", "`code` # 1. &lt;b&gt;"),
        ("2 * 3 * 4", "2 * 3 * 4"),
    ],
)
def test_what_prose_makes_of_it(typed: str, shown: str, draw: Draw, read_art: ReadArt) -> None:
    board = prose_saying(typed)
    assert f'<dd dir="auto">{shown}</dd>' in to_html(board, draw(board), read_art)


def test_control_characters_are_shown(draw: Draw, read_art: ReadArt) -> None:
    board = board_saying("a\0b\x0cc\x7fd")
    for document in (to_html(board, draw(board), read_art), to_markdown(board, draw(board))):
        assert "a␀b␌c␡d" in document
        assert "\0" not in document

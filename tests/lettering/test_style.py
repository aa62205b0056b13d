"""The style sheet and the fonts inside it."""

from base64 import b64decode
from importlib import import_module
from io import BytesIO
from re import findall
from typing import Any

from storyc.lettering import style_sheet
from storyc.storyboard import InArt, Run, Sfx
from tests.lettering.panels import caption, panel, say

open_font = import_module("fontTools.ttLib").TTFont  # it has no types


def fonts(css: str) -> dict[str, Any]:
    """Return the fonts of a style sheet by family."""
    found = findall(r'font-family: "([^"]+)"; src: url\(data:font/woff;base64,([^)]+)\)', css)
    return {family: open_font(BytesIO(b64decode(font))) for family, font in found}


def test_fonts_have_the_letters_that_are_needed_and_no_others() -> None:
    css = style_sheet([panel(say("MARA", "Hello, 灯台"), Sfx((Run("BOOM"),)))], "en")
    found = {family: "".join(map(chr, sorted(font.getBestCmap()))) for family, font in fonts(css).items()}
    assert found == {"storyc hand": " ,Helo", "storyc loud": "BMO", "storyc wide": "台灯"}


def test_fonts_say_whose_they_are() -> None:
    css = style_sheet([panel(say("MARA", "Hello"), caption("Night", "locale"))], "en")
    for font in fonts(css).values():
        assert "Open Font License" in str(font["name"].getDebugName(13))


def test_marks_that_are_put_around_words_are_in_the_font() -> None:
    css = style_sheet([panel(caption("Hello", "spoken"), say("MARA", "Hola", "translated"))], "en")
    assert set("“”<>") <= set(map(chr, fonts(css)["storyc hand"].getBestCmap()))


def test_the_same_letters_give_the_same_bytes() -> None:
    one = style_sheet([panel(say("MARA", "ab")), panel(say("TOBY", "cd"))], "en")
    assert one == style_sheet([panel(say("MARA", "dcba"))], "en")


def test_a_page_without_lettering_needs_no_style() -> None:
    assert style_sheet([panel(InArt((Run("EXIT"),)))], "en") == ""


def test_nothing_is_fetched() -> None:
    css = style_sheet([panel(say("MARA", "Hello"))], "en")
    assert css.count("url(") == css.count("url(data:font/woff;base64,")
    assert "@import" not in css
    assert "<" not in css

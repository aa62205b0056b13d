"""How Pygments finds the lexer."""

import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path

from pygments import highlight
from pygments.formatters import HtmlFormatter

from storyc.highlighting import StoryLexer

PROJECT = Path(__file__).parents[2] / "pyproject.toml"


def test_the_package_says_where_the_lexer_is() -> None:
    points = tomllib.loads(PROJECT.read_text("utf-8"))["project"]["entry-points"]["pygments.lexers"]
    ((name, place),) = points.items()
    assert EntryPoint(name, place, "pygments.lexers").load() is StoryLexer


def test_a_page_shows_who_speaks() -> None:
    page = highlight("PAGE 1\n\nPANEL 1\nNIA (off): <b>Hi</b>\n", StoryLexer(), HtmlFormatter(nowrap=True))
    assert '<span class="nf">NIA</span>' in page
    assert "&lt;b&gt;" in page

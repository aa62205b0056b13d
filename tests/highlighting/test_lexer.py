"""How Pygments finds the lexer."""

import subprocess
import sys
import tomllib
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name, get_lexer_for_filename

from storyc.highlighting.lexer import StoryLexer

PROJECT = Path(__file__).parents[2] / "pyproject.toml"


def test_the_package_says_where_the_lexer_is() -> None:
    points = tomllib.loads(PROJECT.read_text("utf-8"))["project"]["entry-points"]["pygments.lexers"]
    ((name, place),) = points.items()
    assert EntryPoint(name, place, "pygments.lexers").load() is StoryLexer
    assert [point.value for point in entry_points(group="pygments.lexers", name=name)] == [place]


def test_pygments_finds_the_lexer_by_the_name_of_the_language_and_of_a_file() -> None:
    assert type(get_lexer_by_name("story")) is StoryLexer
    assert type(get_lexer_for_filename("harbour.story")) is StoryLexer


def test_an_editor_need_not_wait_for_pygments() -> None:
    asked = "import sys, storyc.highlighting; sys.exit('pygments' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0


def test_a_page_shows_who_speaks() -> None:
    page = highlight("PAGE 1\n\nPANEL 1\nNIA (off): <b>Hi</b>\n", StoryLexer(), HtmlFormatter(nowrap=True))
    assert '<span class="nf">NIA</span>' in page
    assert "&lt;b&gt;" in page

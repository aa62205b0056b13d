"""What each word of a script is, for colours and for editors. Found by the parser, so it is never a guess.

`marks_of` tells all of it, to whoever knows the names of the story; `find_highlights` what is coloured of a text alone, as web
pages show it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from storyc.syntax import CUE

from .highlights import Highlight, find_highlights
from .marks import Mark, MarkKind, marks_of, overlay
from .roles import KnownNames, Role, roles

if TYPE_CHECKING:  # an editor need not wait for Pygments
    from .lexer import StoryLexer

__all__ = [
    "CUE", "Highlight", "KnownNames", "Mark", "MarkKind", "Role", "StoryLexer", "find_highlights", "marks_of", "overlay", "roles",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name == "StoryLexer":
        return import_module("storyc.highlighting.lexer").StoryLexer
    raise AttributeError(name)

"""What each word of a script is, for colours and for editors. Found by the parser, so it is never a guess.

`find_marks` tells it of a text alone, as web pages show it; `marks_of` for whoever knows the names of the story.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .marks import Mark, MarkKind, marks_of, overlay
from .roles import CUE, KnownNames, Role, roles
from .shown import Shown, find_marks

if TYPE_CHECKING:  # an editor need not wait for Pygments
    from .lexer import StoryLexer

__all__ = [
    "CUE", "KnownNames", "Mark", "MarkKind", "Role", "Shown", "StoryLexer", "find_marks", "marks_of", "overlay", "roles",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name == "StoryLexer":
        return import_module("storyc.highlighting.lexer").StoryLexer
    raise AttributeError(name)

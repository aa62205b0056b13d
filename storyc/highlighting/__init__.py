"""What each word of a script is, for colours and for editors. Found by the parser, so it is never a guess.

`marks_of` tells all of it, to whoever knows the names of the story; `find_highlights` what is coloured of a text alone, as web
pages show it. Pygments finds `lexer` by itself, and is not needed for anything else.
"""

from storyc.syntax import CUE

from .highlights import Highlight, find_highlights
from .marks import Mark, MarkKind, marks_of, overlay
from .roles import KnownNames, Role, roles

__all__ = [
    "CUE",
    "Highlight",
    "KnownNames",
    "Mark",
    "MarkKind",
    "Role",
    "find_highlights",
    "marks_of",
    "overlay",
    "roles",
]

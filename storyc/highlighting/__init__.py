"""What to colour in a script, for web pages and for editors that ask Pygments. Found by the parser, so it is never a guess."""

from .lexer import StoryLexer
from .marks import Mark, find_marks

__all__ = ["Mark", "StoryLexer", "find_marks"]

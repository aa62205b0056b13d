"""Small shapes that several rooms look for in a line. No text makes one of them look at a character again and again."""

import re
from typing import Final

COMMAS: Final = ",，、،"
"""What parts the words of a list, in one script of the world or another."""
DASHES: Final = "-‐‑–—―−－"
"""What parts the place of a slugline from its time, with white space around it; as a set of a pattern it comes first."""
LONG_DASHES: Final = "–—―−"
"""Those of them that do so without white space."""
CUE: Final = re.compile(r"(@?)([^()（）]{1,64}?)\s*+(?:[(（]([^()（）]*)[)）])?+\s*+(\^?)\Z")
"""A name that stands alone above its words. Groups: `@` or nothing, the name, what stands in brackets, `^` or nothing."""
USED_NAME: Final = (
    r"(?<!\\)\{\{[^\S\r\n]*+"
    r"((?:[^\s{}]++(?:[^\S\r\n]++(?=[^\s{}]))?+)*+)"
    r"[^\S\r\n]*+\}\}"
)
"""`{{name}}`; its group is the name without the white space around it. As a text: few scripts need it compiled."""

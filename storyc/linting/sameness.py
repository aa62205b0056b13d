"""Whether two wordings give the same picture.

What is lettered is seen letter by letter, so there only the shapes of quotation marks, dashes and dots may differ, and white space. In a
description letters may be small or large as well, a hyphen may be a space, and the mark at its end may be another. A comma may change
what is meant, and so may a single letter, be it ever so likely that it was a slip.
"""

import re
import unicodedata

_SHAPES = str.maketrans({
    **dict.fromkeys("‘’‚‛′ʼ＇", "'"),
    **dict.fromkeys("“”„‟″«»＂", '"'),
    **dict.fromkeys("‐‑‒–—―", "-"),
    **dict.fromkeys("\u00ad\u200b\u2060\ufeff", None),
    "…": "...",
})  # fmt: skip
_DASHES = re.compile(r"\s*--+\s*|\s+-\s+")
_ENDS = " .!?…。！？,;:"


def is_same_picture(old: str, new: str) -> bool:
    """Return whether nobody would see a difference between a picture of one wording and one of the other."""
    before, after = _shaped(old), _shaped(new)
    if before == after:
        return True
    if '"' in before or '"' in after:
        return False
    return _described(before) == _described(after) != ""


def _shaped(text: str) -> str:
    shaped = unicodedata.normalize("NFC", text).translate(_SHAPES)
    return " ".join(_DASHES.sub(" - ", shaped).split())


def _described(text: str) -> str:
    return " ".join(text.casefold().rstrip(_ENDS).replace("-", " ").split())

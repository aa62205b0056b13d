"""Counting words, also in scripts that put no space between them."""

import re

_WORD = re.compile(r"[^\W_]\S*")
_UNSPACED = re.compile(r"[\u2e80-\ua4cf\uf900-\ufaff\uff66-\uff9f]")
"""Characters of the scripts of East Asia that put no space between words; Korean does."""


def count_words(text: str) -> int:
    """Return how many words a text has; two characters of a script without spaces count as one."""
    if text.isascii():
        return len(_WORD.findall(text))
    unspaced = sum(found[0].isalnum() for found in _UNSPACED.finditer(text))
    return len(_WORD.findall(_UNSPACED.sub(" ", text))) + (unspaced + 1) // 2

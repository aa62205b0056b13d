"""Lines of a paragraph, put together."""

import re
from collections.abc import Iterable

_WIDE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")


def flow(lines: Iterable[str]) -> str:
    """Return lines as one: with a space between them, but for lines of a script that has none between its words."""
    text = ""
    for line in lines:
        if not line:
            continue
        is_wide = bool(text) and not text.isascii() and bool(_WIDE.match(text[-1]) and _WIDE.match(line[0]))
        text = f"{text}{'' if is_wide or not text else ' '}{line}"
    return text

"""Characters that no document may hold."""

from typing import Final

_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
_REPLACED: Final = dict.fromkeys(
    (*(code for code in range(0x20) if chr(code) not in "\t\n\r"), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF), _REPLACEMENT
)


def printable(text: str) -> str:
    """Return the text with the sign for what cannot be shown in place of every control character but tab and line end."""
    return text if text.isprintable() else text.translate(_REPLACED)

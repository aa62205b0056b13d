"""Keys that somebody typed where a name belongs: a message that quotes one would put it into logs."""

from re import compile as regex
from typing import Final

NOT_TYPED: Final = (
    "a key on a command line is seen by every process and kept by the shell: "
    "`storyc auth login` asks for it, and --with-token reads it from a pipe"
)
_SHOWN: Final = 5
_KEY: Final = regex(r"(?<![\w./\\-])sk-[\w-]{8,}(?!\.\w|[\w/\\-])")
_SECRET: Final = regex(r"(?=[^0-9]*[0-9])(?=[^A-Za-z]*[A-Za-z])[\w-]{24,}")


def hide_keys(text: str) -> str:
    """Return a text in which of each API key there is no more than its beginning."""
    return _KEY.sub(lambda found: hide(found[0]), text)


def hide(key: str) -> str:
    """Return the beginning of a key."""
    return f"{key[:_SHOWN]}***"


def is_like_key(word: str) -> bool:
    """Return whether a word that should be the name of a file looks like a key."""
    return _KEY.fullmatch(word) is not None or _SECRET.fullmatch(word) is not None

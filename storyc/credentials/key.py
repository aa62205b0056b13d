"""A key, which shows itself only to whoever asks for its secret by name."""

from typing import Any, Final, Literal

from msgspec import Struct

KEY_VARIABLE: Final = "LLAMAGEN_API_KEY"
OTHER_VARIABLES: Final = ("LLAMAGENAI_API_KEY", "LLAMAGEN_API_TOKEN")
"""Names that other programs read and storyc does not."""
Source = Literal["named file", "environment", "keyring", "credentials file", "llamagen"]
"""Where a key was found; `llamagen` is the service's own command line."""

_MOST_CHARACTERS: Final = 4_096
_SHOWN_CHARACTERS: Final = 4
_FEWEST_TO_SHOW_ANY: Final = 12


class Key(Struct, frozen=True):
    """What an account is opened with."""

    secret: str
    source: Source
    where: str
    """The variable, the file or the keyring, for people."""

    @property
    def masked(self) -> str:
        """The end of the key, by which its owner knows it."""
        shown = self.secret[-_SHOWN_CHARACTERS:] if len(self.secret) >= _FEWEST_TO_SHOW_ANY else ""
        return f"***{shown}"

    def __repr__(self) -> str:
        return f"Key({self.masked!r}, {self.source!r}, {self.where!r})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [("key", self.masked), ("source", self.source), ("where", self.where)]


def read_key(text: str) -> str | None:
    """Return the key that a text holds and nothing else, None if it holds none or more."""
    key = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}").strip()
    is_one_word = key.isascii() and key.isprintable() and " " not in key
    return key if is_one_word and 0 < len(key) <= _MOST_CHARACTERS else None

"""storyc's own file of credentials: by service, a key, or that the keyring holds it.

A keyring is asked only for what this file says is in it: whoever never stored a key there is never asked to unlock it.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from msgspec import DecodeError, Struct, json

from storyc.errors import CredentialsError

from .private import read_private, remove_private, write_private


class _File(Struct, frozen=True):
    version: Literal[1]
    keys: dict[str, str | None]
    """By the address of the service; null if the key is in the keyring."""

    def __repr__(self) -> str:
        return f"_File({list(self.keys)})"


def load_records(path: Path | None) -> Mapping[str, str | None]:
    """Return the keys on record by service, None for one in the keyring. Raises: CredentialsError."""
    content = None if path is None else read_private(path)
    if content is None:
        return {}
    try:
        return json.decode(content, type=_File, strict=True).keys
    except (DecodeError, UnicodeDecodeError):
        # what was raised may quote the content
        raise CredentialsError(
            f"{path} is not as storyc writes it", hint="move it away, then `storyc auth login`"
        ) from None


def save_records(path: Path, records: Mapping[str, str | None]) -> None:
    """Put keys on record; a file without any is removed. Raises: FileError, CredentialsError."""
    if records:
        written = json.encode(_File(1, dict(sorted(records.items()))))
        write_private(path, json.format(written, indent=2) + b"\n")
    else:
        remove_private(path)

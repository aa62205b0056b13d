"""Files that are no scripts and that somebody takes for one: one word of that helps more than all that a check finds in them."""

from importlib import import_module
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Final

from storyc.errors import FileError, UsageError

if TYPE_CHECKING:
    from storyc.importing import Foreign

_STARTS: Final = (b"<", rb"{\rtf", b"%PDF-")
"""How texts begin that no writer writes; what else is no script is no text either."""
_MARK: Final = b"\xef\xbb\xbf"


def refuse_screenplay(path: str) -> None:
    """Raise UsageError for a file whose name says that it is a screenplay, and name the way to a script."""
    file = Path(path)
    if file.suffix.lower() == ".fountain":
        script = quote(str(file.with_suffix(".story")))
        raise UsageError(
            f"{path} is a screenplay in Fountain, not a .story",
            hint=f"`storyc import {quote(path)} -o {script}` makes one of it",
        )


def find_foreign(content: bytes, *, is_text: bool) -> "Foreign | None":
    """Return what some other program saved in a file, None if nothing tells; `is_text` says whether it can be read as text at all."""
    if is_text and not content.removeprefix(_MARK).lstrip().startswith(_STARTS):
        return None
    foreign: Foreign | None = import_module("storyc.importing").find_foreign(content)
    return foreign


def advice(foreign: "Foreign") -> str:
    """Return how to come from a foreign file to a script."""
    return f"{foreign.advice} (`storyc import`)"


def refuse_foreign(name: str, content: bytes, *, is_text: bool) -> None:
    """Raise FileError for what some other program saved; as in `find_foreign`."""
    foreign = find_foreign(content, is_text=is_text)
    if foreign is not None:
        raise FileError(f"{name} is {foreign.what}, not a script", hint=advice(foreign))

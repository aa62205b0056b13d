"""Finds scripts, reads them with all that makes up their bytes, and puts new ones in their place."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from stat import S_IMODE

from msgspec import Struct

from storyc.cli.arguments.foreign import refuse_foreign, refuse_screenplay
from storyc.errors import FileError, UsageError
from storyc.project import MAX_SOURCE_BYTES

_SUFFIX = ".story"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Script(Struct, frozen=True):
    """A script as it is in a file or came on stdin."""

    name: str
    """As it was named, or as it is seen from the folder that was named."""
    path: Path | None
    """The file itself, links followed; None for stdin."""
    beside: Path
    """The file that it is, or stands for: what its story is found by."""
    content: bytes
    text: str
    """Without a byte order mark."""

    def encode(self, text: str) -> bytes:
        """Return the bytes of a text in the place of the script's own, with its byte order mark."""
        mark = _BYTE_ORDER_MARK if self.content.startswith(_BYTE_ORDER_MARK) else b""
        return mark + text.encode()


def find_scripts(path: str) -> Iterator[Path]:
    """Yield a file as it was named, or the scripts below a folder in the order of their names.

    What is hidden is left out, and so is what a link fetches from outside of the folder. Raises: FileError.
    """
    named = Path(path)
    if not named.is_dir():
        yield named
        return
    root = named.resolve()
    found = [script for script in _below(named) if script.resolve().is_relative_to(root)]
    if not found:
        raise FileError(f"there is no .story file in {path}", hint="name a script, or another folder")
    yield from found


def _below(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):  # follows no links to folders
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            script = Path(place, name)
            if name.endswith(_SUFFIX) and not name.startswith(".") and script.is_file():
                yield script


def read_script(path: Path) -> Script:
    """Return the script in a file. Raises: FileError, UsageError."""
    refuse_screenplay(path.as_posix())
    try:
        real = path.resolve(strict=True)
        size_bytes = real.stat().st_size
        if not real.is_file():
            raise FileError(f"{path} is no regular file", hint="pipe the script in and name it `-`")
        content = real.read_bytes() if size_bytes <= MAX_SOURCE_BYTES else b""
    except (OSError, RuntimeError) as problem:
        raise FileError(f"cannot read {path}: {getattr(problem, 'strerror', None) or problem}") from problem
    if size_bytes > MAX_SOURCE_BYTES:
        raise FileError(f"{path} has {size_bytes / 1_048_576:.0f} MiB and is no script")
    return Script(path.as_posix(), real, real, content, _decode(path.as_posix(), content))


def read_stdin(name: str | None) -> Script:
    """Return the script on stdin. Raises: UsageError, FileError."""
    if sys.stdin.isatty():
        raise UsageError("there is no script on stdin", hint="pipe one in, or name a file")
    content = sys.stdin.buffer.read(MAX_SOURCE_BYTES + 1)
    shown = name or "stdin.story"
    if len(content) > MAX_SOURCE_BYTES:
        raise FileError(f"{shown} is too long for a script")
    return Script(shown, None, Path(shown), content, _decode(shown, content))


def _decode(name: str, content: bytes) -> str:
    try:
        text = content.removeprefix(_BYTE_ORDER_MARK).decode()
    except UnicodeDecodeError as problem:
        refuse_foreign(name, content, is_text=False)
        if b"\0" in content:
            raise FileError(f"{name} is no text", hint="name a script, saved as UTF-8") from problem
        raise FileError(f"{name} is not UTF-8", hint="save it as UTF-8 in your editor") from problem
    refuse_foreign(name, content, is_text=True)
    return text


def write_script(script: Script, text: str) -> None:
    """Put a text into a script's file: all of it or nothing, with the rights that the file has. Raises: FileError."""
    path = script.path
    assert path is not None
    temporary = path.with_name(f".storyc-{token_hex(8)}")
    try:
        if not os.access(path, os.W_OK):
            raise FileError(f"cannot write {script.name}: it is read-only", hint="see that you may write there")
        if path.read_bytes() != script.content:
            raise FileError(f"{script.name} has changed in the meantime", hint="it is left as it is; try again")
        with temporary.open("xb") as file:
            file.write(script.encode(text))
        temporary.chmod(S_IMODE(path.stat().st_mode))
        temporary.replace(path)
    except OSError as problem:
        raise FileError(f"cannot write {script.name}: {problem.strerror or problem}") from problem
    finally:
        with suppress(OSError):
            temporary.unlink()

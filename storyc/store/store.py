"""The art that was paid for, by the digest of its bytes.

A file is named after its content and never changes, so writing it twice is writing it once, and a lost name can always be found
again. Nothing gets in that does not decode.
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from shutil import disk_usage
from typing import Final

from msgspec import Struct

from storyc.disk import write_atomically
from storyc.errors import FileError

from .picture import CorruptAssetError, Look, read_look

ROOM_BYTES: Final = 16 * 1024 * 1024
"""What the art of a purchase and all that is noted of it takes, and more."""


class Stored(Struct, frozen=True, gc=False):
    """Art in the store."""

    sha256: str
    look: Look


class Damage(Struct, frozen=True, gc=False):
    """A file of the store that is not what its name says."""

    path: Path
    reason: str


class AssetStore:
    """A folder of art. Files of a store that is not durable may be lost when the power fails; they are never wrong."""

    def __init__(self, folder: Path, *, is_durable: bool = True, room_bytes: int = ROOM_BYTES) -> None:
        """`room_bytes` is how much must be free on the disk for another purchase."""
        self.folder = folder
        self._is_durable = is_durable
        self._room_bytes = room_bytes

    def has_room(self) -> bool:
        """Whether there is room for another purchase, as far as the disk says."""
        folder = next(one for one in (self.folder, *self.folder.absolute().parents) if one.exists())
        try:
            return disk_usage(folder).free >= self._room_bytes
        except OSError:
            return True

    def path(self, digest: str) -> Path:
        """Return where the content with this SHA-256 lives."""
        return self.folder / digest[:2] / digest[2:]

    def has(self, digest: str) -> bool:
        """Whether the content with this SHA-256 is here; an empty file is what a power loss leaves of one that was not durable."""
        try:
            return self.path(digest).stat().st_size > 0
        except OSError:
            return False

    def has_anything(self) -> bool:
        """Whether there is any art here."""
        return any(not path.name.startswith(".") for path in self.files())

    def keep(self, content: bytes) -> Stored:
        """Decode art, write it if it is new, and return its digest and look. Raises: CorruptAssetError, FileError."""
        look = read_look(content)
        digest = sha256(content).hexdigest()
        if not self.has(digest):
            write_atomically(self.path(digest), content, is_durable=self._is_durable)
        return Stored(digest, look)

    def read_bytes(self, digest: str) -> bytes:
        """Return content by its SHA-256. Raises: FileError if it is missing or no longer what it was."""
        path = self.path(digest)
        try:
            content = path.read_bytes()
        except OSError as problem:
            raise FileError(f"cannot read {path}: {problem.strerror or problem}") from problem
        if sha256(content).hexdigest() != digest:
            raise FileError(f"{path} was changed on the disk", hint="delete it; the next build fetches it again")
        return content

    def verify(self) -> Iterator[Damage]:
        """Yield every file that is not what its name says or does not decode, in order of their names."""
        for path in sorted(self.files()):
            if path.name.startswith("."):
                continue
            try:
                content = path.read_bytes()
                if sha256(content).hexdigest() != path.parent.name + path.name:
                    yield Damage(path, "its content is not what its name says")
                else:
                    read_look(content)
            except (OSError, CorruptAssetError) as problem:
                yield Damage(path, str(problem))

    def files(self) -> Iterator[Path]:
        """Yield every file; what a dead build was still writing has a name that begins with a dot."""
        return (path for path in self.folder.glob("*/*") if path.is_file())

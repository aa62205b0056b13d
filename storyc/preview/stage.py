"""What is shown now, and who waits for something else."""

from asyncio import Condition
from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct

from storyc.planning import Art

from .document import Document
from .frame import EMPTY, Frame, advance

Read = Callable[[str], bytes]
"""Gives the bytes of a picture, by its SHA-256. Raises: FileError."""


class Scene(Struct, frozen=True):
    """Everything that a page is made of."""

    document: Document
    watch: str
    """What is to be said about the script, as an element."""
    lines: str = "{}"
    """Where its pages and panels stand in the script, as JSON."""
    art: Mapping[str, Art] = MappingProxyType({})
    """All pictures in it, by SHA-256."""
    read: Read | None = None
    """Gives the bytes of one; None if there are none."""

    @property
    def parts(self) -> dict[str, str]:
        """Return the page in parts, each of which can change for itself."""
        document = self.document
        return {
            "root": document.root,
            "title": document.title,
            "style": document.style_address,
            "watch": self.watch,
            "lines": self.lines,
            **document.parts,
        }


class Stage:
    """Shows one scene at a time."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.frame: Frame = advance(EMPTY, scene.parts)
        self._changed = Condition()
        self._pictures: dict[str, tuple[Art, Read]] = {}
        self._note_pictures(scene)

    def picture(self, digest: str) -> tuple[Art, Read] | None:
        """Return what is known of a picture of this scene or an earlier one, and what gives its bytes; None if none showed it.

        A page names its pictures when it is sent and asks for them afterwards, by when there may be another scene.
        """
        return self._pictures.get(digest)

    async def show(self, scene: Scene) -> bool:
        """Show another scene, and return whether it looks different."""
        frame = advance(self.frame, scene.parts)
        is_different = frame is not self.frame
        async with self._changed:
            self.scene, self.frame = scene, frame
            self._note_pictures(scene)
            if is_different:
                self._changed.notify_all()
        return is_different

    async def after(self, revision: int) -> Frame:
        """Return the frame as soon as it is another than the one with this revision."""
        async with self._changed:
            await self._changed.wait_for(lambda: self.frame.revision != revision)
            return self.frame

    def _note_pictures(self, scene: Scene) -> None:
        if scene.read is not None:
            self._pictures.update({digest: (art, scene.read) for digest, art in scene.art.items()})

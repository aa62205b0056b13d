"""Where the page is put together, by whoever has news of it: the script was saved, or a sketch is done."""

from asyncio import Event, Lock, to_thread
from pathlib import Path
from time import monotonic
from typing import Final

from .composing import EMPTY_SCENE, Composer
from .easel import Easel
from .findings import Report
from .seeing import Seen
from .stage import Stage

_SHARE: Final = 4
"""Between two times that sketches are put into the page, so many times as long is spent on drawing."""


class Desk:
    """Holds what was seen last, and shows it on a stage."""

    def __init__(self, seen: Seen, root: Path, *, editor: str, is_sketching: bool) -> None:
        """`editor` is a pattern for links into scripts."""
        self.seen = seen
        self.stage = Stage(EMPTY_SCENE)
        self._easel = Easel(root, is_used=is_sketching)
        self._composer = Composer(editor, self._easel.read_bytes)
        self._at = ""
        self._turn = Lock()
        self._has_news = Event()

    async def show(self, at: str) -> Report:
        """Show what was seen first, and return what is said about it; `at` is the time of day."""
        report = await self.follow(self.seen, at)
        if self.seen.home is not None:
            await to_thread(self._easel.tidy)
        return report

    async def follow(self, seen: Seen, at: str) -> Report:
        """Show what a look at the script found, the pages that changed before all others; return what is said about it."""
        async with self._turn:
            self.seen, self._at = seen, at
            sketches = await to_thread(self._easel.look_at, seen)
            if (first := await to_thread(self._composer.glance, seen, at, sketches)) is not None:
                await self.stage.show(first)
            scene, report = await to_thread(self._composer.compose, seen, at, sketches)
            await self.stage.show(scene)
        self._has_news.set()
        return report

    async def draw(self) -> None:
        """Draw what is missing whenever something is, and show it as it comes; for ever."""
        while True:
            await self._has_news.wait()
            self._has_news.clear()
            next_s = 0.0
            # a script with errors shows the last page without them, and that is drawn when it is seen again
            while self._easel.has_work and self.seen.home is not None:
                await to_thread(self._easel.draw_next)
                if not self._easel.has_work or monotonic() >= next_s:
                    began_s = monotonic()
                    await self._show_sketches()
                    next_s = monotonic() + _SHARE * (monotonic() - began_s)

    async def _show_sketches(self) -> None:
        async with self._turn:
            sketches = await to_thread(self._easel.look_at, self.seen)
            glance = await to_thread(self._composer.glance, self.seen, self._at, sketches)
            if glance is not None:
                await self.stage.show(glance)
            if glance is None or not self._easel.has_work:
                scene, _ = await to_thread(self._composer.compose, self.seen, self._at, sketches)
                await self.stage.show(scene)

"""What a build asks of the service, whichever way it is reached."""

from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import ClassVar, Protocol, Self

from storyc.wire import Generation, Request, Usage

Gate = Callable[[], Awaitable[None]]
"""What every free request waits for."""


class ComicService(Protocol):
    """One account of the service; use it as an asynchronous context manager. `ComicClient` says what each call raises."""

    can_change: ClassVar[bool]
    """Whether it takes orders that change a generation: a panel drawn again, more pages."""
    can_upload: ClassVar[bool]
    """Whether it takes files of this machine."""

    async def __aenter__(self) -> Self: ...

    async def __aexit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    async def submit(self, order: Request, generation_id: str = "") -> Generation:
        """Send a paid request once and return the job that it started."""

    async def get(self, generation_id: str, *, page: int | None = None, panel: int | None = None) -> Generation:
        """Return where a job stands, whole or by page and panel, both from 0."""

    async def usage(self) -> Usage:
        """Return what the account has used and has left."""

    async def upload(self, content: bytes, name: str, media_type: str = "application/octet-stream") -> str:
        """Store a file with the service and return its URL."""

    async def download(self, url: str, *, limit_bytes: int) -> bytes:
        """Return art from where the service says it is."""

"""A storyboard that follows its script: look, show, wait for a change, look again; and sketch in between."""

from asyncio import TaskGroup, to_thread
from collections.abc import Callable
from contextlib import aclosing
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex

from msgspec import Struct

from storyc.errors import FileError

from .address import Address, recall_address, remember_address
from .desk import Desk
from .door import ADDRESS, listen, open_door
from .findings import Report
from .seeing import Seen, look
from .site import Site
from .watching import changes


class PreviewOptions(Struct, frozen=True):
    """What a preview is asked for."""

    path: Path
    """A script or a project's folder."""
    editor: str
    """A pattern for links into scripts; empty for none."""
    port: int | None = None
    """Where to listen, 0 for any free port; None for where it listened last, if that is free."""
    is_draft: bool | None = None
    """Whether to show sketches, or only what was bought; None for what was bought, and sketches of the rest."""


class PreviewFront(Struct, frozen=True):
    """What is told while a preview goes on."""

    on_open: Callable[[str], None]
    """Is told the address of the page when somebody answers there."""
    on_look: Callable[[Report], None]
    """Is told what each look came to."""


async def preview(options: PreviewOptions, front: PreviewFront) -> None:
    """Serve a storyboard that follows its script, until this is cancelled. Nothing is bought and no network is needed.

    Raises: FileError or ConfigError if there is nothing to begin with, UsageError if there is no listening on the port.
    """
    path = options.path.absolute()
    seen = await to_thread(look, path, is_draft=options.is_draft)
    if seen.problem is not None and seen.checked is None:
        raise seen.problem
    assert seen.project is not None
    root = seen.project.root
    desk = Desk(seen, root, editor=options.editor, is_sketching=options.is_draft is not False)
    report = await desk.show(_now())
    known = recall_address(root)
    listening = listen(known.port if options.port is None else options.port, or_else_any=options.port is None)
    port = listening.getsockname()[1]
    remember_address(root, Address(known.token, port))
    async with open_door(Site(desk.stage, known.token, port, series=token_hex(8)), listening), TaskGroup() as group:
        front.on_open(f"http://{ADDRESS}:{port}/{known.token}/")
        front.on_look(report)
        group.create_task(desk.draw())
        async with aclosing(changes(lambda: desk.seen.files)) as bursts:
            async for _ in bursts:
                found = await to_thread(look, path, is_draft=options.is_draft)
                front.on_look(await desk.follow(_joined(desk.seen, found), _now()))


def _joined(before: Seen, now: Seen) -> Seen:
    """Return a look with what the one before knew about: what is gone may come back."""
    files = now.files if now.checked is not None else {**before.files, **now.files}
    problem = now.problem
    if now.project is None and problem is None:
        problem = FileError("there is no project any more")
    return Seen(now.project or before.project, now.checked, now.board, now.home, problem, files)


def _now() -> str:
    return f"{datetime.now(UTC).astimezone():%H:%M:%S}"

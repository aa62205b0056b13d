"""What webhooks tell, on its way into a build."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from msgspec import Struct

from storyc.building import News

if TYPE_CHECKING:
    from storyc.inbox import Inbox, WebhookSettings


class Hearing(Struct, frozen=True):
    """A door that is open for as long as the build runs."""

    news: AsyncIterator[News]
    callback: Callable[[str], str]
    """Gives the address for the calls about a unit, by its key."""


@asynccontextmanager
async def open_ears(settings: "WebhookSettings | None") -> AsyncIterator[Hearing | None]:
    """Listen for calls of the service; None if nobody asked for it. Raises: UsageError if the port cannot be used."""
    if settings is None:
        yield None
        return
    # a web server is loaded by builds that need one
    room = import_module("storyc.inbox")
    inbox: Inbox
    async with room.Inbox(settings.secret, settings.port) as inbox:
        yield Hearing(_read(inbox), partial(room.callback_url, settings.url))


async def _read(inbox: "Inbox") -> AsyncIterator[News]:
    async for told in inbox:
        is_end = told.kind not in {"created", "updated"}
        yield News(told.generation_id, told.generation, is_end=is_end, unit_key=told.unit_key)

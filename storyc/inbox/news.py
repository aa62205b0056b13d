"""What a genuine message says about a generation."""

from collections.abc import Mapping
from typing import Final, Literal

from msgspec import Struct

from storyc.wire import Generation, WebhookEvent

NewsKind = Literal["created", "updated", "completed", "failed", "other"]

_KINDS: Final[Mapping[str, NewsKind]] = {
    "comic.generation.created": "created",
    "comic.generation.updated": "updated",
    "comic.generation.completed": "completed",
    "comic.generation.failed": "failed",
}


class News(Struct, frozen=True):
    """Something happened to a generation. It may come late, and before what happened earlier."""

    kind: NewsKind
    """As the message calls it; `other` for an event that nobody has documented."""
    generation_id: str
    generation: Generation | None
    """The whole job, if it is over and the message leaves nothing to ask: all art is in it, or the reason why there is none.

    It is as the job was when the message was written; a later change of the job, by another request, is not in it.
    """
    unit_key: str
    """Of the unit whose request named this callback, empty if none is named.

    Not signed: a hint where to look, not a proof. What later changes a job has no callback of its own, so the hint is about who began it.
    """


def read_news(event: WebhookEvent, unit_key: str) -> News:
    """Return the news in an event."""
    return News(_KINDS.get(event.type, "other"), event.generation_id, _ended(event.generation), unit_key)


def _ended(generation: Generation | None) -> Generation | None:
    is_whole = generation is not None and generation.lifecycle.is_final and not generation.is_partial
    return generation if is_whole else None

"""Messages as the service signs them, and ways to bring them to an inbox."""

from asyncio import open_connection
from collections.abc import Mapping
from http import HTTPStatus
from json import dumps, loads
from pathlib import Path
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from storyc.inbox import News
from storyc.inbox.reception import Reception
from storyc.wire import WEBHOOK_ID, WEBHOOK_SIGNATURE, WEBHOOK_TIMESTAMP, sign_webhook

SECRET: Final = "whsec_test"
NOW_S: Final = 1_715_510_400
UNIT: Final = "c0ffee00" * 8
COMPLETED: Final = "comic.generation.completed"
VECTORS: Final[list[dict[str, str]]] = loads(
    (Path(__file__).parents[1] / "contract" / "comic-api-examples.json").read_text("utf-8")
)["webhooks"]["vectors"]


class Letter(Struct, frozen=True):
    """One message."""

    body: bytes
    timestamp: str = str(NOW_S)
    signature: str = ""
    id: str = ""
    query: str = f"unit={UNIT}"

    @property
    def headers(self) -> dict[str, str]:
        told = {WEBHOOK_TIMESTAMP: self.timestamp, WEBHOOK_SIGNATURE: self.signature}
        return {**told, WEBHOOK_ID: self.id} if self.id else told

    def with_(self, **changes: Any) -> "Letter":
        return replace(self, **changes)


def letter(
    payload: Any, *, message_id: str = "", at_s: int = NOW_S, secret: str = SECRET, query: str = f"unit={UNIT}"
) -> Letter:
    """Return a genuine message."""
    body = payload if isinstance(payload, bytes) else dumps(payload).encode()
    return Letter(body, str(at_s), sign_webhook(secret, str(at_s), body), message_id, query)


def job(*urls: str, status: str = "PROCESSED", generation_id: str = "gen_1") -> dict[str, Any]:
    """Return a whole job of one page."""
    panels = [{"panel": place, "assetUrl": url} for place, url in enumerate(urls)]
    return {"id": generation_id, "status": status, "comics": [{"page": 0, "panels": panels}]}


def nested(kind: str = COMPLETED, *, message_id: str | None = "evt_1", **fields: Any) -> dict[str, Any]:
    """Return a payload that has its job inside."""
    told = {"type": kind, "created": NOW_S, "data": job("https://cdn.test/0.webp", **fields)}
    return told if message_id is None else {"id": message_id, **told}


def flat(kind: str = COMPLETED, generation_id: str = "gen_1") -> dict[str, Any]:
    """Return a payload with all keys on one level."""
    return {
        "event": kind, "generationId": generation_id, "status": "PROCESSED", "assetUrl": "https://cdn.test/0.webp",
        "createdAt": "2026-06-03T10:30:00.000Z",
    }  # fmt: skip


class Desk:
    """A reception without a door."""

    def __init__(self, secret: str | bytes = SECRET) -> None:
        self.now_s: float = NOW_S
        self.news: list[News] = []
        self.has_room = True
        self.reception = Reception(secret, lambda: self.now_s, self._take)

    def bring(self, message: Letter) -> HTTPStatus:
        headers = {name.lower(): value for name, value in message.headers.items()}
        return self.reception.receive(headers, message.query, message.body)

    def _take(self, news: News) -> bool:
        if self.has_room:
            self.news.append(news)
        return self.has_room


def request(message: Letter, *, method: str = "POST", path: str = "/hook") -> bytes:
    """Return a message as the bytes of a request."""
    fields: Mapping[str, str] = {"Host": "x", "Content-Length": str(len(message.body)), **message.headers}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"{method} {path}?{message.query} HTTP/1.1\r\n{head}\r\n".encode("latin-1") + message.body


async def exchange(port: int, raw: bytes) -> bytes:
    """Send bytes and return all that comes back; nothing if the connection breaks."""
    reader, writer = await open_connection("127.0.0.1", port)
    try:
        writer.write(raw)
        return await reader.read()
    except ConnectionError:
        return b""
    finally:
        writer.close()


def status(answer: bytes) -> int:
    """Return the status of an answer, 0 if it is none."""
    return int(answer.split()[1]) if answer.startswith(b"HTTP/1.1 ") else 0

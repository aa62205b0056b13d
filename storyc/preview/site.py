"""The page, its parts and its pictures as an ASGI application. It only ever answers questions.

A page of another site can make a browser ask, and a name that leads to this machine can make it ask on behalf of that name. So whoever
asks must call the server by its own name, must not come from elsewhere, and must know the secret in the path.
"""

from asyncio import FIRST_COMPLETED, Task, create_task, to_thread, wait
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from functools import cache
from hmac import compare_digest
from http import HTTPStatus
from importlib.resources import files
from re import compile as regex
from types import MappingProxyType
from typing import Any, Final

from msgspec import json

from storyc.errors import FileError

from .document import put_together
from .frame import changes_since
from .ranges import part_of
from .stage import Stage

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_ALWAYS: Final = {
    "content-security-policy": _POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
_FOR_EVER: Final = "private, max-age=31536000, immutable"
"""Of a picture, whose address is its content."""
_HTML: Final = "text/html; charset=utf-8"
_CSS: Final = "text/css; charset=utf-8"
_SCRIPT: Final = "text/javascript; charset=utf-8"
_JSON: Final = "application/json"
_ART: Final = regex(r"art/([0-9a-f]{64})")
_REVISION: Final = regex(r"(?P<series>[0-9a-f]+)-(?P<number>[0-9]{1,9})")
_RETRY_MS: Final = 500


class Site:
    """Shows a stage to whoever knows the secret."""

    def __init__(self, stage: Stage, token: str, port: int, *, series: str) -> None:
        """`series` names the revisions of this run apart from those of others."""
        self._stage = stage
        self._token = token.encode()
        self._hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})
        self._series = series

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Serve one request of an ASGI server."""
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        refusal = self._refuse(scope, headers)
        if refusal is not None:
            await _answer(send, refusal, b"", "text/plain")
            return
        _, _, path = scope["path"][1:].partition("/")
        if path == "events":
            await self._tell(headers, scope["query_string"].decode("latin-1"), receive, send)
            return
        if (art := _ART.fullmatch(path)) is not None:
            await self._show_art(art[1], headers, send)
            return
        found = self._content(path)
        if found is None:
            await _answer(send, HTTPStatus.NOT_FOUND, b"", "text/plain")
            return
        kind, content = found
        await _answer(send, HTTPStatus.OK, content, kind)

    def _refuse(self, scope: Message, headers: MutableMapping[str, str]) -> HTTPStatus | None:
        host = headers.get("host", "").lower()
        if host not in self._hosts:
            return HTTPStatus.MISDIRECTED_REQUEST
        if headers.get("origin", f"http://{host}") != f"http://{host}":
            return HTTPStatus.FORBIDDEN
        if headers.get("sec-fetch-site") == "cross-site" and headers.get("sec-fetch-mode") != "navigate":
            return HTTPStatus.FORBIDDEN
        token, slash, _ = scope["path"][1:].partition("/")
        if not slash or not compare_digest(token.encode("utf-8", "replace"), self._token):
            return HTTPStatus.NOT_FOUND
        return None if scope["method"] in {"GET", "HEAD"} else HTTPStatus.METHOD_NOT_ALLOWED

    async def _show_art(self, digest: str, headers: MutableMapping[str, str], send: Send) -> None:
        """Send a picture, a film or a part of one."""
        found = self._stage.picture(digest)
        if found is None:
            await _answer(send, HTTPStatus.NOT_FOUND, b"", "text/plain")
            return
        art, read = found
        try:
            content = await to_thread(read, digest)
        except FileError:
            await _answer(send, HTTPStatus.NOT_FOUND, b"", "text/plain")
            return
        tag = f'"{digest}"'
        keeping = {"cache-control": _FOR_EVER, "accept-ranges": "bytes", "etag": tag}
        part = part_of(headers.get("range", ""), len(content)) if headers.get("if-range", tag) == tag else None
        if part is None:
            await _answer(send, HTTPStatus.OK, content, art.media_type, keeping)
        elif not part:
            keeping["content-range"] = f"bytes */{len(content)}"
            await _answer(send, HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, b"", "text/plain", keeping)
        else:
            keeping["content-range"] = f"bytes {part.start}-{part.stop - 1}/{len(content)}"
            piece = content[part.start : part.stop]
            await _answer(send, HTTPStatus.PARTIAL_CONTENT, piece, art.media_type, keeping)

    def _content(self, path: str) -> tuple[str, bytes] | None:
        """Return the kind and the bytes of what stands at a path; None if nothing does."""
        stage, scene = self._stage, self._stage.scene
        match path:
            case "":
                revision = f"{self._series}-{stage.frame.revision}"
                return _HTML, put_together(scene.document, scene.watch, revision).encode()
            case "lines.json":
                return _JSON, scene.lines.encode()
            case "style.css":
                return _CSS, scene.document.style.encode()
            case "storyboard.js":
                return _SCRIPT, scene.document.script.encode()
            case "preview.css":
                return _CSS, _own(path)
            case "preview.js":
                return _SCRIPT, _own(path)
            case _:
                return None

    async def _tell(self, headers: MutableMapping[str, str], query: str, receive: Receive, send: Send) -> None:
        """Send what changes until nobody listens any more, beginning with what has changed since the reader's revision."""
        seen = self._seen(headers.get("last-event-id") or query)
        kinds = [(b"content-type", b"text/event-stream"), *_headers({})]
        await send({"type": "http.response.start", "status": 200, "headers": kinds})
        await send({"type": "http.response.body", "body": b"retry: %d\n\n" % _RETRY_MS, "more_body": True})
        gone = create_task(_until_gone(receive))
        try:
            while not gone.done():
                news = create_task(self._stage.after(seen))
                try:
                    await wait({gone, news}, return_when=FIRST_COMPLETED)
                    if not news.done():
                        return
                    frame = news.result()
                finally:
                    await _end(news)
                told = changes_since(frame, seen, series=self._series)
                body = b"id: %s\ndata: %s\n\n" % (told.revision.encode(), json.encode(told))
                await send({"type": "http.response.body", "body": body, "more_body": True})
                seen = frame.revision
        finally:
            await _end(gone)

    def _seen(self, revision: str) -> int:
        """Return which revision of this run a reader has seen, 0 if none."""
        found = _REVISION.fullmatch(revision)
        if found is None or found["series"] != self._series or int(found["number"]) > self._stage.frame.revision:
            return 0
        return int(found["number"])


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _end(task: Task[Any]) -> None:
    task.cancel()
    await wait({task})


async def _answer(
    send: Send, status: HTTPStatus, content: bytes, kind: str, more: Mapping[str, str] = MappingProxyType({})
) -> None:
    headers = [
        (b"content-type", kind.encode()),
        (b"content-length", str(len(content)).encode()),
        *_headers(more),
    ]
    if status is HTTPStatus.METHOD_NOT_ALLOWED:
        headers.append((b"allow", b"GET, HEAD"))
    await send({"type": "http.response.start", "status": int(status), "headers": headers})
    await send({"type": "http.response.body", "body": content})


def _headers(more: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.encode(), value.encode()) for name, value in {**_ALWAYS, **more}.items()]


@cache
def _own(name: str) -> bytes:
    return files("storyc.preview").joinpath(f"pages/{name}").read_bytes()

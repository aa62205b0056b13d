"""The simulated service as an ASGI application: routes, keys and the state between two requests."""

from asyncio import to_thread
from collections.abc import Callable, Collection
from json import loads
from time import time
from typing import Final

from storyc.wire import MAX_UPLOAD_BYTES

from .asgi import (
    AsgiApp,
    Call,
    GoneError,
    Message,
    Receive,
    Send,
    TooLargeError,
    live,
    read_body,
    read_call,
    send_bytes,
    send_json,
)
from .multipart import FormError, read_file_part
from .service import Answer, Step, change, create, look, refuse, upload, usage
from .state import Account, Asset, SimState
from .studio import Studio

MAX_JSON_BYTES: Final = 4 * 1024 * 1024
_FORM_BYTES: Final = 64 * 1024
"""What the wrapping of an upload may take."""
BALANCE_CREDITS: Final = 1_000_000_000


def make_app(
    *,
    seed: int = 0,
    now_s: Callable[[], float] = time,
    keys: Collection[str] | None = None,
    balance_credits: int = BALANCE_CREDITS,
    shortest_s: float = 0.0,
    longest_s: float = 0.0,
) -> AsgiApp:
    """Return a new simulated service: equal seeds and requests give equal ids and pictures.

    Every key is good unless `keys` names the good ones. A job takes between `shortest_s` and `longest_s` on the clock `now_s`.
    """
    state = SimState(seed, Account(balance_credits), shortest_s=shortest_s, longest_s=max(shortest_s, longest_s))
    return Simulator(state, now_s, None if keys is None else frozenset(keys))


class Simulator:
    """The service between two requests; the one thing in this room that changes."""

    def __init__(self, state: SimState, now_s: Callable[[], float], keys: frozenset[str] | None) -> None:
        self.state = state
        self._now_s = now_s
        self._keys = keys
        self._studio = Studio()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Serve one connection of an ASGI server."""
        if scope["type"] == "lifespan":
            await live(receive, send)
            return
        assert scope["type"] == "http"
        call = read_call(scope)
        try:
            match call.segments:
                case ("assets", name):
                    await self._serve_asset(call, name, send)
                case ("v1", *rest):
                    await self._serve_api(call, tuple(rest), receive, send)
                case rest:
                    await self._serve_api(call, rest, receive, send)
        except TooLargeError:
            answer = refuse(413, "payload_too_large", "The body is too large.")
            await send_json(send, answer.status, answer.body)
        except GoneError:
            return

    async def _serve_api(self, call: Call, path: tuple[str, ...], receive: Receive, send: Send) -> None:
        answer = self._refuse_key(call) or await self._answer(call, path, receive)
        await send_json(send, answer.status, answer.body)

    def _refuse_key(self, call: Call) -> Answer | None:
        scheme, _, key = call.headers.get("authorization", "").partition(" ")
        key = key.strip()
        if scheme.lower() == "bearer" and key and (self._keys is None or key in self._keys):
            return None
        return refuse(401, "unauthorized", "Invalid API key.")

    async def _answer(self, call: Call, path: tuple[str, ...], receive: Receive) -> Answer:
        def url(asset_id: str) -> str:
            return f"{call.origin}/assets/{asset_id}.webp"

        match (call.method, *path):
            case ("POST", "comics" | "artworks" as room, "generations"):
                payload = await _read_json(call, receive)
                is_artwork = room == "artworks"
                return self._take(create(self.state, payload, self._now_s(), is_artwork=is_artwork))
            case ("GET", "comics" | "artworks", "generations", job_id):
                return look(self.state, job_id, call.query, self._now_s(), url)
            case ("PATCH", "comics", "generations", job_id):
                payload = await _read_json(call, receive)
                return self._take(change(self.state, job_id, payload, self._now_s()))
            case ("POST", "comics", "upload"):
                body = await read_body(call, receive, limit_bytes=MAX_UPLOAD_BYTES + _FORM_BYTES)
                try:
                    content = read_file_part(call.headers.get("content-type", ""), body)
                except FormError as problem:
                    return refuse(400, "invalid_request", f"{problem}.", field="file")
                if len(content) > MAX_UPLOAD_BYTES:
                    raise TooLargeError
                return self._take(upload(self.state, content, url))
            case ("GET", "comics", "usage"):
                return usage(self.state)
            case (_, "comics", "usage" | "upload") | (_, "comics" | "artworks", "generations", *_):
                return refuse(405, "method_not_allowed", f"{call.method[:16]} is not served here.")
            case _:
                return refuse(404, "not_found", "There is no such endpoint.")

    def _take(self, step: Step) -> Answer:
        self.state, answer = step
        return answer

    async def _serve_asset(self, call: Call, name: str, send: Send) -> None:
        asset_id = name.removesuffix(".webp")
        asset: Asset | None = self.state.assets.get(asset_id)
        if asset is None or call.method != "GET":
            answer = refuse(404, "not_found", "There is no such picture.")
            await send_json(send, answer.status, answer.body)
            return
        # drawing is work for a processor, and encoding a picture lets other threads run
        content, media_type = await to_thread(self._studio.make, asset_id, asset, self.state.assets)
        await send_bytes(send, 200, content, media_type)


async def _read_json(call: Call, receive: Receive) -> object:
    """Return the JSON value of a body, None if it has none."""
    body = await read_body(call, receive, limit_bytes=MAX_JSON_BYTES)
    try:
        value: object = loads(body)
    except (ValueError, RecursionError):
        return None
    return value

"""Who is believed: a message is verified before anybody reads it, and counts once.

The signature covers the timestamp and the body, not the header with the message's id. So a message is known again by what is signed as
well: under another id it is still the same. Only what is genuine is remembered, so nobody without the secret can fill the memory, and
at 80 messages a second it reaches further back than a message is valid.
"""

from collections.abc import Callable, Mapping
from http import HTTPStatus

from msgspec import DecodeError
from msgspec.json import decode

from storyc.wire import WEBHOOK_ID, WEBHOOK_SIGNATURE, WEBHOOK_TIMESTAMP, WireError, is_signed, read_webhook

from .address import read_unit_key
from .news import News, read_news
from .seen import Seen


class Reception:
    """Turns messages into news, each once."""

    def __init__(self, secret: str | bytes, now_s: Callable[[], float], take: Callable[[News], bool]) -> None:
        """Hand what is new to `take`, which returns whether it had room."""
        self._secret = secret
        self._now_s = now_s
        self._take = take
        self._seen = Seen()

    def receive(self, headers: Mapping[str, str], query: str, body: bytes) -> HTTPStatus:
        """Take a message, the names of its headers in lower case, and return how it is answered."""
        timestamp = headers.get(WEBHOOK_TIMESTAMP.lower(), "")
        signature = headers.get(WEBHOOK_SIGNATURE.lower(), "")
        if not is_signed(self._secret, timestamp, signature, body, now_s=self._now_s()):
            return HTTPStatus.UNAUTHORIZED
        message = ("message", timestamp, body)
        if message in self._seen:
            return HTTPStatus.NO_CONTENT
        try:
            payload = decode(body)
        except (DecodeError, RecursionError):
            return HTTPStatus.BAD_REQUEST
        try:
            event = read_webhook(payload, header_id=headers.get(WEBHOOK_ID.lower(), ""))
        except WireError:
            # genuine, but about something else: a message that tries the line, say
            return HTTPStatus.NO_CONTENT
        # an id may be repeated by whoever repeats a message, so it only counts together with what is signed
        happening = ("event", event.id, event.generation_id, event.type)
        if happening not in self._seen and not self._take(read_news(event, read_unit_key(query))):
            return HTTPStatus.SERVICE_UNAVAILABLE
        self._seen.add(message)
        self._seen.add(happening)
        return HTTPStatus.NO_CONTENT

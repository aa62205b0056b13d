"""What the service says when it says no.

No two sources show the same envelope, so the code is the first of `code`, `errorCode`, `error_code` at the top and then inside `error`,
and the message the first of the many names for it, or `error` itself when that is a text.
"""

from re import IGNORECASE
from re import compile as regex
from typing import Any, Final

from .lenient import Prose, Word, clean, read_json
from .model import Answer

_CODES: Final = ("code", "errorCode", "error_code", "failedCode")
_MESSAGES: Final = ("message", "msg", "errorMessage", "failedMessage", "detail", "reason", "description")
_MAX_MESSAGE: Final = 2_000
_CREDITS: Final = regex(r"credit|quota|balance|payment|billing", IGNORECASE)


class ErrorBody(Answer):
    """An error of the service, or of one of its generations."""

    status: int = 0
    """The HTTP status; 0 for a generation that failed."""
    code: Word = ""
    message: Prose = ""
    """At most 2,000 characters, one line; empty if the body says nothing."""
    field: Word = ""
    """The wire name of the field that the service complains about."""

    @property
    def is_about_credits(self) -> bool:
        """Whether the account cannot pay. The service is known to answer 429 for it as well as 402."""
        return self.status == 402 or (self.status == 429 and _CREDITS.search(f"{self.code} {self.message}") is not None)

    @property
    def is_about_credentials(self) -> bool:
        """Whether the key was refused. A bad key was seen to answer 403."""
        return self.status in {401, 403}

    @property
    def is_about_rate(self) -> bool:
        """Whether the same request may be sent again later."""
        return self.status == 429 and not self.is_about_credits


def read_error(status: int, payload: object) -> ErrorBody:
    """Return what an answer says went wrong; `payload` is its JSON value, or its text or bytes. Never fails."""
    if isinstance(payload, str | bytes):
        text = payload if isinstance(payload, str) else payload.decode("utf-8", "replace")
        payload = read_json(text)
        if not isinstance(payload, dict):
            return ErrorBody(status=status, message=_one_line(text))
    top: dict[str, Any] = payload if isinstance(payload, dict) else {}
    inner: dict[str, Any] = top["error"] if isinstance(top.get("error"), dict) else {}
    details = inner.get("details", top.get("details"))
    return ErrorBody(
        status=status,
        code=_first(top, _CODES) or _first(inner, _CODES),
        message=_one_line(
            _first(top, _MESSAGES) or _first(inner, _MESSAGES) or _first(top, ("error",)) or _first(inner, ("error",))
        ),
        field=details.get("field") if isinstance(details, dict) else "",
    )


def _first(payload: dict[str, Any], names: tuple[str, ...]) -> str:
    for name in names:
        value = payload.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip()
        if isinstance(value, int) and not isinstance(value, bool) and name in _CODES and abs(value) < 10**9:
            return str(value)
    return ""


def _one_line(message: str) -> str:
    return " ".join(clean(message[: 4 * _MAX_MESSAGE]).split())[:_MAX_MESSAGE]

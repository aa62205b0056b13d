"""What a tool's or the protocol's refusal means for money.

HTTP says 200 even when a tool says no, so the meaning is in its words. Only words that can mean nothing else free a request of the
suspicion that it was carried out and paid for.
"""

from collections.abc import Mapping
from re import IGNORECASE
from re import compile as regex
from typing import Any, Final

from mcp.types import CallToolResult

from storyc.api.refusal import read_refusal
from storyc.errors import StorycError
from storyc.wire import read_error

from .answers import values, words
from .fitting import plain

_INVALID_ARGUMENTS: Final = -32602
_CODES: Final[Mapping[str, int]] = {
    "32602": 400, "badrequest": 400, "invalidrequest": 400, "invalidparams": 400, "invalidarguments": 400,
    "validationerror": 400, "unauthorized": 401, "unauthenticated": 401, "invalidapikey": 401, "invalidtoken": 401,
    "insufficientcredits": 402, "paymentrequired": 402, "nocredits": 402, "quotaexceeded": 402, "forbidden": 403,
    "notfound": 404, "conflict": 409, "payloadtoolarge": 413, "ratelimited": 429, "ratelimitexceeded": 429,
    "toomanyrequests": 429,
}  # fmt: skip
_STATUS_KEYS: Final = ("status", "statusCode", "status_code", "httpStatus", "code")
_WAIT_KEYS: Final = ("retryAfter", "retry_after", "retryAfterSeconds", "retry_after_seconds")
_SAID: Final = (
    (regex(r"\b(?:HTTP|status|status code|API error)\W{1,3}([45]\d\d)\b", IGNORECASE), 0),
    (regex(r"-32602\b|\binput validation error\b|\binvalid arguments for tool\b", IGNORECASE), 400),
    (regex(r"\b(?:insufficient|not enough|out of)(?: \w+)? credits\b|\bquota exceeded\b", IGNORECASE), 402),
    (regex(r"\binvalid (?:api )?(?:key|token)\b|\bunauthori[sz]ed\b", IGNORECASE), 401),
    (regex(r"\brate.?limit(?:ed)?\b|\btoo many requests\b", IGNORECASE), 429),
)
"""What texts say, and the status of HTTP that stands for it; 0 if the text names it."""


def read_tool_refusal(result: CallToolResult, *, now_s: float) -> StorycError | None:
    """Return what a result means that is an error, or looks like one; None if it leaves open whether the work was begun."""
    for value in values(result):
        if (result.is_error or "error" in value) and (status := _status(value)) is not None:
            return read_refusal(status, _headers(value), value, now_s=now_s)
    said = words(result)
    status = _said_status(said) if result.is_error else None
    return None if status is None else read_refusal(status, {}, {"message": said}, now_s=now_s)


def read_protocol_refusal(code: int, message: str, details: object, *, now_s: float) -> StorycError | None:
    """Return what an error of JSON-RPC means; None if it leaves open whether the work was begun."""
    payload = {**details, "message": message} if isinstance(details, dict) else {"message": message}
    status = 400 if code == _INVALID_ARGUMENTS else _status(payload)
    if status is None:
        status = _said_status(message)
    return None if status is None else read_refusal(status, _headers(payload), payload, now_s=now_s)


def _status(value: dict[str, Any]) -> int | None:
    """Return the status of HTTP that an object of an error stands for, None if it names none."""
    inner = value.get("error")
    for part in (inner, value) if isinstance(inner, dict) else (value,):
        for key in _STATUS_KEYS:
            number = part.get(key)
            if isinstance(number, int) and 400 <= number < 600:
                return number
    return _CODES.get(plain(read_error(0, value).code))


def _said_status(text: str) -> int | None:
    for pattern, status in _SAID:
        if (found := pattern.search(text)) is not None:
            return status or int(found[1])
    return None


def _headers(value: Mapping[str, Any]) -> Mapping[str, str]:
    """Return how long an object asks to wait, as a header would say it."""
    inner = value.get("error")
    for part in (value, inner) if isinstance(inner, dict) else (value,):
        for key in _WAIT_KEYS:
            seconds = part.get(key)
            if isinstance(seconds, int | float) and not isinstance(seconds, bool):
                return {"retry-after": str(seconds)}
    return {}

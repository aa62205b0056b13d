"""What the result of a tool says, wherever it says it: as structured content, as a text that is JSON, or as JSON in a text."""

from collections.abc import Callable, Iterator
from json import loads
from re import DOTALL
from re import compile as regex
from typing import Any, Final, TypeVar, cast

from mcp.types import CallToolResult, TextContent

from storyc.api.errors import printable
from storyc.wire import Usage, WireError, read_error, read_usage

_T = TypeVar("_T")
_MAX_BLOCKS: Final = 16
_MAX_WORDS: Final = 400
_WRAPPINGS: Final = ("result", "generation", "comic", "data")
_FENCED: Final = regex(r"```(?:json)?\s*(\{.*?\})\s*```", DOTALL)


def read_result(result: CallToolResult, read: Callable[[object], _T]) -> _T:
    """Return what `read` makes of the first value of a result that it can read. Raises: WireError if there is none."""
    problem = WireError("the tool said nothing that can be read")
    for value in values(result):
        try:
            return read(value)
        except WireError as wrong:
            problem = wrong
    raise problem


def read_told_usage(payload: object) -> Usage:
    """Return what a value says of the account. Raises: WireError if it says nothing of it."""
    usage = read_usage(payload)
    if usage == Usage():
        raise WireError("usage says how much is left or used; this object does not")
    return usage


def values(result: CallToolResult) -> Iterator[dict[str, Any]]:
    """Yield every JSON object of a result, the most trustworthy first."""
    for value in (result.structured_content, *map(_decode, _texts(result))):
        yield from _unwrapped(value)
    for text in _texts(result):
        for inner in (*_FENCED.findall(text)[:_MAX_BLOCKS], text[text.find("{") : text.rfind("}") + 1]):
            yield from _unwrapped(_decode(inner))


def words(result: CallToolResult) -> str:
    """Return what a result says to people, short and safe to show."""
    for value in values(result):
        if said := read_error(0, value).message:
            return printable(said)[:_MAX_WORDS]
    return printable(" ".join(" ".join(_texts(result))[: 2 * _MAX_WORDS].split()))[:_MAX_WORDS]


def _texts(result: CallToolResult) -> list[str]:
    return [block.text for block in result.content[:_MAX_BLOCKS] if isinstance(block, TextContent)]


def _unwrapped(value: object) -> Iterator[dict[str, Any]]:
    if not isinstance(value, dict):
        return
    yield value
    for name in _WRAPPINGS:
        inner = value.get(name)
        if isinstance(inner, str):
            inner = _decode(inner)
        if isinstance(inner, dict):
            yield inner


def _decode(text: str) -> object:
    """Return the JSON value of a text, None if it has none."""
    try:
        return cast("object", loads(text))
    except (ValueError, RecursionError):
        return None

"""Types for answers that may be anything: a value of the wrong kind reads as absent, never as an error."""

from typing import Annotated, Any, Final, TypeVar

from pydantic import BeforeValidator
from pydantic_core import from_json

from .model import Answer

_MAX_TEXT: Final = 1_000_000
_MAX_LINK: Final = 8_192
_MAX_ID: Final = 512
_MAX_COUNT: Final = 2**53
"""Above it JSON numbers stop being exact."""

_T = TypeVar("_T")


def clean(value: str) -> str:
    """Return a text of bounded length that can be written as UTF-8."""
    return value[:_MAX_TEXT].encode("utf-8", "replace").decode()


def _text(value: object) -> str:
    return clean(value) if isinstance(value, str) else ""


def _word(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < _MAX_COUNT:
        return str(value)
    return clean(value).strip() if isinstance(value, str) and len(value) <= _MAX_ID else ""


def _link(value: object) -> str:
    return clean(value).strip() if isinstance(value, str) and len(value) <= _MAX_LINK else ""


def _count(value: object) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, str) and len(value) < 16 and value.isdecimal():
        return int(value)
    if isinstance(value, int | float) and 0 <= value < _MAX_COUNT:
        return int(value)
    return None


def _truth(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _object(value: object) -> dict[str, Any] | Answer | None:
    return value if isinstance(value, dict | Answer) else None


def _objects(value: object) -> list[dict[str, Any] | Answer]:
    return [item for item in value if isinstance(item, dict | Answer)] if isinstance(value, list | tuple) else []


def read_json(text: str) -> object:
    """Return what a JSON text says; None for a text that is none or nests too deeply."""
    try:
        # a limited parser: the standard one overflows its stack on deep nesting
        return from_json(text.encode("utf-8", "replace"))
    except ValueError:
        return None


Prose = Annotated[str, BeforeValidator(_text)]
"""Any text, empty if absent."""
Word = Annotated[str, BeforeValidator(_word)]
"""An id or a code; numbers are read as their digits."""
Url = Annotated[str, BeforeValidator(_link)]
"""Whatever stands where a URL belongs, empty if absent; nothing is said about its scheme."""
Count = Annotated[int | None, BeforeValidator(_count)]
"""A number that is not negative."""
Truth = Annotated[bool | None, BeforeValidator(_truth)]
Maybe = Annotated[_T | None, BeforeValidator(_object)]
"""An object, None if it is anything else."""
Many = Annotated[tuple[_T, ...], BeforeValidator(_objects)]
"""The objects of a list; everything else in it is skipped."""

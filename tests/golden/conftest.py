"""Trees and storyboards as text that can be read, and compared line by line."""

from collections.abc import Callable, Iterator
from enum import Flag
from typing import Any

import pytest
from msgspec import NODEFAULT, Struct
from msgspec.structs import fields

from storyc.storyboard import Origin
from storyc.text import Source


@pytest.fixture(scope="session")
def dump() -> Callable[[Struct], str]:
    """A function that writes a value in lines, without what has its default and without places in the text."""
    return lambda value: "\n".join(_lines("", value, "")) + "\n"


def _lines(name: str, value: object, indent: str) -> Iterator[str]:
    heading = f"{indent}{name}: " if name else indent
    match value:
        case Origin(source=source, line=line):
            yield f"{heading}{source}:{line}"
        case Struct():
            inner = {field.name: getattr(value, field.name) for field in fields(value) if _counts(field, value)}
            plain = {key: one for key, one in inner.items() if not _is_nested(one)}
            yield " ".join((f"{heading}{type(value).__name__}", *(f"{key}={_word(one)}" for key, one in plain.items())))
            for key, one in inner.items():
                if key not in plain:
                    yield from _lines(key, one, f"{indent}  ")
        case tuple():
            yield heading.rstrip()
            for one in value:
                yield from _lines("", one, f"{indent}  ")
        case _:
            yield f"{heading}{_word(value)}"


def _counts(field: Any, value: object) -> bool:
    one = getattr(value, field.name)
    is_place = field.name == "span" or field.name.endswith("_at")
    is_default = one == field.default if field.default is not NODEFAULT else one is None or one == ()
    return not is_place and not is_default and not isinstance(one, Source)


def _is_nested(value: object) -> bool:
    return isinstance(value, Struct) or (isinstance(value, tuple) and any(map(_is_nested, value)))


def _word(value: object) -> str:
    return str(value.name) if isinstance(value, Flag) else repr(value)

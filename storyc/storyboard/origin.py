"""Where something was written."""

from msgspec import Struct


class Origin(Struct, frozen=True, gc=False):
    """A line of a source, from 1. The default stands for what no line says."""

    source: str = ""
    line: int = 0

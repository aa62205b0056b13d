"""What one export is asked for."""

from typing import Literal

from msgspec import Struct

Format = Literal["html", "md", "pdf", "cbz", "epub", "strip", "json", "lettering"]
Paper = Literal["a4", "letter"]
Picture = Literal["webp", "png", "jpeg"]

EARLIEST_S = 315_532_800
"""1980-01-01 in Unix seconds: the first moment that an archive can hold, and what stands where nobody names another."""


class ExportOptions(Struct, frozen=True):
    """The choices of all formats; each reads those that concern it."""

    pages: Literal["sheets", "finished", "script", "panels"] | None = None
    """Sheets of a storyboard, pages as they are printed, the script alone, or a panel a page; None for what the format is mostly used for."""
    columns: int = 2
    """Panels side by side on a sheet."""
    rows: int = 3
    paper: Paper = "a4"
    resolution_dpi: int = 250
    """Of finished pages as pictures."""
    width_px: int = 800
    """Of a strip."""
    max_height_px: int = 8000
    """Of one file of a strip."""
    picture: Picture = "jpeg"
    """How pictures that are put together are written."""
    delimiter: Literal[",", "\t"] = ","
    has_mark: bool = False
    """Whether a table begins with a byte order mark, which Excel needs to read UTF-8."""
    made_at_s: int | None = None
    """The date that the output bears, in Unix seconds; None for none, or the earliest that it can bear."""

"""Other outputs from what is built: documents, archives, strips and tables. Equal input gives equal bytes.

Each format needs its own libraries, so what writes it is imported when it is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .book import Book, ReadArt
from .options import ExportOptions, Format, Paper, Picture

if TYPE_CHECKING:
    from .cbz import write_cbz
    from .epub import write_epub
    from .interchange import board_json, board_schema
    from .overlay import left_out
    from .pdf import write_pdf
    from .strip import Strip, strips
    from .table import lettering_table

_HOMES = {
    "board_json": "interchange",
    "board_schema": "interchange",
    "write_cbz": "cbz",
    "write_epub": "epub",
    "lettering_table": "table",
    "left_out": "overlay",
    "write_pdf": "pdf",
    "Strip": "strip",
    "strips": "strip",
}

__all__ = [
    "Book", "ExportOptions", "Format", "Paper", "Picture", "ReadArt", "Strip", "board_json", "board_schema", "left_out",
    "lettering_table", "strips", "write_cbz", "write_epub", "write_pdf",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"storyc.exporting.{_HOMES[name]}"), name)
    raise AttributeError(name)

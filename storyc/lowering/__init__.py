"""From a program to a storyboard, and from a storyboard to paid requests, with the digest that names what each one buys.

Requests need the models of the wire and the templates of the prompt, which take longer to import than a storyboard to
make; so they are imported when they are asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .board import lower

if TYPE_CHECKING:
    from .layout import picture_size
    from .links import local_files
    from .output import to_json
    from .pieces import Pieces
    from .requesting import Lowered, units
    from .unit import Depiction, Operation, Shown, Unit, Upload

_HOMES = {
    "picture_size": "layout",
    "local_files": "links",
    "to_json": "output",
    "Depiction": "unit",
    "Lowered": "requesting",
    "Operation": "unit",
    "Pieces": "pieces",
    "Shown": "unit",
    "Unit": "unit",
    "Upload": "unit",
    "units": "requesting",
}

__all__ = [
    "Depiction", "Lowered", "Operation", "Pieces", "Shown", "Unit", "Upload", "local_files", "lower", "picture_size", "to_json", "units",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"storyc.lowering.{_HOMES[name]}"), name)
    raise AttributeError(name)

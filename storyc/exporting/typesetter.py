"""Typst, the typesetter, and the fonts that it is given. It is an extra: nobody who wants no PDF needs to install it."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING, Final

from storyc.errors import UsageError

if TYPE_CHECKING:
    from typst import Fonts

_FONT_PACKAGES: Final = ("font_intuitive", "font_fredoka_one", "noto_cjk_sans_jp_regular")


def typesetter() -> ModuleType:
    """Return Typst. Raises: UsageError if it is not installed."""
    try:
        return import_module("typst")
    except ModuleNotFoundError as problem:
        raise UsageError("Typst is not installed, which sets type", hint="pip install 'storyc[pdf]'") from problem


@cache
def fonts(*, asks_machine: bool = False) -> "Fonts":
    """Return the fonts that come with storyc and with Typst, and those of this machine if they are asked for."""
    found: Fonts = typesetter().Fonts(include_system_fonts=asks_machine, font_paths=list(_folders()))
    return found


def _folders() -> tuple[str, ...]:
    specs = (find_spec(package) for package in _FONT_PACKAGES)
    return tuple(folder for spec in specs if spec is not None for folder in spec.submodule_search_locations or ())

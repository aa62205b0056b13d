"""Scripts in other formats to `.story`. Pure: a text comes in, a text and what is to be said about it come out."""

from .decoding import Decoded, decode
from .detecting import Score, detect
from .draft import Finding
from .foreign import Foreign, find_foreign
from .importing import DEFAULT_PANELS_PER_PAGE, Imported, import_text
from .reading import DIALECTS

__all__ = [
    "DEFAULT_PANELS_PER_PAGE",
    "DIALECTS",
    "Decoded",
    "Finding",
    "Foreign",
    "Imported",
    "Score",
    "decode",
    "detect",
    "find_foreign",
    "import_text",
]

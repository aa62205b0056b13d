"""From a storyboard to paid requests: how many, what each one says, and the digest that names what it buys."""

from .board import lower
from .layout import picture_size
from .lines import SENT_NOTES
from .links import local_files
from .output import OUTPUT_VERSION, to_json
from .prompt import PageFacts, PanelFacts, PromptFacts
from .unit import Lowered, Operation, Unit, Upload
from .units import units

__all__ = [
    "OUTPUT_VERSION",
    "SENT_NOTES",
    "Lowered",
    "Operation",
    "PageFacts",
    "PanelFacts",
    "PromptFacts",
    "Unit",
    "Upload",
    "local_files",
    "lower",
    "picture_size",
    "to_json",
    "units",
]

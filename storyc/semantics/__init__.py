"""Names and meaning: trees to a program."""

from .checking import check
from .entries import clean
from .including import include_target, includes
from .interpolation import interpolate
from .items import Balloon, CaptionBox, Cut, Effect, Item, Letters, Paragraph, Remark, Words
from .names import fold
from .program import ClipSpec, Program, ScriptPage, ScriptPanel, TitleValues
from .resolving import Resolved, resolve

__all__ = [
    "Balloon", "CaptionBox", "ClipSpec", "Cut", "Effect", "Item", "Letters", "Paragraph", "Program", "Remark",
    "Resolved", "ScriptPage", "ScriptPanel", "TitleValues", "Words", "check", "clean", "fold", "include_target",
    "includes", "interpolate", "resolve",
]  # fmt: skip

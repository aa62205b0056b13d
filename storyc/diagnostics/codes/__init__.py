"""Every kind of diagnostic, each declared once: its number, name, severity, explanation and an example.

The first two digits are the family: 01 how a script is written, 02 names, 03 meaning, 04 files and limits, 05 opinions.
A number is never used for anything else.
"""

from collections.abc import Mapping

from storyc.diagnostics.model import Code

from . import limits, meaning, names, opinions, writing
from .limits import *  # noqa: F403 - the families are one table, split because of its length
from .meaning import *  # noqa: F403
from .names import *  # noqa: F403
from .opinions import *  # noqa: F403
from .writing import *  # noqa: F403

ALL: Mapping[str, Code] = {
    code.number: code
    for family in (writing, names, meaning, limits, opinions)
    for code in vars(family).values()
    if isinstance(code, Code)
}
"""Every code by its number, in the order of the numbers."""

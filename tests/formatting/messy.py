"""Scripts as they come from a hurried writer: real ones with their spaces, their empty lines and some of their marks upset."""

from collections.abc import Callable, Mapping
from random import Random

_UPSETS: Mapping[str, Callable[[str], str]] = {
    "indented": lambda line: f"  {line}",
    "trailing": lambda line: f"{line} \t",
    "colon": lambda line: line.replace(": ", ":", 1),
    "bracket": lambda line: line.replace(" (", "(", 1),
    "list": lambda line: line.replace(", ", ","),
    "doubled": lambda line: line.replace(" ", "  ", 1),
    "comment above": lambda line: f"// c \n{line}",
    "note above": lambda line: f"[[ a note ]]\n{line}",
    "note over lines": lambda line: f"{line} [[a note  \n  of two lines]]",
    "synopsis above": lambda line: f"=a synopsis\n{line}",
    "comment inside": lambda line: f"{line} /* x \n y  */ z",
    "transition above": lambda line: f">  CUT TO:\n{line}",
    "direction above": lambda line: f"(aside)\n{line}",
    "empty line above": lambda line: f" \n\n{line}",
    "forced": lambda line: f"!  {line}",
    "next balloon": lambda line: f":{line}",
    "small": str.lower,
    "gone": lambda line: line and f"{line}\n",
}


def make_messy(text: str, chance: Random, share: float = 0.5) -> str:
    """Return a text in which this share of the lines is upset."""
    upsets = list(_UPSETS.values())
    lines = text.split("\n")
    return "\n".join(chance.choice(upsets)(line) if chance.random() < share else line for line in lines)

"""The words of the language, gathered from where storyc keeps them."""

# ruff: noqa: INP001 - it stands beside the grammar, in no package

import re
from pathlib import Path
from typing import NamedTuple

from storyc.semantics import vocabulary
from storyc.syntax.tables import load_tables

GRAMMAR = Path(__file__).parents[1] / "story.lark"


class Words(NamedTuple):
    """Vocabularies, and the regular expressions of the grammar."""

    title_keys: tuple[str, ...]
    """Regular expressions, one a key."""
    blocks: tuple[str, ...]
    labels: tuple[str, ...]
    """Reserved labels, in capitals."""
    remarks: tuple[str, ...]
    """Those of them whose text is a remark to somebody."""
    panel_tags: tuple[str, ...]
    page_tags: tuple[str, ...]
    modifiers: tuple[str, ...]
    number: str
    """The expression of a number in digits or in words."""
    kinds: dict[str, str]
    """The expression of each kind of line, from its first character to its line end."""


def read_words() -> Words:
    """Return the words of the language as it is now."""
    grammar = GRAMMAR.read_text("utf-8")
    return Words(
        title_keys=tuple(_terminal(grammar, "_TITLE_KEY").removeprefix("(").removesuffix(")").split("|")),
        blocks=vocabulary.BLOCKS,
        labels=tuple(sorted(vocabulary.RESERVED)),
        remarks=tuple(sorted(vocabulary.AUDIENCES)),
        panel_tags=(*vocabulary.FRAMINGS, *vocabulary.PANEL_VALUE_TAGS),
        page_tags=vocabulary.PAGE_TAGS,
        modifiers=tuple(vocabulary.MODIFIERS),
        number=_terminal(grammar, "_NUMBER"),
        kinds={kind: _portable(pattern) for kind, pattern in load_tables().patterns.items()},
    )


def _terminal(grammar: str, name: str) -> str:
    found = re.search(rf"^{name}: /(.*)/i?$", grammar, re.MULTILINE)
    assert found is not None, f"the grammar has no {name}"
    return found[1]


def _portable(pattern: str) -> str:
    r"""Return a Python expression as Oniguruma reads it.

    A `+` behind `{1,40}` means "again" there, and line ends are shown as `\n`. What comments are painted with in Python is
    never in an editor's text.
    """
    return pattern.replace("}+", "}").replace("\n", r"\n").replace("\0", r"\x00")

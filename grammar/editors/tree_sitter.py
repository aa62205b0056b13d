"""What the tree-sitter grammar is given: the words that its scanner knows, the letters whose case it tells, and Helix's colours."""

# ruff: noqa: INP001 - it stands beside the grammar, in no package

import re
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from .words import Words

ATTACHMENTS = "ATTACHMENTS"
MOST_APART = 2  # where capitals and small letters take turns

CASED = (range(0x80, 0x590), range(0x10A0, 0x1100), range(0x1E00, 0x2000), range(0xFF21, 0xFF5B))
"""The old scripts that tell small letters from capitals. Nothing is added to them any more, so that every Python writes the same."""
HIGHLIGHTS = Path(__file__).parent / "tree-sitter" / "queries" / "highlights.scm"
HELIX_CAPTURES = {
    "comment.documentation": "comment.block.documentation",
    "keyword.conditional": "keyword.control",
    "markup.strong": "markup.bold",
    "markup.underline": "markup.italic",
    "module": "namespace",
    "number": "constant.numeric",
    "property": "variable.other.member",
    "string.escape": "constant.character.escape",
}
"""Where Helix calls something else than Neovim does."""
CAPTIONS, SOUNDS = ("CAPTION", "CAP"), ("SFX",)


def make_vocabulary(words: Words) -> str:
    """Return the header."""
    tens, digits, others = _number_words(words.number)
    lettering = [label for label in words.labels if label not in {*CAPTIONS, *SOUNDS, *words.remarks}]
    in_any_case = {
        "TITLE_KEYS": [key for pattern in words.title_keys for key in _spellings(pattern)],
        "CAPTION_LABELS": CAPTIONS,
        "SOUND_LABELS": SOUNDS,
        "LETTERING_LABELS": lettering,
        "REMARK_LABELS": words.remarks,
        "TENS": tens,
        "UNITS": [*digits, *others],
    }
    blocks = [word for word in words.blocks if word != ATTACHMENTS]
    lines = [
        "// Made by grammar.editors.make; not to be edited.",
        "",
        "#ifndef STORY_VOCABULARY_H_",
        "#define STORY_VOCABULARY_H_",
        "",
        "#include <stdint.h>",
        "",
        _array("BLOCKS", blocks),
        f'#define ATTACHMENTS "{ATTACHMENTS}"',
        "",
        "// in small letters, because their case means nothing",
        *(_array(name, [word.lower() for word in listed]) for name, listed in in_any_case.items()),
        f"enum {{ DIGIT_WORDS = {len(digits)} }};  // so many of the units may stand behind a ten",
        "",
        "// every so many letters, from the first to the last",
        "struct Letters {",
        "  int32_t first, last, step;",
        "};",
        _letters("SMALL_LETTERS", "Ll"),
        _letters("CAPITAL_LETTERS", "Lu"),
        "",
        "#endif",
    ]
    return "\n".join(lines) + "\n"


def _array(name: str, words: Iterable[str]) -> str:
    quoted = ", ".join(f'"{word}"' for word in words)
    return f"static const char *const {name}[] = {{{quoted}}};"


def _spellings(pattern: str) -> tuple[str, ...]:
    """Return what the expression of a title key matches: one word, or two if its last letter may be left out."""
    return (pattern[:-2], pattern[:-1]) if pattern.endswith("?") else (pattern,)


def _number_words(number: str) -> tuple[list[str], list[str], list[str]]:
    """Return the tens, the words that may stand behind one, and the others, out of the expression of a number."""
    parts = dict.fromkeys(re.findall("[a-z]{2,}", number))
    joined = (first + last for first in ("", *parts) for last in parts)
    words = [word for word in dict.fromkeys(joined) if re.fullmatch(number, word)]
    tens = [word for word in words if word.endswith("ty")]
    digits = [word for word in words if re.fullmatch(number, f"{tens[0]}-{word}")]
    return tens, digits, [word for word in words if word not in tens and word not in digits]


def _letters(name: str, category: str) -> str:
    runs = _runs([letter for block in CASED for letter in block if unicodedata.category(chr(letter)) == category])
    wrapped = textwrap.wrap(", ".join(f"{{{first:#x},{last:#x},{step}}}" for first, last, step in runs), 118)
    return "\n".join([f"static const struct Letters {name}[] = {{", *(f"  {line}" for line in wrapped), "};"])


def _runs(letters: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Yield the first and the last of letters that follow one another, or stand at every other place, and how far apart they are."""
    at = 0
    while at < len(letters):
        first = last = letters[at]
        step = letters[at + 1] - first if at + 1 < len(letters) and letters[at + 1] - first <= MOST_APART else 1
        while at + 1 < len(letters) and letters[at + 1] == last + step:
            at += 1
            last = letters[at]
        at += 1
        yield first, last, step


def make_helix_highlights() -> str:
    """Return the highlight query with the captures that Helix's themes know."""
    query = HIGHLIGHTS.read_text("utf-8").replace("(text) @spell\n\n", "")
    query = re.sub(r"^;.*\n", "; Made by grammar.editors.make; not to be edited.\n", query, count=1)
    return re.sub(r"@([\w.]+)", lambda found: f"@{HELIX_CAPTURES.get(found[1], found[1])}", query)

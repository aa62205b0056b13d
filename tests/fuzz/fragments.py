"""Texts that nobody would write, made of pieces that the language means something by."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[2]

FRAGMENTS = (
    "PAGE ", "PAGES 2-3 ", "Page ", "PANEL ", "Panel 3a", "1", "12", "TWENTY", "twenty-one", "-", "–", " & ", "PANELS",
    "[", "]", "[[", "]]", "(", ")", "（", "）", "［", "］", "/*", "*/", "//", "\\", "\n", "\n\n", "\r", "\r\n", " \n",
    " ", "    ", "\t", "\u3000", "\u2028", "\x85", "\0", "\x01", "\ufeff", ":", "：", ",", "、", ".", "…", "!", "=", "#",
    ">", "~", "^", "@", "*", "**", "_", "{{", "}}", "{{x}}", "Title: ", "Reading: ", "CAST\n", "LOCATIONS\n", "PROPS",
    "STYLE\n", "ATTACHMENTS\n", "INCLUDE ", "DEFINE ", " = ", "INT. ", "EXT. PIER - NIGHT\n", "i/e ", ".X", "CUT TO:",
    "FADE OUT.", "CLIP ", "CLIP x [5s]", "from panel 1", "MARA", "MARA: ", "MARA (off): ", "mara (whisper)", "美咲：",
    "CAPTION: ", "SFX (loud): ", "ARTIST: ", "12:30", "http://x", "age: 3", "ref: a.png", "NELL / 1987", "wide", "inset 2",
    "a", "The rain.", "é", "e\u0301", "ß", "ſ", "²", "٣", "👩‍🚀",
    "\nPAGE 1\n\n", "\nPANEL 1\n", "\n\nCAST\n\nMARA: A pilot.\n\n", "\n\nMARA\nNo.\n\n",
)  # fmt: skip


def random_texts(chance: Random, count: int, longest: int = 40) -> Iterator[str]:
    """Yield so many texts of at most so many fragments."""
    for _ in range(count):
        yield "".join(chance.choices(FRAGMENTS, k=chance.randint(1, longest)))


def cut_texts(chance: Random, text: str, cuts: int) -> Iterator[str]:
    """Yield a text cut off behind each line, and without a random range of bytes, so often."""
    lines = text.splitlines(keepends=True)
    yield from ("".join(lines[:count]) for count in range(len(lines) + 1))
    raw = text.encode()
    for _ in range(cuts):
        start, end = sorted((chance.randint(0, len(raw)), chance.randint(0, len(raw))))
        yield (raw[:start] + raw[end:]).decode(errors="ignore")


def example_scripts() -> Sequence[Path]:
    """Return the scripts of all examples."""
    return sorted((ROOT / "examples").rglob("*.story"))

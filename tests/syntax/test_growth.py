"""No text takes longer than in proportion to its length."""

from time import process_time

import pytest

from storyc.syntax import parse
from storyc.text import Source

LENGTH = 60_000
LONGEST_S = 5
"""Many times what the slowest takes, and less than any would take if it looked at all others for each character."""

BEGINNINGS = (
    "",
    "PAGE 1\n\nPANEL 1\n",
    "PANEL 1 ",
    "PANEL 1 [",
    "CAST\n\n",
    "CAST\n\nA (",
    "Title: ",
    "MARA (",
    "CUT TO ",
)
REPEATED = (
    "(", "()", "[", "[[", "[[]]", "]]a", " ", "\n", "\n(", "\n[[\n\n", "/*", " /*", " /**/", "\\[[", "\0", "\0 ", "a", "a ",
    "A ", "a,", "1", "- ", "– 1", ":", "a:", "：", "=", "\nPANEL 1: x", "\nPAGE 1 (5 PANELS", "\n  a: b", "\n\nCAST\n",
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("beginning", BEGINNINGS, ids=ascii)
def test_hostile_texts(beginning: str) -> None:
    for piece in REPEATED:
        source = Source("a.story", beginning + piece * (LENGTH // len(piece)) + "x")
        started = process_time()
        parse(source)
        assert process_time() - started < LONGEST_S, piece

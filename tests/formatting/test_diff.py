"""A difference is a patch: applied to the script, it gives what formatting makes of it."""

from random import Random
from re import MULTILINE, findall

import pytest

from storyc.cli.revising.diff import unified_diff
from storyc.formatting import format_source
from storyc.text import Source
from tests.formatting.messy import make_messy
from tests.fuzz.fragments import example_scripts


def apply(patch: str, text: str) -> str:
    """Return a text after all hunks of a patch, each of which must fit where it says."""
    lines, after, at = findall(r"[^\n]*\n|[^\n]+", text), [], 0
    for start, count, body in findall(r"^@@ -(\d+)(?:,(\d+))? .*@@\n((?:[ +\\-].*\n)*)", patch, MULTILINE):
        begin = int(start) - (count != "0")
        after += lines[at:begin]
        hunk: list[str] = []
        for line in findall(r".*\n", body):
            if line[0] == "\\":
                hunk[-1] = hunk[-1].removesuffix("\n")
            else:
                hunk.append(line)
        old = [line[1:] for line in hunk if line[0] != "+"]
        assert old == lines[begin : begin + len(old)]
        after += [line[1:] for line in hunk if line[0] != "-"]
        at = begin + len(old)
    return "".join((*after, *lines[at:]))


@pytest.mark.parametrize("seed", range(30))
def test_a_difference_can_be_applied(seed: int) -> None:
    scripts = example_scripts()
    before = make_messy(scripts[seed % len(scripts)].read_text("utf-8"), Random(seed), 0.2)
    after = format_source(Source("a.story", before))
    assert apply("".join(unified_diff(before, after, "a.story")), before) == after


def test_nothing_changed_is_no_difference() -> None:
    assert not list(unified_diff("Rain.\n", "Rain.\n", "a.story"))

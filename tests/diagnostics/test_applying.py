"""Fixes are applied whole, in order, and never on top of each other."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyc.diagnostics import Diagnostic, Edit, Fix, Label, apply_fixes, codes
from storyc.text import Source, Span

TEXT = "0123456789"


def said(*edits: tuple[int, int, str], is_safe: bool = True, source: str = "a") -> Diagnostic:
    fix = Fix("mend it", tuple(Edit(source, Span(start, end), text) for start, end, text in edits), is_safe)
    return Diagnostic(codes.EMPTY_PANEL, "wrong", Label(source, Span(0, 0)), fixes=(fix,))


def mended(diagnostics: Sequence[Diagnostic], *, unsafe: bool = False) -> str:
    return apply_fixes({"a": Source("a", TEXT)}, diagnostics, unsafe=unsafe).texts.get("a", TEXT)


@pytest.mark.parametrize(
    ("diagnostics", "text"),
    [
        ([], TEXT),
        ([said((2, 4, "x"))], "01x456789"),
        ([said((8, 10, "")), said((0, 1, ""))], "1234567"),
        ([said((2, 6, "x")), said((4, 8, "y"))], "01x6789"),
        ([said((2, 4, "x")), said((4, 6, "y"))], "01xy6789"),
        ([said((4, 6, "y")), said((2, 4, "x"))], "01xy6789"),
        ([said((3, 3, "x")), said((3, 3, "y"))], "012x3456789"),
        ([said((2, 6, "x")), said((4, 4, "y"))], "01x6789"),
        ([said((4, 4, "y")), said((2, 6, "x"))], "0123y456789"),
        ([said((2, 6, "x")), said((6, 6, "y"))], "01xy6789"),
        ([said((0, 1, "x"), (8, 9, "y")), said((8, 10, "z"), (4, 5, "z"))], "x1234567y9"),
        ([said((0, 1, "x"), is_safe=False)], TEXT),
        ([said((0, 1, "0"))], TEXT),
    ],
)
def test_fixes_that_meet_wait(diagnostics: list[Diagnostic], text: str) -> None:
    assert mended(diagnostics) == text


def test_unsafe_fixes_have_to_be_asked_for_and_safe_ones_come_first() -> None:
    unsafe, safe = said((0, 1, "u"), is_safe=False).fixes[0], said((0, 1, "s")).fixes[0]
    both = Diagnostic(codes.EMPTY_PANEL, "wrong", Label("a", Span(0, 0)), fixes=(unsafe, safe))
    assert mended([both]) == mended([both], unsafe=True) == "s123456789"
    assert mended([said((0, 1, "u"), is_safe=False)], unsafe=True) == "u123456789"


def test_only_texts_that_change_are_returned() -> None:
    sources = {"a": Source("a", TEXT), "b": Source("b", TEXT)}
    result = apply_fixes(
        sources,
        [
            said((0, 10, ""), source="b"),
            said(
                (
                    0,
                    0,
                    "",
                )
            ),
        ],
    )
    assert result.texts == {"b": ""}


edits = st.tuples(st.integers(0, 10), st.integers(0, 10), st.text("xyz", max_size=2)).map(
    lambda edit: (min(edit[:2]), max(edit[:2]), edit[2])
)


@given(st.lists(edits.map(said), max_size=8))
def test_what_no_applied_fix_touches_stays(diagnostics: list[Diagnostic]) -> None:
    result = apply_fixes({"a": Source("a", TEXT)}, diagnostics)
    applied = sorted(
        (edit.span.start, edit.span.end, edit.text) for one in result.mended for edit in one.fixes[0].edits
    )
    assert all(one[1] <= other[0] for one, other in pairwise(applied))
    expected, done = "", 0
    for start, end, text in applied:
        expected += TEXT[done:start] + text
        done = end
    assert result.texts.get("a", TEXT) == expected + TEXT[done:]
    assert diagnostics[:1] == list(result.mended[:1])

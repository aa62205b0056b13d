from random import Random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from storyc.lsp.script import make_script
from tests.benchmarks import script_maker
from tests.fuzz.fragments import FRAGMENTS
from tests.lsp.edits import LINES, assert_read_as_a_whole, run

HEADINGS = (
    "\nPAGE 1\n\nPANEL 1\nx\n",
    "\nPages 2-3 [spread]\n",
    "\npage nine:\n",
    "\n PAGE 4\n",
    "\nPAGES turned slowly.\n",
)
texts = st.lists(st.sampled_from((*FRAGMENTS, *LINES, *HEADINGS)), max_size=30).map("".join)


@settings(max_examples=300, deadline=None)
@given(texts)
@example("a\nPAGE 1 /* \nPAGE 2\n*/ PAGE 3\nPAGE 4\n")
@example("\nPAGE 1\n[[ a\nPAGE 2\nb ]]\nPAGE 3\n")
@example("\nPAGE 1\n[[ a\n\nPAGE 2\nb ]]\nPAGE 3\n")
@example("\0\nPAGE 1\n\x01\nPAGE 2\n")
@example("[[ a\r\nb\nPAGE 1\nc ]]")
@example("\r\nPAGE 1\r\n[[\r\n\r\nPAGE 2\r\n")
def test_pieces_say_what_the_whole_says(text: str) -> None:
    assert_read_as_a_whole(make_script("a", text))


@settings(max_examples=200, deadline=None)
@given(texts, st.lists(st.tuples(st.integers(0, 400), st.integers(0, 60), texts), max_size=6))
def test_an_edited_script_is_read_as_one_that_was_never_edited(text: str, edits: list[tuple[int, int, str]]) -> None:
    script = make_script("a", text)
    for at, length, new in edits:
        start = min(at, len(script.text))
        script = script.edited(start, min(start + length, len(script.text)), new)
    assert_read_as_a_whole(script)


def test_a_sample_of_random_edits() -> None:
    run(120, seed=1)


def test_a_keystroke_reads_one_page() -> None:
    script = make_script("a", script_maker.make_script(20))
    at = script.text.index("PANEL 3", script.text.index("PAGE 9 ")) + 20
    edited = script.edited(at, at, "x")
    kept = [piece for piece in edited.pieces if any(piece is old for old in script.pieces)]
    assert len(edited.pieces) == len(script.pieces) == 21
    assert len(kept) == 20


def test_lines_and_offsets_agree() -> None:
    chance = Random(1)
    text = "".join(chance.choices((*FRAGMENTS, *HEADINGS), k=200))
    script = make_script("a", text)
    for offset in range(len(script.text) + 1):
        line, column = script.position(offset)
        assert script.line_span(line).start + column == offset


def test_half_a_character_is_replaced() -> None:
    assert make_script("a", "a\ud800").edited(2, 2, "\udc00").text == "a\ufffd\ufffd"

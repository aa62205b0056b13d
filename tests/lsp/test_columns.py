from hypothesis import given
from hypothesis import strategies as st

from storyc.lsp.columns import Encoding, characters, to_offset, to_place, units
from storyc.lsp.script import make_script

encodings = st.sampled_from(("utf-8", "utf-16", "utf-32"))
CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
texts = st.text(st.characters(codec="utf-8"))


@given(texts, encodings)
def test_units_are_those_of_the_encoding(text: str, encoding: Encoding) -> None:
    codec, width = CODECS[encoding]
    assert units(text, encoding) == len(text.encode(codec)) // width


@given(texts, st.integers(0, 200), encodings)
def test_there_and_back(text: str, at: int, encoding: Encoding) -> None:
    wanted = min(at, len(text))
    assert characters(text, units(text[:wanted], encoding), encoding) == wanted


@given(texts, st.integers(0, 200), encodings)
def test_every_offset_of_a_script_has_a_place_of_its_own(text: str, at: int, encoding: Encoding) -> None:
    script = make_script("a", text)
    offset = min(at, len(script.text))
    line, column = to_place(script, offset, encoding)
    is_in_line_end = script.text[offset - 1 : offset + 1] == "\r\n"
    assert is_in_line_end or to_offset(script, (line, column), encoding) == offset


@given(texts, st.integers(-3, 300), st.integers(-3, 300), encodings)
def test_every_place_is_somewhere(text: str, line: int, column: int, encoding: Encoding) -> None:
    script = make_script("a", text)
    assert 0 <= to_offset(script, (line, column), encoding) <= len(script.text)

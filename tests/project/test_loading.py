import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyc.errors import FileError
from storyc.project import MAX_SOURCE_BYTES, Loaded, check_sources, load
from storyc.text import MemoryFiles


def loaded(**contents: bytes) -> Loaded:
    return load("main.story", MemoryFiles({f"{name}.story": content for name, content in contents.items()}))


def test_the_main_document_comes_first_and_each_is_read_once() -> None:
    found = loaded(main=b"INCLUDE b\nINCLUDE a\nINCLUDE b\n", a=b"INCLUDE b\nINCLUDE main\n", b=b"", c=b"")
    assert list(found.documents) == ["main.story", "b.story", "a.story"]
    assert list(found.sources) == list(found.documents)


def test_a_missing_include_is_not_the_loaders_business() -> None:
    assert not loaded(main=b"INCLUDE nowhere\nINCLUDE ../outside\n").diagnostics


def test_without_the_main_script_there_is_no_story() -> None:
    with pytest.raises(FileError, match="cannot read main"):
        load("main.story", MemoryFiles({}))


def test_a_text_that_is_given_stands_for_the_script() -> None:
    found = load("main.story", MemoryFiles({"main.story": b"old", "a.story": b""}), b"INCLUDE a\n")
    assert found.sources["main.story"].text == "INCLUDE a\n"
    assert "a.story" in found.documents


def test_an_empty_text_that_is_given_is_not_the_file() -> None:
    assert load("main.story", MemoryFiles({"main.story": b"old"}), b"").sources["main.story"].text == ""


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_wide_texts_are_read_and_reported_once(encoding: str) -> None:
    found = loaded(main="PAGE 1\n\nPANEL 1\nRain.\n".encode(encoding))
    assert found.sources["main.story"].text == "PAGE 1\n\nPANEL 1\nRain.\n"
    assert [said.message for said in found.diagnostics] == ["this file is UTF-16"]


def test_what_is_no_text_is_all_there_is_to_say() -> None:
    checked = check_sources("main.story", MemoryFiles({"main.story": bytes(range(256)) * 20}), {})
    assert [said.message for said in checked.diagnostics] == ["this file is no text"]
    assert checked.program is None


def test_what_is_too_long_is_all_there_is_to_say() -> None:
    checked = check_sources("main.story", MemoryFiles({"main.story": b"x" * (MAX_SOURCE_BYTES + 1)}), {})
    assert [said.message for said in checked.diagnostics] == ["this file has 64 MiB and is no script"]


@given(st.binary(max_size=200))
def test_any_bytes_are_read(content: bytes) -> None:
    found = loaded(main=content)
    for said in found.diagnostics:
        assert 0 <= said.primary.span.start <= said.primary.span.end <= len(found.sources["main.story"].text)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60))
def test_utf_8_is_read_as_it_is(text: str) -> None:
    found = loaded(main=text.encode())
    assert found.sources["main.story"].text == text.removeprefix("\ufeff")
    assert "wrong-encoding" not in [said.code.name for said in found.diagnostics]

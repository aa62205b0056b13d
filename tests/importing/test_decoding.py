import pytest

from storyc.errors import FileError, UsageError
from storyc.importing import decode

JAPANESE = "１ページ\n\n１コマ\n夕暮れの商店街。提灯が灯りはじめる。\n\n美咲：……重い。なんで動いてるの？\n"
FRENCH = "PAGE UN\n\nCase 1\nL’été. Une fenêtre s’ouvre — là-bas.\n\nÉLOÏSE : « Où vas-tu ? »\n"


@pytest.mark.parametrize(
    ("text", "saved_as", "seen_as"),
    [
        (JAPANESE, "utf-8", "utf-8"),
        (JAPANESE, "utf-8-sig", "utf-8"),
        (JAPANESE, "utf-16", "utf-16-le"),
        (FRENCH, "utf-16-le", "utf-16-le"),
        (FRENCH, "utf-16-be", "utf-16-be"),
        (FRENCH, "utf-32", "utf-32-le"),
        (JAPANESE, "cp932", "cp932"),
        (JAPANESE, "euc-jp", "euc-jp"),
        (FRENCH, "cp1252", "cp1252"),
        ("", "utf-8", "utf-8"),
        ("PAGE 1", "ascii", "utf-8"),
    ],
)
def test_what_scripts_are_saved_as(text: str, saved_as: str, seen_as: str) -> None:
    decoded = decode(text.encode(saved_as))
    assert (decoded.text, decoded.encoding) == (text, seen_as)


def test_one_broken_letter_does_not_spoil_a_file() -> None:
    decoded = decode(JAPANESE.encode() + b"\xe3\x81")
    assert decoded.text.startswith(JAPANESE)
    assert (decoded.encoding, decoded.is_guessed) == ("utf-8", True)


def test_any_bytes_but_zeros_are_some_text() -> None:
    assert decode(bytes(range(1, 256))).encoding == "latin-1"


def test_a_long_japanese_file_is_cut_anywhere_to_look_at() -> None:
    assert decode((JAPANESE * 3000 + "a").encode("cp932")).encoding == "cp932"
    assert decode(("a" + JAPANESE * 3000).encode("cp932")).encoding == "cp932"


def test_an_encoding_may_be_named() -> None:
    assert decode("Страница 1".encode("cp1251"), "cp1251").text == "Страница 1"
    assert decode(b"\xef\xbb\xbfPAGE 1", "utf-8").text == "PAGE 1"


@pytest.mark.parametrize("encoding", ["klingon", "hex", "rot13", "ascii", "a\0b"])
def test_an_encoding_that_cannot_be(encoding: str) -> None:
    with pytest.raises(UsageError):
        decode(FRENCH.encode(), encoding)


def test_a_picture_is_no_text() -> None:
    with pytest.raises(FileError, match="no text"):
        decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")

from io import BytesIO
from zipfile import ZipFile

import pytest

from storyc.errors import FileError, UsageError
from storyc.importing import decode

JAPANESE = "１ページ\n\n１コマ\n夕暮れの商店街。提灯が灯りはじめる。\n\n美咲：……重い。なんで動いてるの？\n"
FRENCH = "PAGE UN\n\nCase 1\nL’été. Une fenêtre s’ouvre — là-bas.\n\nÉLOÏSE : « Où vas-tu ? »\n"
ENGLISH = "PAGE ONE\n\nPanel 1\nIt’s raining – a café, a naïve waiter.\n\nMARA: “Don’t.”\n"


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
        (JAPANESE, "iso2022_jp", "iso2022_jp"),
        (ENGLISH, "mac_roman", "mac_roman"),
        (ENGLISH.replace("\n", "\r"), "mac_roman", "mac_roman"),
        (ENGLISH, "cp1252", "cp1252"),
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


def archive(*names: str) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w") as packed:
        for name in names:
            packed.writestr(name, "mimetype" if name else "")
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "what", "advice"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture", "painted"),
        (rb"{\rtf1\ansi PAGE ONE\par}", "a Rich Text document", "plain text"),
        (archive("[Content_Types].xml", "word/document.xml"), "a Word document", "plain text"),
        (archive("Script.textbundle/text.md"), "a Highland document", "Fountain"),
        (archive("document.xml"), "a Fade In", "Fountain"),
        (archive("script.txt"), "an archive", "unpack"),
        (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument file", "plain text"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(99), "an old Office", "plain text"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF", "pdftotext"),
        (b'<?xml version="1.0"?>\n<FinalDraft Version="5">', "a Final Draft document", "Fountain"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html><p>PAGE ONE", "a web page", "browser"),
        (b'<?xml version="1.0"?><a/>', "an XML file", "Fountain"),
    ],
)
def test_a_file_that_is_no_text_is_told_what_it_is(content: bytes, what: str, advice: str) -> None:
    for encoding in (None, "latin-1"):
        with pytest.raises(FileError, match=what) as caught:
            decode(content, encoding)
        assert advice in str(caught.value.hint)


def test_bytes_that_nobody_knows_are_no_text() -> None:
    with pytest.raises(FileError, match="no text"):
        decode(b"PAGE 1\n\0\x01\x02")


@pytest.mark.parametrize("text", ["<Mara> Hello.", "Pack my box.", "{rain}", "GIF animation on a screen."])
def test_what_only_begins_strangely_is_text(text: str) -> None:
    assert decode(text.encode()).text == text

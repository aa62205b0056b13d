"""Bytes to text: the encodings that scripts really come in.

The standard library knows the codecs; what is missing is only which one. A mark at the start or valid UTF-8 settles it for
nearly every file. What remains is what word processors of the last century saved: Shift-JIS, which is known by its kana, the Roman
letters of old Macintoshes, which put capitals inside words when they are read as anything else, and Windows' code page for Western
Europe, in which any bytes make sense. A statistical detector would guess between dozens of
encodings on a few hundred bytes, and be wrong more often than a writer who names the encoding.
"""

import codecs
import re

from msgspec import Struct

from storyc.errors import FileError, UsageError

from .foreign import find_foreign

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KANA = re.compile("[\u3041-\u30ff]")
_BEYOND_ASCII = re.compile("[^\0-\x7f]")
_SAMPLE_BYTES = 65536
_JAPANESE_MAIL = re.compile(rb"\x1b\$[@B]")
"""The beginning of kanji in ISO-2022-JP, whose bytes are all ASCII."""
_ODD = re.compile("[a-z][À-ÖØ-ÞŒŠŽŸƒ‡†ˆ‰‹˜ªº∏∑√∫Ω≈∆ıˇ˛˝][a-z]")
"""What nobody writes inside a word."""
_LEAST_KANA = 0.2
"""Of the characters beyond ASCII; Japanese prose has twice that, and accented letters that are read as Japanese have none."""


class Decoded(Struct, frozen=True, gc=False):
    """A text, and how it was read."""

    text: str
    """Without a byte order mark."""
    encoding: str
    is_guessed: bool = False


def decode(content: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of a file, in a named encoding or in the one that it seems to have.

    Raises: UsageError for an encoding that Python does not know or that the file is not in; FileError if it is no text.
    """
    if (foreign := find_foreign(content)) is not None:
        raise FileError(f"this is {foreign.what}, not a text file", hint=foreign.advice)
    if encoding is not None:
        return _decode_as(content, encoding)
    for mark, marked in _MARKS:
        if content.startswith(mark):
            return Decoded(content[len(mark) :].decode(marked, errors="replace"), marked)
    if wide := _wide_encoding(content):
        return Decoded(content.decode(wide, errors="replace"), wide, is_guessed=True)
    if b"\0" in content:
        raise FileError("this file is no text", hint="save the script as plain text, in UTF-8")
    if _JAPANESE_MAIL.search(content):
        return Decoded(content.decode("iso2022_jp", errors="replace"), "iso2022_jp", is_guessed=True)
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _decode_old(content)


def _decode_as(content: bytes, encoding: str) -> Decoded:
    try:
        text = content.decode(encoding)
    except LookupError:
        raise UsageError(f"there is no encoding `{encoding}`", hint="write for example cp1251 or euc-jp") from None
    except ValueError as problem:
        raise UsageError(f"this file is not in {encoding}: {problem}", hint="leave out --encoding") from problem
    return Decoded(text.removeprefix("\ufeff"), encoding)


def _wide_encoding(content: bytes) -> str | None:
    """Return which UTF-16 has zeros where these bytes have them: in every other place, for nearly every letter."""
    start = content[:4096]
    for encoding, zeros, others in (("utf-16-le", start[1::2], start[::2]), ("utf-16-be", start[::2], start[1::2])):
        if 2 * zeros.count(0) > len(zeros) and not others.count(0):
            return encoding
    return None


def _decode_old(content: bytes) -> Decoded:
    """Return a text that is not UTF-8, or not quite."""
    mended = content.decode("utf-8", errors="replace")
    broken = mended.count("\ufffd")
    if len(_BEYOND_ASCII.findall(mended)) - broken > 4 * broken:
        return Decoded(mended, "utf-8", is_guessed=True)
    for encoding in ("cp932", "euc-jp"):
        if _is_japanese(content[:_SAMPLE_BYTES], encoding):
            return Decoded(content.decode(encoding, errors="replace"), encoding, is_guessed=True)
    if _is_macintosh(content):
        return Decoded(content.decode("mac_roman"), "mac_roman", is_guessed=True)
    try:
        return Decoded(content.decode("cp1252"), "cp1252", is_guessed=True)
    except UnicodeDecodeError:  # five bytes mean nothing there
        return Decoded(content.decode("latin-1"), "latin-1", is_guessed=True)


def _is_macintosh(content: bytes) -> bool:
    """Return whether a text ends its lines as old Macintoshes did, or makes more sense in their letters than in Windows'."""
    if b"\r" in content and b"\n" not in content:
        return True
    sample = content[:_SAMPLE_BYTES]
    odd = [len(_ODD.findall(sample.decode(encoding, errors="replace"))) for encoding in ("mac_roman", "cp1252")]
    return odd[0] < odd[1]


def _is_japanese(sample: bytes, encoding: str) -> bool:
    try:
        # the sample may end inside a character
        text = codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeDecodeError:
        return False
    foreign = _BEYOND_ASCII.findall(text)
    return bool(foreign) and len(_KANA.findall(text)) >= _LEAST_KANA * len(foreign)

"""Files that look like scripts in a folder and are none to a reader of text: what word processors and writing programs save."""

from collections.abc import Sequence

from msgspec import Struct

_FIRST_BYTES = 1024


class Foreign(Struct, frozen=True, gc=False):
    """A kind of file that is no plain text."""

    what: str
    """With its article: `a Word document (.docx)`."""
    advice: str
    """How to get the words out of it."""


_AS_TEXT = "open it in a word processor, save it as plain text (.txt) in UTF-8, and import that"
_AS_FOUNTAIN = "export it as Fountain or as plain text from the program that made it, and import that"
_UNPACK = "unpack it, and import the script that is in it"
_NO_WORDS = "its letters are painted; import the script that it was made of"

_IN_ARCHIVES: Sequence[tuple[bytes, Foreign]] = (
    (b"word/document.xml", Foreign("a Word document (.docx)", _AS_TEXT)),
    (b"application/vnd.oasis.opendocument", Foreign("an OpenDocument file (.odt)", _AS_TEXT)),
    (b"application/epub+zip", Foreign("an e-book (.epub)", _AS_TEXT)),
    (b"Index/Document.iwa", Foreign("a Pages document (.pages)", _AS_TEXT)),
    (b".textbundle/", Foreign("a Highland document", _AS_FOUNTAIN)),
    (b"document.xml", Foreign("a Fade In or Open Screenplay document", _AS_FOUNTAIN)),
)
"""Names and types are not compressed in an archive, so they can be seen without unpacking it."""
_MARKS: Sequence[tuple[bytes, Foreign]] = (
    (rb"{\rtf", Foreign("a Rich Text document (.rtf)", _AS_TEXT)),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Foreign("a document of an old Office (.doc)", _AS_TEXT)),
    (
        b"%PDF-",
        Foreign("a PDF", "import the file that it was made of, or the text that `pdftotext -layout` gets out of it"),
    ),
    (b"\x1f\x8b", Foreign("a compressed file", _UNPACK)),
    (b"\x89PNG", Foreign("a picture", _NO_WORDS)),
    (b"\xff\xd8\xff", Foreign("a picture", _NO_WORDS)),
    (b"GIF8", Foreign("a picture", _NO_WORDS)),
    (b"RIFF", Foreign("a picture or a sound", _NO_WORDS)),
)
_ARCHIVE = b"PK\x03\x04"
_MARKUP: Sequence[tuple[bytes, Foreign]] = (
    (b"<finaldraft", Foreign("a Final Draft document (.fdx)", _AS_FOUNTAIN)),
    (b"<html", Foreign("a web page", "copy the words out of a browser into a text file, and import that")),
    (b"<!doctype html", Foreign("a web page", "copy the words out of a browser into a text file, and import that")),
    (b"<?xml", Foreign("an XML file", _AS_FOUNTAIN)),
)
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def find_foreign(content: bytes) -> Foreign | None:
    """Return what kind of file this is if it is known to be no plain text."""
    if content.startswith(_ARCHIVE):
        return next((kind for mark, kind in _IN_ARCHIVES if mark in content), Foreign("an archive (.zip)", _UNPACK))
    for mark, kind in _MARKS:
        if content.startswith(mark):
            return kind
    start = content[:_FIRST_BYTES].removeprefix(_BYTE_ORDER_MARK).lstrip().lower()
    return next((kind for mark, kind in _MARKUP if mark in start), None) if start.startswith(b"<") else None

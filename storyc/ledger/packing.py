"""How a ledger keeps its texts: deflated, with the words that every state consists of known beforehand.

The words are part of the file's format: change one, and no older ledger can be read.
"""

from typing import Final
from zlib import compressobj, decompressobj
from zlib import error as ZlibError  # noqa: N812 - an exception that is named like a function

_WORDS: Final = (
    b'{"operation":"continue"{"operation":"redraw"{"operation":"video"}{"operation":"create","terms":"","changes":"","shown":['
    b'{"page":1,"panel":0,"content":"{"page":0,"panel":0,"content":""},{"page":0,"panel":1,"content":""},{"page":0,"panel":2,'
    b'{"type":"abandoned","reason":"{"type":"in-doubt","reason":"a build ended before the answer came{"type":"failed","reason":"'
    b'{"type":"planned"}{"type":"intended","price_credits":600,"at_s":18{"type":"submitted","generation_id":"","price_credits":600'
    b',"at_s":18{"type":"succeeded","generation_id":"","price_credits":150,"assets":[{"page":0,"panel":0,"url":"https://"},'
    b'{"page":0,"panel":1,"url":"https://"}]}{"type":"downloaded","generation_id":"","price_credits":600,"assets":[{"page":0,'
    b'"panel":0,"url":"https://.webp","sha256":"","width_px":768,"height_px":1024,"media_type":"image/webp"},{"page":0,"panel":1,'
)


def pack(text: bytes) -> bytes:
    """Return a text in its short form, which carries a checksum."""
    packer = compressobj(9, zdict=_WORDS)
    return packer.compress(text) + packer.flush()


def unpack(content: bytes) -> bytes:
    """Return the text that `pack` made short. Raises: zlib.error for anything that it did not make."""
    unpacker = decompressobj(zdict=_WORDS)
    text = unpacker.decompress(content) + unpacker.flush()
    if not unpacker.eof:
        raise ZlibError("cut short")
    return text

"""Pictures as a WebM film that browsers play, without a film encoder.

A lossy WebP file is one key frame of the VP8 codec in a wrapping of its own, and WebM is another wrapping for such frames. So the encoder
that Pillow ships makes real VP8 film, every frame a key frame; what it cannot do is spend fewer bytes on a frame like the one before.
Equal pictures give equal bytes: the file holds no date and no random number.
"""

from collections.abc import Sequence
from enum import IntEnum
from io import BytesIO
from struct import pack
from typing import Final

from PIL import Image

_QUALITY: Final = 70
_METHOD: Final = 0
"""The fastest way of libwebp; slower ones save a fifth of the bytes."""
_MADE_BY: Final = b"storyc sim"
_MS_NS: Final = 1_000_000
_TRACK: Final = 1
_KEY_FRAME: Final = b"\x80"


class _Id(IntEnum):
    """Elements of Matroska, with the bytes of their marker bits."""

    EBML = 0x1A45DFA3
    EBML_VERSION = 0x4286
    EBML_READ_VERSION = 0x42F7
    DOC_TYPE = 0x4282
    DOC_TYPE_VERSION = 0x4287
    DOC_TYPE_READ_VERSION = 0x4285
    SEGMENT = 0x18538067
    INFO = 0x1549A966
    TICK_NS = 0x2AD7B1
    DURATION_TICKS = 0x4489
    MUXER = 0x4D80
    WRITER = 0x5741
    TRACKS = 0x1654AE6B
    TRACK = 0xAE
    TRACK_NUMBER = 0xD7
    TRACK_UID = 0x73C5
    TRACK_TYPE = 0x83
    HAS_LACES = 0x9C
    CODEC = 0x86
    FRAME_NS = 0x23E383
    VIDEO = 0xE0
    WIDTH_PX = 0xB0
    HEIGHT_PX = 0xBA
    COLOUR = 0x55B0
    COLOUR_MATRIX = 0x55B1
    COLOUR_RANGE = 0x55B9
    CUES = 0x1C53BB6B
    CUE = 0xBB
    CUE_TIME = 0xB3
    CUE_PLACES = 0xB7
    CUE_TRACK = 0xF7
    CUE_CLUSTER_AT = 0xF1
    CLUSTER = 0x1F43B675
    CLUSTER_TIME = 0xE7
    BLOCK = 0xA3


def make_webm(pictures: Sequence[Image.Image], duration_ms: int) -> bytes:
    """Return a film of one or more pictures of one size, each shown for its equal share of the duration."""
    share_ms = duration_ms / len(pictures)
    starts_ms = [round(place * share_ms) for place in range(len(pictures))]
    clusters = [_cluster(start_ms, _vp8(picture)) for start_ms, picture in zip(starts_ms, pictures, strict=True)]
    front = _info(duration_ms) + _tracks(pictures[0].size, round(share_ms * _MS_NS))
    return _head() + _element(_Id.SEGMENT, front, _cues(len(front), starts_ms, clusters), *clusters)


def _head() -> bytes:
    return _element(
        _Id.EBML,
        _number(_Id.EBML_VERSION, 1),
        _number(_Id.EBML_READ_VERSION, 1),
        _element(_Id.DOC_TYPE, b"webm"),
        _number(_Id.DOC_TYPE_VERSION, 4),
        _number(_Id.DOC_TYPE_READ_VERSION, 2),
    )


def _info(duration_ms: int) -> bytes:
    return _element(
        _Id.INFO,
        _number(_Id.TICK_NS, _MS_NS),
        _element(_Id.DURATION_TICKS, pack(">d", duration_ms)),
        _element(_Id.MUXER, _MADE_BY),
        _element(_Id.WRITER, _MADE_BY),
    )


def _tracks(size: tuple[int, int], share_ns: int) -> bytes:
    width_px, height_px = size
    # libwebp always writes BT.601 with headroom; without a word, players guess by the size of the picture
    colour = _element(_Id.COLOUR, _number(_Id.COLOUR_MATRIX, 6), _number(_Id.COLOUR_RANGE, 1))
    track = _element(
        _Id.TRACK,
        _number(_Id.TRACK_NUMBER, _TRACK),
        _number(_Id.TRACK_UID, 1),
        _number(_Id.TRACK_TYPE, 1),
        _number(_Id.HAS_LACES, 0),
        _element(_Id.CODEC, b"V_VP8"),
        _number(_Id.FRAME_NS, share_ns),
        _element(_Id.VIDEO, _number(_Id.WIDTH_PX, width_px), _number(_Id.HEIGHT_PX, height_px), colour),
    )
    return _element(_Id.TRACKS, track)


def _cues(front_bytes: int, starts_ms: Sequence[int], clusters: Sequence[bytes]) -> bytes:
    """Return the index that lets a player jump; it stands before the clusters, so it must know its own length."""

    def written(at: int) -> bytes:
        cues = []
        for start_ms, cluster in zip(starts_ms, clusters, strict=True):
            places = _element(_Id.CUE_PLACES, _number(_Id.CUE_TRACK, _TRACK), _number(_Id.CUE_CLUSTER_AT, at))
            cues.append(_element(_Id.CUE, _number(_Id.CUE_TIME, start_ms), places))
            at += len(cluster)
        return _element(_Id.CUES, *cues)

    return written(front_bytes + len(written(0)))


def _cluster(start_ms: int, frame: bytes) -> bytes:
    block = bytes([0x80 | _TRACK, 0, 0]) + _KEY_FRAME + frame
    return _element(_Id.CLUSTER, _number(_Id.CLUSTER_TIME, start_ms), _element(_Id.BLOCK, block))


def _element(identity: _Id, *parts: bytes) -> bytes:
    """Return an element whose length takes four bytes however small it is, so that it can be known beforehand."""
    content = b"".join(parts)
    marker = identity.to_bytes((identity.bit_length() + 7) // 8)
    return marker + pack(">I", 0x10000000 | len(content)) + content


def _number(identity: _Id, number: int) -> bytes:
    return _element(identity, pack(">Q", number))


def _vp8(picture: Image.Image) -> bytes:
    """Return the frame inside a picture's WebP file."""
    written = BytesIO()
    picture.save(written, "WEBP", quality=_QUALITY, method=_METHOD)
    content = written.getvalue()
    assert content[12:16] == b"VP8 ", "a lossy picture without a profile is one chunk"
    return content[20 : 20 + int.from_bytes(content[16:20], "little")]

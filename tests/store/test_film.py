"""Films are known by their containers, and let in only whole."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyc.store import CorruptAssetError, Look, read_look

EBML, DOC_TYPE, SEGMENT = "1a45dfa3", "4282", "18538067"
TRACKS, TRACK, VIDEO, WIDTH, HEIGHT, CLUSTER, BLOCK = "1654ae6b", "ae", "e0", "b0", "ba", "1f43b675", "a3"


def element(name: str, *parts: bytes) -> bytes:
    content = b"".join(parts)
    return bytes.fromhex(name) + (0x10000000 | len(content)).to_bytes(4) + content


def left_open(name: str, *parts: bytes) -> bytes:
    return bytes.fromhex(name) + b"\x01" + b"\xff" * 7 + b"".join(parts)


def head(doc_type: bytes = b"webm") -> bytes:
    return element(EBML, element(DOC_TYPE, doc_type))


def track(width_px: int, height_px: int) -> bytes:
    sides = element(WIDTH, width_px.to_bytes(2)), element(HEIGHT, height_px.to_bytes(2))
    return element(TRACK, element(VIDEO, *sides))


CLUSTERS = element(CLUSTER, element(BLOCK, bytes(300))) * 2
WEBM = head() + element(SEGMENT, element(TRACKS, track(160, 90), track(640, 360)), CLUSTERS)


def test_a_webm_film_shows_its_largest_track() -> None:
    assert read_look(WEBM) == Look(640, 360, "video/webm")


def test_lengths_may_be_left_open_by_what_was_written_live() -> None:
    tracks, block = element(TRACKS, track(640, 360)), element(BLOCK, bytes(300))
    live = head() + left_open(SEGMENT, tracks, element(CLUSTER, block), left_open(CLUSTER, block, block))
    assert read_look(live) == Look(640, 360, "video/webm")


@pytest.mark.parametrize(
    "content",
    [
        head(b"matroska") + WEBM[len(head()) :],
        head() + element(SEGMENT, element(TRACKS, track(640, 360))),
        head() + element(SEGMENT, element(TRACKS, element(TRACK)), CLUSTERS),
        head() + element(SEGMENT, element(TRACKS, track(0, 360)), CLUSTERS),
        head() + element(TRACKS, track(640, 360)),
        head(),
        WEBM + b"\0",
    ],
    ids=["another Matroska", "no pictures", "only sound", "no width", "no segment", "only a head", "something after"],
)
def test_what_browsers_could_not_play_stays_out(content: bytes) -> None:
    with pytest.raises(CorruptAssetError):
        read_look(content)


@given(st.integers(min_value=0))
def test_no_film_that_was_cut_short_gets_in(cut: int) -> None:
    with pytest.raises(CorruptAssetError):
        read_look(WEBM[: cut % len(WEBM)])


@settings(max_examples=200)
@given(st.binary(max_size=100), st.integers(min_value=0, max_value=len(WEBM)))
def test_no_bytes_break_the_reader(noise: bytes, place: int) -> None:
    content = WEBM[:place] + noise + WEBM[place + len(noise) :]
    try:
        look = read_look(content)
    except CorruptAssetError:
        return
    assert look.media_type == "video/webm"

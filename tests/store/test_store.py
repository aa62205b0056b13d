import os
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from struct import pack

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from storyc.disk import unwritable, write_atomically
from storyc.errors import FileError
from storyc.store import AssetStore, CorruptAssetError, Look, read_look


def picture(kind: str = "WEBP", size: tuple[int, int] = (64, 48), frames: int = 1) -> bytes:
    content = BytesIO()
    pictures = [Image.linear_gradient("L").resize(size).rotate(40 * turn).convert("RGB") for turn in range(frames)]
    pictures[0].save(content, kind, **({"save_all": True, "append_images": pictures[1:]} if frames > 1 else {}))
    return content.getvalue()


def box(kind: bytes, content: bytes) -> bytes:
    return pack(">I4s", len(content) + 8, kind) + content


def film(width_px: int = 640, height_px: int = 360) -> bytes:
    track = box(b"tkhd", bytes(76) + pack(">II", width_px << 16, height_px << 16))
    return (
        box(b"ftyp", b"isom\0\0\2\0isom")
        + box(b"moov", box(b"mvhd", bytes(100)) + box(b"trak", track))
        + box(b"mdat", bytes(500))
    )


@pytest.mark.parametrize(
    ("kind", "media_type"), [("WEBP", "image/webp"), ("PNG", "image/png"), ("JPEG", "image/jpeg"), ("GIF", "image/gif")]
)
def test_a_picture_is_kept_under_its_digest(kind: str, media_type: str, tmp_path: Path) -> None:
    store, content = AssetStore(tmp_path / "store"), picture(kind)
    assert not store.has_anything()
    kept = store.keep(content)
    assert kept.sha256 == sha256(content).hexdigest()
    assert kept.look == Look(64, 48, media_type)
    assert store.has(kept.sha256)
    assert store.has_anything()
    assert store.read_bytes(kept.sha256) == content
    assert store.keep(content) == kept
    assert [path.name for path in (tmp_path / "store").rglob("*") if path.is_file()] == [kept.sha256[2:]]
    assert list(store.verify()) == []


def test_films_are_known_by_their_boxes() -> None:
    assert read_look(film()) == Look(640, 360, "video/mp4")
    assert read_look(picture(frames=3)) == Look(64, 48, "image/webp")


def test_a_short_file_that_would_take_hours_to_decode_does_not_get_in() -> None:
    pictures = [Image.new("P", (6000, 6000), number % 2) for number in range(8)]
    content = BytesIO()
    pictures[0].save(content, "GIF", save_all=True, append_images=pictures[1:])
    assert len(content.getvalue()) < 500_000
    with pytest.raises(CorruptAssetError, match="too large: 6000x6000 pixels, frames: 8"):
        read_look(content.getvalue())


@settings(deadline=None)
@given(st.integers(min_value=0))
@example(236)
def test_no_film_that_was_cut_short_gets_in(cut: int) -> None:
    whole = film()
    with pytest.raises(CorruptAssetError):
        read_look(whole[: cut % len(whole)])


@pytest.mark.parametrize("kind", ["WEBP", "PNG", "JPEG"])
@pytest.mark.parametrize("share", [0.0, 0.02, 0.3, 0.9])
def test_no_picture_that_was_cut_short_gets_in(kind: str, share: float, tmp_path: Path) -> None:
    content = picture(kind, (256, 256))
    store = AssetStore(tmp_path / "store")
    with pytest.raises(CorruptAssetError):
        store.keep(content[: int(len(content) * share)])
    assert not store.has_anything()


@settings(deadline=None)
@given(
    st.binary(max_size=300)
    | st.binary(max_size=300).map(lambda tail: b"RIFF\x24\0\0\0WEBPVP8 " + tail)
    | st.binary(max_size=300).map(lambda tail: b"\x89PNG\r\n\x1a\n" + tail)
)
def test_any_bytes_are_art_or_refused(content: bytes) -> None:
    with pytest.raises(CorruptAssetError):
        read_look(content)


@pytest.mark.parametrize(
    "content", [b"<html>403</html>", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7", b"MZ"]
)
def test_other_files_do_not_get_in(content: bytes) -> None:
    with pytest.raises(CorruptAssetError):
        read_look(content)


def test_a_picture_as_large_as_a_wall_does_not_get_in() -> None:
    content = BytesIO()
    Image.new("1", (9000, 9000)).save(content, "PNG")
    with pytest.raises(CorruptAssetError):
        read_look(content.getvalue())


def test_damage_is_found(tmp_path: Path) -> None:
    store = AssetStore(tmp_path / "store")
    good, changed = store.keep(picture()), store.keep(picture("PNG"))
    store.path(changed.sha256).write_bytes(picture("GIF"))
    empty = store.path("ab" + "0" * 62)
    empty.parent.mkdir(exist_ok=True)
    empty.write_bytes(b"")
    assert {damage.path for damage in store.verify()} == {store.path(changed.sha256), empty}
    assert not store.has("ab" + "0" * 62)
    assert store.read_bytes(good.sha256)
    with pytest.raises(FileError):
        store.read_bytes(changed.sha256)
    with pytest.raises(FileError):
        store.read_bytes("cd" + "0" * 62)


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "file"
    write_atomically(path, b"old")
    write_atomically(path, b"new", is_durable=False)
    assert path.read_bytes() == b"new"
    assert [entry.name for entry in path.parent.iterdir()] == ["file"]
    blocked = tmp_path / "folder"
    blocked.mkdir()
    with pytest.raises(FileError):
        write_atomically(blocked, b"x")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["deep", "folder"]
    with pytest.raises(FileError):
        write_atomically(path / "below", b"x")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_a_full_disk_is_called_so(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space") as caught, Path("/dev/full").open("wb", buffering=0) as file:
        os.write(file.fileno(), b"x")
    assert "disk is full" in unwritable(tmp_path, caught.value).message

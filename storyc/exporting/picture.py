"""Pictures: art decoded, places that wait for it, and files made of both."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from storyc.errors import FileError
from storyc.wording import page_number

from .book import Book, Frame
from .options import Picture
from .overlay import letters_over

WHITE: Final = (255, 255, 255)
_PALE: Final = (243, 243, 240)
_GREY: Final = (120, 120, 116)
_FORMATS: Final = ("WEBP", "PNG", "JPEG", "GIF")
MEDIA_ENDINGS: Final = {"image/webp": "webp", "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif"}
ENDINGS: Final = {"webp": "webp", "png": "png", "jpeg": "jpg"}
_LONGEST_PX: Final = {"webp": 16_383, "png": 2**31 - 1, "jpeg": 65_500}


@contextmanager
def _opened(content: bytes, path: str) -> Iterator[Image.Image]:
    """Give a picture without transparency, on white. Raises: FileError if it does not decode."""
    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as picture:
            picture.load()
            if picture.has_transparency_data:
                flat = Image.new("RGB", picture.size, WHITE)
                clear = picture.convert("RGBA")
                flat.paste(clear, mask=clear)
                yield flat
            else:
                yield picture.convert("RGB")
    except (OSError, ValueError, Image.DecompressionBombError) as problem:
        raise FileError(f"the art {path} cannot be decoded: {problem}") from problem


def picture_of(book: Book, frame: Frame, size_px: tuple[int, int] | None = None) -> Image.Image:
    """Return the picture of a panel in a size or in its own, or a frame that says that there is none yet.

    Lettering that is laid over the art is in it. Raises: FileError, UsageError.
    """
    width_px, height_px = size_px or (frame.width_px, frame.height_px)
    size = (max(1, width_px), max(1, height_px))
    if frame.art is None:
        return _placeholder(frame, size)
    with _opened(book.read_art(frame.art), frame.art.path) as decoded:
        picture = decoded if decoded.size == size else decoded.resize(size, Image.Resampling.LANCZOS)
    letters = letters_over(book, frame, *size) if book.is_overlaid else None
    if letters is not None:
        picture.paste(letters, mask=letters)
    return picture


def encoded(picture: Image.Image, form: Picture) -> bytes:
    """Return a picture as a file; equal pictures give equal bytes. Raises: FileError if that kind of file cannot be so large."""
    if max(picture.size) > _LONGEST_PX[form]:
        raise FileError(
            f"a picture of {picture.width}x{picture.height} pixels is too large for {form}", hint="say --picture png"
        )
    target = BytesIO()
    match form:
        case "png":
            picture.save(target, "PNG", optimize=False)
        case "jpeg":
            picture.save(target, "JPEG", quality=90, subsampling=0, optimize=True)
        case "webp":
            picture.save(target, "WEBP", quality=90, method=4)
    return target.getvalue()


def _placeholder(frame: Frame, size: tuple[int, int]) -> Image.Image:
    picture = Image.new("RGB", size, _PALE)
    draw = ImageDraw.Draw(picture)
    line_px = max(2, min(size) // 200)
    draw.rectangle((0, 0, size[0] - 1, size[1] - 1), outline=_GREY, width=line_px)
    draw.line((0, 0, *size), fill=_GREY, width=1)
    draw.line((0, size[1], size[0], 0), fill=_GREY, width=1)
    # its number alone: every language reads that, and every font has it
    words = f"{page_number(frame.page)}.{frame.panel.ordinal}".replace("–", "-")
    font = ImageFont.load_default(max(10, min(size) // 14))
    middle = (size[0] / 2, size[1] / 2)
    around = draw.textbbox(middle, words, font, anchor="mm")
    draw.rectangle((around[0] - 8, around[1] - 6, around[2] + 8, around[3] + 6), fill=_PALE)
    draw.text(middle, words, fill=_GREY, font=font, anchor="mm")
    return picture

"""The marks of what is no finished art: on pictures of the demo plan, and on every shot."""

from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw, ImageFont

_WORDS: Final = "demo · simulated"
_INK: Final = (255, 255, 255, 150)
_SHADOW: Final = (0, 0, 0, 150)
_STAMP_WORDS: Final = "DRAFT"
_STAMP: Final = (206, 72, 60)
_PAPER: Final = (250, 246, 235)
_TILT: Final = 7


def draft_stamp(height_px: int) -> Image.Image:
    """Return the stamp of a film of this height, to be laid over the lower right corner of its pictures."""
    size_px = max(8, height_px // 22)
    font = ImageFont.load_default(size_px)
    left, top, right, bottom = (round(edge) for edge in font.getbbox(_STAMP_WORDS))
    pad_px, line_px = size_px // 2, max(1, size_px // 8)
    plate = Image.new("RGBA", (right - left + 2 * pad_px, bottom - top + 2 * pad_px), (*_PAPER, 255))
    pen = ImageDraw.Draw(plate)
    pen.rectangle((0, 0, plate.width - 1, plate.height - 1), outline=_STAMP, width=line_px)
    pen.text((pad_px - left, pad_px - top), _STAMP_WORDS, fill=_STAMP, font=font)
    margined = Image.new("RGBA", (plate.width + size_px, plate.height + size_px))
    margined.paste(plate, (0, 0))
    return margined.rotate(_TILT, Image.Resampling.BICUBIC, expand=True)


def mark(picture: bytes) -> bytes:
    """Return a WebP picture with a mark in its lower right corner."""
    with Image.open(BytesIO(picture), formats=("WEBP",)) as opened:
        marked = opened.convert("RGBA")
    layer = Image.new("RGBA", marked.size)
    size_px = max(12, min(marked.size) // 20)
    pen, font = ImageDraw.Draw(layer), ImageFont.load_default(size_px)
    place = (marked.width - size_px // 2, marked.height - size_px // 2)
    pen.text(place, _WORDS, fill=_INK, font=font, anchor="rd", stroke_width=1, stroke_fill=_SHADOW)
    content = BytesIO()
    Image.alpha_composite(marked, layer).convert("RGB").save(content, "WEBP", lossless=True, quality=0, method=0)
    return content.getvalue()

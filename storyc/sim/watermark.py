"""The mark that a picture of the demo plan bears."""

from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw, ImageFont

_WORDS: Final = "demo · simulated"
_INK: Final = (255, 255, 255, 150)
_SHADOW: Final = (0, 0, 0, 150)


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

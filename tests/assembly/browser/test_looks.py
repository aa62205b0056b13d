"""A few pictures of the page beside accepted ones: not equal, because letters differ between machines, but alike.

`pytest --update-golden` accepts what the page looks like now.
"""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from storyc.storyboard import Storyboard

Write = Callable[..., str]
OpenPage = Callable[..., Any]

LOOKS = Path(__file__).parent / "looks"
WIDTH_PX = 320
MOST_UNLIKE = 6.0
"""Of 255, on average over the picture."""


def small(picture: bytes) -> Image.Image:
    with Image.open(BytesIO(picture)) as opened:
        return opened.convert("RGB").resize((WIDTH_PX, opened.height * WIDTH_PX // opened.width), Image.Resampling.BOX)


def unlikeness(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures are apart when nobody looks at letters, 0 to 255."""
    if one.size != other.size:
        return 255.0
    blurred = [picture.filter(ImageFilter.GaussianBlur(3)) for picture in (one, other)]
    return sum(ImageStat.Stat(ImageChops.difference(*blurred)).mean) / 3


@pytest.mark.parametrize(
    ("name", "size", "scheme", "address"),
    [
        ("read", "desk", "light", ""),
        ("board", "desk", "dark", "?view=board#page-1"),
        ("guided", "phone", "light", "?view=guided#panel-1-2"),
        ("contact", "tablet", "light", "?view=contact"),
    ],
)
def test_the_page_looks_as_it_was_accepted(
    harbour: Storyboard,
    write: Write,
    open_page: OpenPage,
    request: pytest.FixtureRequest,
    name: str,
    size: str,
    scheme: str,
    address: str,
) -> None:
    with open_page(write(harbour), size=size, scheme=scheme, address=address) as visit:
        visit.page.evaluate("Promise.all([...document.images].map(i => (i.loading = 'eager', i.decode())))")
        shown = small(visit.page.screenshot())
    accepted = LOOKS / f"{name}.webp"
    if request.config.getoption("--update-golden"):
        shown.save(accepted, "WEBP", quality=80, method=6)
        return
    with Image.open(accepted) as before:
        assert unlikeness(shown, before.convert("RGB")) < MOST_UNLIKE


def test_what_looks_different_is_told_apart() -> None:
    with Image.open(LOOKS / "read.webp") as light, Image.open(LOOKS / "board.webp") as dark:
        one, other = light.convert("RGB"), dark.convert("RGB")
    assert unlikeness(one, one) == 0
    assert unlikeness(one, other) > MOST_UNLIKE
    moved = ImageChops.offset(one, WIDTH_PX // 6, 0)
    assert unlikeness(one, moved) > MOST_UNLIKE

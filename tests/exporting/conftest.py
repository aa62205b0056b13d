"""Books to export: every kind of page and item, a page of manga, and one whose every word is hostile."""

from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from typing import NamedTuple

import pytest
from PIL import Image

from storyc.exporting import Book
from storyc.planning import Art, Results
from storyc.storyboard import (
    Action,
    Caption,
    Character,
    Credits,
    Emphasis,
    InArt,
    Location,
    Note,
    Page,
    Panel,
    PanelKey,
    Run,
    Setting,
    Sfx,
    Speech,
    Storyboard,
    Title,
)

HOSTILE = '<script>alert(1)</script> & "q" \'a\' ]]> #image("x") *b* $x$ \x00\x07\x1b[31m\ufffe =1+1 \\ ${x} {{y}}'
"""What XML, HTML, Typst, a terminal or a spreadsheet might take for more than letters."""
_FORMATS = {"image/webp": "WEBP", "image/png": "PNG", "image/jpeg": "JPEG"}


class Shelf(NamedTuple):
    """Art by its digest."""

    files: Mapping[str, bytes]

    def read(self, art: Art) -> bytes:
        return self.files[art.sha256]


def text(*words: str) -> tuple[Run, ...]:
    return tuple(Run(word) for word in words)


def painted(width_px: int, height_px: int, colour: tuple[int, int, int], media_type: str = "image/webp") -> bytes:
    """Return a picture of one colour with a darker upper left corner."""
    picture = Image.new("RGB", (width_px, height_px), colour)
    picture.paste((0, 0, 0), (0, 0, width_px // 4, height_px // 4))
    target = BytesIO()
    picture.save(target, _FORMATS[media_type], lossless=True)
    return target.getvalue()


def shelved(board: Storyboard, *, without: frozenset[PanelKey] = frozenset(), media_type: str = "image/webp") -> Book:
    """Return a book with a picture for every panel but some; no two pictures are alike."""
    files: dict[str, bytes] = {}
    panels: dict[PanelKey, Art] = {}
    width_px, height_px = map(int, board.size.split("x"))
    for page in board.pages:
        for panel in page.panels:
            key = PanelKey(page.ordinal, panel.ordinal)
            if key in without:
                continue
            content = painted(width_px, height_px, (40 * page.ordinal % 256, 40 * panel.ordinal % 256, 200), media_type)
            digest = sha256(content).hexdigest()
            files[digest] = content
            panels[key] = Art(digest, f"build/art/{key.page}-{key.panel}.webp", width_px, height_px, media_type)
    return Book(board, Results(panels, {}, is_draft=False), Shelf(files).read)


@pytest.fixture(scope="session")
def board() -> Storyboard:
    """Three pages of every kind, in English."""
    night = Setting("EXT. THE HARBOUR - NIGHT", "EXT", "THE HARBOUR", "THE HARBOUR", "NIGHT")
    inside = Setting("INT. PILOT HOUSE", "INT", "PILOT HOUSE")
    return Storyboard(
        credits=Credits(
            title="The Harbour Light", series="Night Pilots", issue="3", authors=("A. Writer", "B. Writer"),
            date="2026-11-21", copyright="A. Writer",
        ),
        language="en-GB",
        size="96x128",
        story=(("premise", "The light goes out."),),
        cast=(Character("MARA VOSS", ("Mara",), "Harbour pilot.", 34),),
        locations=(Location("THE HARBOUR"),),
        pages=(
            Page(
                1,
                section=("Part one",),
                panels=(
                    Panel(
                        1,
                        framing=("wide", "bleed"),
                        setting=night,
                        items=(Action("The whole harbour, seen from the water."), Caption(text("Port Ansel."), "locale")),
                    ),
                    Panel(
                        2,
                        setting=night,
                        cast=("MARA VOSS",),
                        items=(
                            Action("MARA at the rail."),
                            Speech(("MARA VOSS",), (Run("Get "), Run("in\nside", Emphasis.BOLD)), ("off", "burst")),
                            Speech(("MARA VOSS", "TOBY"), text("-- not once."), is_dual=True),
                            Sfx(text("KRSSHHH"), "radio"),
                            Note("letterer", "No tail."),
                        ),
                    ),
                    Panel(3, label="2a", inset="2", setting=inside, items=(InArt(text("NO SERVICE"), "screen"),)),
                ),
            ),
            Page(2, "splash", section=("Part one",), panels=(
                Panel(1, framing=("splash",), setting=inside, items=(Title(text("THE LIGHT")),)),
            )),
            Page(3, "spread", section=("Part two",), panels=(Panel(1, setting=night), Panel(2, framing=("silent",)))),
            Page(5, synopses=("A page to breathe.",), notes=(Note("editor", "Keep it white."),)),
        ),
    )  # fmt: skip


@pytest.fixture(scope="session")
def book(board: Storyboard) -> Book:
    """All of it drawn, but for the second panel of the spread."""
    return shelved(board, without=frozenset({PanelKey(3, 2)}))


@pytest.fixture(scope="session")
def manga() -> Book:
    """Pages of manga in Japanese."""
    panels = (
        Panel(1, items=(Action("夕暮れの商店街。"),)),
        Panel(2, items=(Speech(("美咲",), text("……重い。")),)),
        Panel(3),
        Panel(4),
    )
    return shelved(
        Storyboard(
            credits=Credits(title="狐の弁当", authors=("山田 葉子",), issue="第2巻"),
            language="ja",
            reading="right-to-left",
            size="128x128",
            pages=(Page(1, panels=panels), Page(2, panels=panels)),
        )
    )


@pytest.fixture(scope="session")
def hostile() -> Book:
    """A book whose every word is hostile."""
    words = text(HOSTILE)
    panel = Panel(
        1,
        label=HOSTILE,
        unknown_tags=(HOSTILE,),
        inset=HOSTILE,
        setting=Setting(HOSTILE),
        cast=(HOSTILE,),
        items=(
            Action(HOSTILE),
            Speech((HOSTILE,), words, directions=(HOSTILE,)),
            Caption(words, character=HOSTILE),
            Sfx(words, HOSTILE),
            Note("editor", HOSTILE),
        ),
    )
    names = Credits(HOSTILE, HOSTILE, HOSTILE, authors=(HOSTILE,), copyright=HOSTILE)
    page = Page(1, label=HOSTILE, section=(HOSTILE,), synopses=(HOSTILE,), panels=(panel,))
    cast = (Character(HOSTILE, (HOSTILE,), HOSTILE),)
    return shelved(
        Storyboard(credits=names, language="en", size="64x64", story=(("premise", HOSTILE),), cast=cast, pages=(page,))
    )

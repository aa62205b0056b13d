"""Two storyboards, art for them, and a strict reader of HTML."""

from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser

import pytest

from storyc.planning import Art, Results
from storyc.storyboard import (
    Action,
    Caption,
    Character,
    Clip,
    Credits,
    Emphasis,
    InArt,
    Location,
    Note,
    Origin,
    Page,
    Panel,
    PanelKey,
    Prop,
    Reference,
    Run,
    Setting,
    Sfx,
    Speech,
    Storyboard,
    Title,
    Transition,
)

VOID = frozenset({"meta", "img", "br", "link", "input", "hr", "source"})
PIXEL = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)


class Html(HTMLParser):
    """A document's elements in order and its text; an element that is not closed where it should be is an error."""

    def __init__(self, document: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, Mapping[str, str]]] = []
        self._open: list[str] = []
        self._texts: list[str] = []
        self.feed(document)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag == "br":
            self._texts.append("\n")
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag in VOID or self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "script"} & set(self._open):
            self._texts.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    @property
    def text(self) -> str:
        return squeezed("".join(self._texts))

    @property
    def shape(self) -> list[tuple[str, tuple[str, ...]]]:
        """Every element with the names of its attributes."""
        return [(tag, tuple(attrs)) for tag, attrs in self.elements]

    def all(self, tag: str) -> Iterator[Mapping[str, str]]:
        return (attrs for name, attrs in self.elements if name == tag)


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="session")
def read_html() -> type[Html]:
    return Html


@pytest.fixture(scope="session")
def draw() -> Callable[..., Results]:
    """A function that gives every panel of a storyboard a picture, and every clip a film, but for those named."""

    def drawn(board: Storyboard, *, is_draft: bool = False, without: frozenset[PanelKey] = frozenset()) -> Results:
        width_px, height_px = map(int, board.size.split("x"))
        panels = {
            key: Art(
                f"{key.page:04}{key.panel:04}", f"art/{key.page} {key.panel}.gif", width_px, height_px, "image/gif"
            )
            for page in board.pages
            for panel in page.panels
            if (key := PanelKey(page.ordinal, panel.ordinal)) not in without
        }
        clips = {clip.ordinal: Art("c", f"art/{clip.ordinal}.mp4", 1280, 720, "video/mp4") for clip in board.clips}
        return Results(panels, clips, is_draft, 0 if is_draft else 1200)

    return drawn


@pytest.fixture(scope="session")
def read_art() -> Callable[[Art], bytes]:
    return lambda _art: PIXEL


def said(*words: str) -> tuple[Run, ...]:
    return tuple(Run(word) for word in words)


@pytest.fixture(scope="session")
def harbour() -> Storyboard:
    """A story with every kind of page, item and clip."""
    night = Setting("EXT. THE HARBOUR - NIGHT", "EXT", "THE HARBOUR", "THE HARBOUR", "NIGHT")
    inside = Setting("INT. PILOT HOUSE", "INT", "PILOT HOUSE")
    return Storyboard(
        credits=Credits(title="The Harbour Light", series="Night Pilots", issue="1", authors=("A. Writer",)),
        language="en",
        size="768x1024",
        style=(("art", "high-contrast ink"),),
        story=(("premise", "She was *never* there."),),
        cast=(
            Character(
                "MARA VOSS", ("Mara",), "Harbour pilot.", 34, references=(Reference("art/mara.png", is_local=True),)
            ),
            Character("TOBY", description="Her nephew."),
        ),
        locations=(Location("THE HARBOUR", (), "Cranes like gallows."),),
        props=(Prop("LANTERN", (), "Far too big."),),
        pages=(
            Page(
                1,
                synopses=("The light goes out.",),
                section=("Part one",),
                notes=(Note("editor", "Start slowly."),),
                origin=Origin("harbour.story", 36),
                panels=(
                    Panel(
                        1,
                        framing=("wide", "bleed"),
                        setting=night,
                        origin=Origin("harbour.story", 42),
                        items=(
                            Action("The whole harbour, seen from the water."),
                            Caption(said("Port Ansel. 3:12 a.m."), "locale"),
                        ),
                    ),
                    Panel(
                        2,
                        setting=night,
                        cast=("MARA VOSS",),
                        props=("LANTERN",),
                        items=(
                            Action("MARA at the rail."),
                            Speech(("MARA VOSS",), said("Forty years.")),
                            Speech(("MARA VOSS",), (Run("Get "), Run("in\nside", Emphasis.BOLD)), ("off", "burst")),
                            Sfx(said("KRSSHHH"), "radio"),
                            Note("letterer", "No tail."),
                        ),
                    ),
                    Panel(3, inset="2", setting=night, items=(InArt(said("NO SERVICE"), "screen"),)),
                    Panel(
                        4,
                        setting=inside,
                        cast=("TOBY",),
                        items=(
                            Speech(("TOBY",), said("Aunt Mara."), ("whisper",), ("slowly",), is_dual=True),
                            Transition("CUT TO:"),
                        ),
                    ),
                ),
            ),
            Page(2, "splash", panels=(Panel(1, framing=("splash",), items=(Title(said("THE LIGHT")),)),)),
            Page(
                4,
                "spread",
                description=("The coast.",),
                panels=(
                    Panel(1, framing=("tall",), items=(Action("A ladder."),)),
                    Panel(2, items=(Action("A boot."),)),
                    Panel(3, cast=("MARA VOSS",), items=(Caption(said("It was dark."), character="MARA VOSS"),)),
                    Panel(4),
                ),
            ),
        ),
        clips=(
            Clip(1, "the turn", "The lens turns.", first_frame=PanelKey(4, 1), seed=5, after=PanelKey(4, 2)),
            Clip(
                2,
                prompt="Nothing stirs.",
                has_audio=True,
                images=(Reference("https://example.com/a.png", is_local=False),),
            ),
        ),
    )


@pytest.fixture(scope="session")
def fox() -> Storyboard:
    """A page of manga."""
    return Storyboard(
        credits=Credits(title="狐の弁当", authors=("山田 葉子",)),
        language="ja",
        reading="right-to-left",
        pages=(
            Page(
                1,
                panels=(
                    Panel(1, items=(Action("夕暮れの商店街。提灯が灯りはじめる。"),)),
                    Panel(2, items=(Speech(("美咲",), said("……重い。")),)),
                ),
            ),
        ),
    )

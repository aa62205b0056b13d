"""Laws of lowering over any storyboard."""

from collections.abc import Mapping
from itertools import pairwise
from json import loads
from typing import Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st
from llamagen import LlamaGenClient
from msgspec.structs import replace

from storyc.lowering import Lowered, local_files, to_json, units
from storyc.storyboard import (
    Action,
    Caption,
    Character,
    Clip,
    Credits,
    Layout,
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
    Speech,
    Storyboard,
    Text,
)
from storyc.wire import (
    DOCS_SIZES,
    MAX_PAGES,
    MAX_PANELS,
    NEWEST,
    PROFILES,
    ArtLink,
    CreateComic,
    CreateVideo,
    digest,
    placeholders,
    price_credits,
    read_placeholder,
)

LAYOUTS: Final[tuple[Layout, ...]] = ("auto", "pages", "book", "panels")
FILES: Final = ("art/mara.png", "art/pier.png", "brief.pdf")
DIGESTS: Final = {path: f"{place:064x}" for place, path in enumerate(FILES)}

words = st.text(min_size=1, max_size=12).map(lambda text: f"x{text}")
names = st.sampled_from(["MARA", "TOBY", "DR. CHO", "A STRANGER"])
texts = words.map(lambda letters: (Run(letters),))
references = st.builds(Reference, target=st.sampled_from(FILES), is_local=st.just(value=True)) | st.just(
    Reference("https://example.com/a.png", is_local=False)
)
settings_ = st.builds(Setting, heading=words, location=st.sampled_from(["", "THE PIER"]))
items = st.one_of(
    st.builds(Action, text=words),
    st.builds(lambda who, text: Speech((who,), text), names, texts),
    st.builds(lambda text, who: Caption(text, character=who), texts, names),
    st.builds(Note, audience=st.sampled_from(["artist", "editor"]), text=words),
)
panels = st.builds(
    Panel,
    ordinal=st.just(0),
    label=st.sampled_from(["", "1", "2", "3a"]),
    same_as=st.sampled_from(["", "1", "9"]),
    setting=st.none() | settings_,
    cast=st.lists(names, max_size=2, unique=True).map(tuple),
    props=st.sampled_from([(), ("LANTERN",)]),
    items=st.lists(items, max_size=3).map(tuple),
)


@st.composite
def pages(draw: st.DrawFn) -> Page:
    count = draw(st.sampled_from([1, 2, 2, 3, MAX_PANELS]))
    panel = draw(panels)
    drawn = [draw(panels) if draw(st.booleans()) else panel for _ in range(min(count, 3))] + [panel] * (count - 3)
    return Page(
        0,
        kind=draw(st.sampled_from(["page", "page", "splash", "spread"])),
        preset=draw(st.sampled_from(["", "", "render"])),
        size=draw(st.sampled_from(["", "", "512x768"])),
        description=draw(st.sampled_from([(), ("The whole page is rain.",)])),
        panels=tuple(replace(each, ordinal=place) for place, each in enumerate(drawn, start=1)),
    )


@st.composite
def boards(draw: st.DrawFn) -> Storyboard:
    drawn = [page for page in draw(st.lists(pages(), max_size=6)) for _ in range(draw(st.sampled_from([1, 1, 2, 25])))]
    ordinal, placed = 1, []
    for page in drawn:
        placed.append(replace(page, ordinal=ordinal))
        ordinal = placed[-1].last_ordinal + 1
    keys = [PanelKey(page.ordinal, panel.ordinal) for page in placed for panel in page.panels]
    frames = st.none() | st.sampled_from(keys) if keys else st.none()
    clips = st.builds(
        Clip,
        ordinal=st.just(1),
        prompt=words | st.just(""),
        duration_s=st.integers(4, 15),
        first_frame=frames,
        last_frame=frames,
        images=st.lists(references, max_size=2).map(tuple),
    )
    return Storyboard(
        credits=Credits(title=draw(st.sampled_from(["", "The Harbour Light"]))),
        size=draw(st.sampled_from(DOCS_SIZES)),
        lettering=draw(st.sampled_from(["art", "overlay"])),
        brief=draw(st.none() | references),
        cast=(
            Character("MARA", age=34, references=draw(st.lists(references, max_size=2).map(tuple))),
            Character("TOBY", description="Mara's nephew"),
        ),
        locations=(Location("THE PIER", references=draw(st.lists(references, max_size=1).map(tuple))),),
        props=(Prop("LANTERN", description="brass"),),
        attachments=draw(st.lists(references, max_size=2).map(tuple)),
        pages=tuple(placed),
        clips=draw(st.lists(clips, max_size=1).map(tuple)),
    )


def lowered(board: Storyboard, layout: Layout | None = None, profile: str = "newest") -> Lowered:
    return units(board, PROFILES[profile], DIGESTS, layout=layout)


class Recorder:
    """A transport that takes every order and keeps it."""

    def __init__(self) -> None:
        self.sent: list[Any] = []

    def request(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None, timeout: float
    ) -> tuple[int, Mapping[str, str], bytes]:
        assert headers
        assert timeout
        self.sent.append((method, url.removeprefix("https://api.llamagen.ai"), loads(body or b"null")))
        return 200, {}, b"{}"


@settings(deadline=None, max_examples=60)
@given(board=boards(), layout=st.sampled_from(LAYOUTS), profile=st.sampled_from(sorted(PROFILES)))
def test_every_panel_is_drawn_once_in_order_and_within_limits(board: Storyboard, layout: Layout, profile: str) -> None:
    result = lowered(board, layout, profile)
    wanted = [PanelKey(page.ordinal, panel.ordinal) for page in board.pages for panel in page.panels]
    assert [key for unit in result.units for key in unit.panels] == wanted
    assert [unit.clip for unit in result.units if unit.operation == "video"] == [clip.ordinal for clip in board.clips]
    for unit in result.units:
        assert unit.key == digest(unit.request)
        assert unit.price_credits == price_credits(unit.request) > 0
        assert unit.origins
        assert {upload.path for upload in unit.uploads} <= set(local_files(board))
        if isinstance(unit.request, CreateComic):
            body = unit.request.body()
            assert unit.request.size in PROFILES[profile].sizes
            assert not {"fixPanelNum", "pagination"} <= body.keys()
            shape = body.get("pagination", {"totalPages": 1, "panelsPerPage": body.get("fixPanelNum", 0)})
            assert shape["totalPages"] <= MAX_PAGES
            assert shape["totalPages"] * shape["panelsPerPage"] == len(unit.panels)
            assert len(unit.pages) == (shape["totalPages"] if unit.panels else 0)


@settings(deadline=None, max_examples=40)
@given(board=boards())
def test_auto_is_never_dearer_than_any_other_layout(board: Storyboard) -> None:
    counts = {layout: len(lowered(board, layout).units) for layout in LAYOUTS}
    assert counts["auto"] == counts["book"] <= counts["pages"] <= counts["panels"]
    prices = {sum(unit.price_credits for unit in lowered(board, layout).units) for layout in LAYOUTS}
    assert len(prices) == 1


@settings(deadline=None, max_examples=40)
@given(board=boards())
def test_runs_are_cut_as_seldom_as_possible(board: Storyboard) -> None:
    comics = [unit.request for unit in lowered(board).units if isinstance(unit.request, CreateComic)]
    for one, other in pairwise(comics):
        if one.size == other.size and one.preset == other.preset and one.pagination and other.pagination:
            alike = one.pagination.panels_per_page == other.pagination.panels_per_page
            assert not alike or one.pagination.total_pages == MAX_PAGES


@settings(deadline=None, max_examples=40)
@given(board=boards(), layout=st.sampled_from(LAYOUTS))
def test_the_official_client_takes_every_order(board: Storyboard, layout: Layout) -> None:
    recorder = Recorder()
    client = LlamaGenClient(api_key="key", transport=recorder)
    orders = [unit.request for unit in lowered(board, layout).units]
    for order in orders:
        client.comic.create(order.body())
    assert recorder.sent == [(order.method, order.path, order.body()) for order in orders]


@settings(deadline=None, max_examples=40)
@given(board=boards())
def test_clips_wait_for_panels_that_exist(board: Storyboard) -> None:
    result = lowered(board)
    for unit in result.units:
        if isinstance(unit.request, CreateVideo):
            options, clip = unit.request.video_options, board.clips[0]
            for link, wanted in ((options.image, clip.first_frame), (options.last_frame_image, clip.last_frame)):
                assert (link is None) == (wanted is None)
                if link is not None and wanted is not None:
                    art = read_placeholder(link)
                    assert isinstance(art, ArtLink)
                    assert art.content == result.pieces.content(wanted)
                    assert any(wanted in each.panels for each in result.units)
        assert all(read_placeholder(link) for link in placeholders(unit.request))


@settings(deadline=None, max_examples=30)
@given(board=boards())
def test_equal_boards_give_equal_bytes(board: Storyboard) -> None:
    twin = replace(board, pages=tuple(replace(page) for page in board.pages))
    assert to_json(board, lowered(board)) == to_json(twin, lowered(twin))


@settings(deadline=None, max_examples=40)
@given(board=boards(), shift=st.integers(1, 9))
def test_labels_places_and_lines_are_not_bought(board: Storyboard, shift: int) -> None:
    def relabelled(panel: Panel) -> Panel:
        return replace(panel, label=f"n{panel.ordinal}", same_as="", origin=Origin("b.story", shift))

    def plain(panel: Panel) -> Panel:
        return replace(panel, label="", same_as="")

    before = replace(
        board, pages=tuple(replace(page, panels=tuple(map(plain, page.panels))) for page in board.pages), clips=()
    )
    after = replace(
        before,
        pages=tuple(
            replace(
                page,
                ordinal=page.ordinal + shift,
                label="moved",
                synopses=("what happens",),
                section=("Act one",),
                origin=Origin("b.story", shift),
                panels=tuple(map(relabelled, page.panels)),
            )
            for page in board.pages
        ),
    )
    assert [unit.key for unit in lowered(before).units] == [unit.key for unit in lowered(after).units]


@settings(deadline=None, max_examples=40)
@given(board=boards(), text=texts)
def test_overlaid_words_are_not_bought(board: Storyboard, text: Text) -> None:
    before = replace(board, lettering="overlay")
    spoken = tuple(
        replace(
            page, panels=tuple(replace(panel, items=(*panel.items, Speech(("TOBY",), text))) for panel in page.panels)
        )
        for page in board.pages
    )
    after = replace(before, pages=spoken)
    assert [unit.key for unit in lowered(before).units] == [unit.key for unit in lowered(after).units]


def test_a_thousand_pages_take_linear_many_requests() -> None:
    page = Page(1, panels=tuple(Panel(place) for place in range(1, 7)))
    board = Storyboard(pages=tuple(replace(page, ordinal=place) for place in range(1, 1_001)))
    assert len(units(board, NEWEST, {}).units) == 50

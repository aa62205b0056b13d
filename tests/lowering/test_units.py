"""How storyboards are cut, what travels with a unit, and what `compile` prints."""

from json import loads

import pytest
from msgspec.structs import replace

from storyc.lowering import Upload, local_files, picture_size, to_json, units
from storyc.storyboard import (
    Character,
    Clip,
    Credits,
    Layout,
    Origin,
    Page,
    Panel,
    PanelKey,
    Reference,
    Storyboard,
)
from storyc.wire import NEWEST, PROFILES, CreateComic, CreateVideo, art_placeholder, upload_placeholder

SHA = {"art/mara.png": "aa" * 32, "brief.pdf": "bb" * 32, "rain.mp4": "cc" * 32, "side.png": "dd" * 32}


def page(ordinal: int, panels: int, **more: str) -> Page:
    made = tuple(Panel(place, origin=Origin("s.story", 10 * ordinal + place)) for place in range(1, panels + 1))
    return replace(Page(ordinal, panels=made, origin=Origin("s.story", 10 * ordinal)), **more)


def story(*pages: Page) -> Storyboard:
    return Storyboard(credits=Credits(title="T"), size="768x1024", pages=pages)


@pytest.mark.parametrize(
    ("board", "layout", "why", "counts"),
    [
        (story(page(1, 4)), "pages", "there is one page", [4]),
        (story(page(1, 4), page(2, 4)), "book", "all 2 pages have 4 panels", [8]),
        (story(page(1, 4), page(2, 3)), "pages", "page 1 has 4 panels, page 2 has 3", [4, 3]),
        (story(page(1, 1), page(2, 1), page(3, 2)), "book", "page 1 has 1 panel, page 3 has 2", [2, 2]),
        (
            story(page(1, 2), page(2, 2, preset="render")),
            "pages",
            "page 1 has the preset neutral, page 2 has render",
            [2, 2],
        ),
        (
            story(page(1, 2), page(2, 2, size="512x768")),
            "pages",
            "page 1 has the size 768x1024, page 2 has 512x768",
            [2, 2],
        ),
        (story(page(1, 2), page(2, 2, kind="spread")), "pages", "page 2 is a spread, page 1 is not", [2, 2]),
        (
            story(*(page(place, 1) for place in range(1, 42))),
            "book",
            "all 41 pages have 1 panel, and a request takes 20 pages",
            [20, 20, 1],
        ),
        (story(), "nothing", "there are no pages, no clips and no brief", []),
        (replace(story(), clips=(Clip(1, prompt="Rain."),)), "clips", "there are clips and no pages", [0]),
    ],
)
def test_auto(board: Storyboard, layout: str, why: str, counts: list[int]) -> None:
    lowered = units(board, NEWEST, SHA)
    assert (lowered.layout, lowered.why) == (layout, why)
    assert [len(unit.panels) for unit in lowered.units] == counts


@pytest.mark.parametrize(("layout", "counts"), [("pages", [2, 2]), ("book", [4]), ("panels", [1, 1, 1, 1])])
def test_layouts_that_were_asked_for(layout: Layout, counts: list[int]) -> None:
    board = story(page(1, 2), page(2, 2))
    by_title = units(replace(board, layout=layout), NEWEST, SHA)
    by_flag = units(board, NEWEST, SHA, layout=layout)
    assert by_title.units == by_flag.units
    assert [len(unit.panels) for unit in by_title.units] == counts
    assert by_title.why.endswith("was asked for")


def test_one_panel_a_request_knows_its_panel() -> None:
    first, second = units(story(page(3, 2)), NEWEST, SHA, layout="panels").units
    assert (first.panels, second.panels) == ((PanelKey(3, 1),), (PanelKey(3, 2),))
    assert second.origins == (Origin("s.story", 32),)
    assert second.request.body()["fixPanelNum"] == 1


@pytest.mark.parametrize(
    ("profile", "kind", "own", "size"),
    [
        ("newest", "page", "", "768x1024"),
        ("newest", "page", "512x768", "512x768"),
        ("newest", "spread", "", "768x512"),
        ("newest", "spread", "1024x576", "1024x576"),
        ("model-card", "page", "", "1024x1536"),
        ("model-card", "spread", "", "1536x1024"),
        ("newest", "page", "1024x1536", "512x768"),
    ],
)
def test_picture_sizes(profile: str, kind: str, own: str, size: str) -> None:
    assert picture_size(page(1, 1, kind=kind, size=own), story(), PROFILES[profile]) == size


def test_files_travel_as_placeholders_with_their_uploads() -> None:
    mara = Reference("art/mara.png", is_local=True)
    side = Reference("side.png", is_local=True)
    board = replace(
        story(page(1, 1)),
        brief=Reference("brief.pdf", is_local=True),
        cast=(Character("MARA", references=(mara, side)), Character("TOBY", references=(side,))),
        attachments=(mara, Reference("https://example.com/x.bin?v=1.pdf", is_local=False, kind="sketch")),
    )
    board = replace(board, pages=(replace(board.pages[0], panels=(Panel(1, cast=("MARA",)),)),))
    (unit,) = units(board, NEWEST, SHA).units
    body = unit.request.body()
    assert local_files(board) == ("brief.pdf", "art/mara.png", "side.png")
    assert body["promptUrl"] == upload_placeholder(SHA["brief.pdf"])
    assert [role["image"] for role in body["comicRoles"]] == [upload_placeholder(SHA["art/mara.png"])]
    assert body["attachments"] == [
        {"url": upload_placeholder(SHA["art/mara.png"]), "type": "image"},
        {"url": "https://example.com/x.bin?v=1.pdf", "type": "sketch"},
        {"url": upload_placeholder(SHA["side.png"]), "type": "image"},
    ]
    assert unit.uploads == tuple(Upload(path, SHA[path]) for path in ("brief.pdf", "art/mara.png", "side.png"))
    again = units(board, NEWEST, {**SHA, "art/mara.png": "ee" * 32}).units[0]
    assert again.key != unit.key


def test_title_page_settings_are_sent_or_left_out() -> None:
    board = replace(story(page(1, 1)), language="ja", model="auto", upscale="yes", callback="https://example.com/hook")
    body = units(board, NEWEST, SHA).units[0].request.body()
    assert (body["language"], body["upscale"], body["callbackUrl"]) == ("ja", True, "https://example.com/hook")
    assert "model" not in body
    body = units(replace(board, model="cyani-model", upscale="4K", callback=""), NEWEST, SHA).units[0].request.body()
    assert (body["model"], body["upscale"]) == ("cyani-model", "4K")
    assert "callbackUrl" not in body


def test_a_clip_takes_its_frames_from_the_units_that_draw_them() -> None:
    clip = Clip(
        1,
        prompt="The light comes back.",
        duration_s=6,
        resolution="1080p",
        aspect_ratio="16:9",
        has_audio=True,
        seed=5,
        first_frame=PanelKey(2, 1),
        last_frame=PanelKey(3, 1),
        videos=(Reference("rain.mp4", is_local=True),),
        origin=Origin("s.story", 99),
    )
    board = replace(story(page(1, 2), page(2, 2), page(3, 3)), clips=(clip, Clip(2, name="dawn"), Clip(3)))
    lowered = units(board, NEWEST, SHA)
    _, _, film, named, bare = lowered.units
    content = lowered.pieces.content
    assert isinstance(film.request, CreateVideo)
    assert film.request.body()["videoOptions"] == {
        "duration": 6,
        "resolution": "1080p",
        "aspect_ratio": "16:9",
        "image": art_placeholder(content(PanelKey(2, 1))),
        "last_frame_image": art_placeholder(content(PanelKey(3, 1))),
        "reference_videos": [upload_placeholder(SHA["rain.mp4"])],
        "generate_audio": True,
        "seed": 5,
    }
    assert (film.clip, film.price_credits, film.origins) == (1, 21_600, (Origin("s.story", 99),))
    assert film.uploads == (Upload("rain.mp4", SHA["rain.mp4"]),)
    assert [one.request.body()["prompt"] for one in (named, bare)] == ["dawn", "Bring the picture to life."]


def test_the_compiled_object() -> None:
    board = story(page(1, 4), page(2, 3))
    lowered = units(board, NEWEST, SHA)
    text = to_json(board, lowered)
    assert text.endswith(b"}\n")
    printed = loads(text)
    assert list(printed) == ["version", "title", "layout", "why", "units"]
    assert (printed["version"], printed["title"], printed["layout"]) == (1, "T", "pages")
    assert printed["units"][1] == {
        "key": lowered.units[1].key,
        "operation": "create",
        "pages": [2],
        "panels": 3,
        "price_credits": 450,
        "origin": [{"file": "s.story", "line": 20}],
        "uploads": [],
        "request": lowered.units[1].request.body(),
    }
    assert CreateComic.model_validate(printed["units"][1]["request"]) == lowered.units[1].request

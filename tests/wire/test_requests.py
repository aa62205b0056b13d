"""Digests, placeholders and sizes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyc.wire import (
    DOCS_SIZES,
    Attachment,
    ComicRole,
    ContinueWrite,
    CreateComic,
    CreateVideo,
    RegeneratePanel,
    VideoOptions,
    WireError,
    art_placeholder,
    canonical,
    digest,
    fill_placeholders,
    nearest_size,
    panel_count,
    placeholders,
    read_placeholder,
    read_size,
    upload_placeholder,
)

FILE = upload_placeholder("ab" * 32)
FRAME = art_placeholder("cd" * 16)


def test_the_canonical_form_and_its_digest_never_move() -> None:
    request = CreateComic(prompt="灯台", size="768x1024", fix_panel_num=4)
    assert canonical(request) == '{"fixPanelNum":4,"preset":"neutral","prompt":"灯台","size":"768x1024"}'.encode()
    assert digest(request) == "29a45680b4d1189d4b433f9cb0a7ee5ce65971a80c98ca14b32a403f6ec36f5b"


def test_equal_bodies_of_different_operations_differ() -> None:
    assert digest(CreateVideo(prompt="p")) != digest(CreateComic(prompt="p"))
    assert digest(CreateComic(prompt="p", fix_panel_num=1)) != digest(ContinueWrite(prompt="p", fix_panel_num=1))


def test_who_is_told_does_not_change_what_is_bought() -> None:
    told = CreateComic(prompt="p", callback_url="https://example.com/done")
    assert digest(told) == digest(CreateComic(prompt="p"))
    assert told.body()["callbackUrl"] == "https://example.com/done"


def test_the_same_change_of_two_generations_is_two_purchases() -> None:
    closer = RegeneratePanel(panel=1, panel_prompt="closer")
    assert len({digest(closer), digest(closer, changes="c1"), digest(closer, changes="c2")}) == 3


def test_requests_cannot_change() -> None:
    with pytest.raises(ValueError, match="frozen"):
        CreateComic(prompt="p").prompt = "q"  # type: ignore[misc]  # that it is refused is the point


def test_placeholders_are_found_and_filled() -> None:
    request = CreateComic(
        prompt=FILE,
        comic_roles=(ComicRole(name="MARA", image=FILE), ComicRole(name="TOBY", image="https://x/toby.png")),
        attachments=(Attachment(url=FILE, type=FILE),),
    )
    assert placeholders(request) == (FILE,)
    filled = fill_placeholders(request, {FILE: "https://s/up.png"})
    assert placeholders(filled) == ()
    assert filled.prompt == FILE
    assert filled.comic_roles is not None
    assert [role.image for role in filled.comic_roles] == ["https://s/up.png", "https://x/toby.png"]
    with pytest.raises(WireError):
        fill_placeholders(request, {})


def test_placeholders_of_a_clip() -> None:
    request = CreateVideo(prompt="p", video_options=VideoOptions(image=FRAME, reference_images=(FILE, "https://x/y")))
    assert placeholders(request) == (FRAME, FILE)
    assert read_placeholder(FRAME) == ("cd" * 16,)
    assert read_placeholder(FILE) == ("ab" * 32,)
    assert read_placeholder("https://x/y") is None
    assert fill_placeholders(request, {FRAME: "https://a/b", FILE: "https://c/d"}).video_options.image == "https://a/b"


@pytest.mark.parametrize("link", ["javascript:alert(1)", "", "art/mara.png", "upload:sha256:ab", "ftp://x/y"])
def test_what_is_no_link(link: str) -> None:
    with pytest.raises(ValueError, match="image"):
        ComicRole(name="A", image=link)


@given(width_px=st.integers(1, 10_000), height_px=st.integers(1, 10_000))
def test_the_nearest_size_keeps_orientation(width_px: int, height_px: int) -> None:
    size = nearest_size(width_px, height_px)
    width, height = read_size(size) or (0, 0)
    assert size in DOCS_SIZES
    assert (width - height) * (width_px - height_px) >= 0


def test_sizes_are_their_own_nearest() -> None:
    assert [nearest_size(*(read_size(size) or (0, 0))) for size in DOCS_SIZES] == list(DOCS_SIZES)
    assert read_size("1024X1024") is None
    assert read_size("0x5") is None


def test_a_brief_is_taken_for_four_panels() -> None:
    assert panel_count(CreateComic(prompt="p", prompt_url="https://x/y.pdf")) == 4
    assert panel_count(CreateVideo(prompt="p")) == 0
    assert panel_count(RegeneratePanel(panel=0, caption="c")) == 1


def test_a_request_that_is_no_object_is_refused() -> None:
    with pytest.raises(ValueError, match="RegeneratePanel"):
        RegeneratePanel.model_validate([])

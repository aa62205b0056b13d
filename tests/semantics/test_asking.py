"""What a script asks of the service: title page, files, clips, included parts."""

import pytest

from storyc.project import check_sources
from storyc.text import MemoryFiles
from tests.semantics.conftest import board, said

END = "\n\nPAGE 1\n\nPANEL 1\nRain.\n"


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Title: x\nAuthors: A, B & C and D\nDraft date: today", []),
        ("Title: x\nAuhtor: y", ["unknown-title-key 2:1 Auhtor"]),
        ("Title: x\ntitle: y", ["duplicate-field 2:1 title"]),
        ("Title: x\nSize: 1024x1536", ["unsupported-size 2:7 1024x1536"]),
        ("Title: x\nSize: big", ["unsupported-size 2:7 big"]),
        ("Title: x\nSize: 768 × 1024", []),
        ("Title: x\nPreset: rendr", ["unknown-preset 2:9 rendr"]),
        ("Title: x\nReading: sideways", ["bad-value 2:10 sideways"]),
        ("Title: x\nReading: RTL", []),
        ("Title: x\nLayout: bok", ["bad-value 2:9 bok"]),
        ("Title: x\nUpscale: 8K", ["bad-value 2:10 8K"]),
        ("Title: x\nLettering: none", ["bad-value 2:12 none"]),
        ("Title: x\nCallback: http://example.com", ["bad-address 2:11 http://example.com"]),
        ("Title: x\nBrief: nowhere.pdf", ["missing-file 2:8 nowhere.pdf"]),
        ("Title: x\nLanguage: no such language", ["bad-language 2:11 no such language"]),
        ("Title: x\nLanguage: pt-BR", []),
        ("Title: x\nLanguage: Japanese", []),
        ("Title: x\nLanguage: 日本語", []),
        ("Title:\nSeries:", []),
        ("Title: x\nNotes: a\n    b\n  c", []),
    ],
)
def test_title_pages(title: str, found: list[str]) -> None:
    assert said(title + END) == found


def test_values_of_the_title_page() -> None:
    story = board(
        "Title: x\nAuthors: A, B & C and D\nNotes: a\n    b\nReading: rtl\nSize: 768 x 1024\nUpscale: 2k\n"
        "Layout: Panels\nLettering: overlay\nLanguage: Deutsch\nModel: m\nCallback: https://example.com/x\n" + END
    )
    assert story.credits.authors == ("A", "B", "C", "D")
    assert story.credits.notes == "a\nb"
    assert (story.reading, story.size, story.upscale, story.layout) == ("right-to-left", "768x1024", "2K", "panels")
    assert (story.lettering, story.language, story.model) == ("overlay", "de", "m")
    assert story.callback == "https://example.com/x"


def test_a_brief_is_enough() -> None:
    assert board("Title: x\nBrief: https://example.com/b.pdf\n").brief is not None


FILES = MemoryFiles({"a.png": b"x", "art/b.JPG": b"x", "c.psd": b"x", "big.png": b"x" * (10 * 1024 * 1024 + 1)})


def referring(written: str) -> list[str]:
    script = f"CAST\n\nMARA: x\n    ref: {written}{END}"
    checked = check_sources("main.story", _With(FILES, script), {})
    return [one.code.name for one in checked.diagnostics]


class _With(MemoryFiles):
    def __init__(self, files: MemoryFiles, script: str) -> None:
        super().__init__({**files._contents, "main.story": script.encode()})


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("a.png", []),
        ("./a.png", []),
        ("art/../a.png", []),
        ("art/b.JPG", []),
        ("a.png (front view)", []),
        ("https://example.com/a.png", []),
        ("HTTPS://example.com/a(1).png (front)", []),
        ("", ["missing-file"]),
        ("nowhere.png", ["missing-file"]),
        ("a.png, art/b.JPG", ["missing-file"]),
        ("c.psd", ["unsupported-file-type"]),
        ("big.png", ["file-too-large"]),
        ("../a.png", ["path-outside-project"]),
        ("/etc/passwd", ["path-outside-project"]),
        ("~/a.png", ["path-outside-project"]),
        ("art\\b.JPG", ["path-outside-project"]),
        ("C:/a.png", ["path-outside-project"]),
        ("//example.com/a.png", ["path-outside-project"]),
        ("file:///etc/passwd", ["bad-address"]),
        ("ftp://example.com/a.png", ["bad-address"]),
        ("https://", ["bad-address"]),
    ],
)
def test_references(written: str, found: list[str]) -> None:
    assert referring(written) == found


def test_attachments() -> None:
    story = board("ATTACHMENTS\n\nhttps://x.com/a(1).png (sketch)\n// c\n\nhttps://x.com/b\n" + END)
    assert [(one.target, one.kind) for one in story.attachments] == [
        ("https://x.com/a(1).png", "sketch"), ("https://x.com/b", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ("5s, 720p, 16:9, audio, seed 5, from panel 1, to panel 2a", []),
        ("15 seconds, 1080P, adaptive, sound, seed: 5, from panel ONE, to page 1 panel 1", []),
        ("3s", ["clip-option 3s"]),
        ("4.5s", ["clip-option 4.5s"]),
        ("4k", ["clip-option 4k"]),
        ("21:9", ["clip-option 21:9"]),
        ("seed x", ["bad-value seed x"]),
        ("seed", ["bad-value seed"]),
        ("from panel 7", ["unknown-panel from panel 7"]),
        ("from page 9 panel 1", ["unknown-panel from page 9 panel 1"]),
        ("slowly", ["clip-option slowly"]),
    ],
)
def test_options_of_clips(options: str, found: list[str]) -> None:
    script = f"PAGE 1\n\nPANEL 1\nx\n\nPANEL 2a\nx\n\nCLIP drift [{options}]\n\nIt drifts.\n"
    assert [" ".join((one.split(" ", 2)[0], one.split(" ", 2)[2])) for one in said(script)] == found


def test_clips() -> None:
    story = board(
        """\
        CLIP

        Rain.

        PAGE 1

        PANEL 1
        x

        CLIP drift [8s, 1080p, 9:16, audio, seed 3, from panel 1]

        The lamp drifts. [[slowly]]
        image: https://example.com/a.png
        video: https://example.com/a.mp4
        sound: https://example.com/a.mp3

        PANEL 2
        x

        PAGE 2

        PANEL 1
        x

        CLIP: The camera rises.
        """
    )
    first, second, third = story.clips
    assert (first.name, first.prompt, first.duration_s, first.after) == ("", "Rain.", 5, None)
    assert (second.name, second.prompt, second.duration_s) == ("drift", "The lamp drifts.", 8)
    assert (second.resolution, second.aspect_ratio, second.has_audio, second.seed) == ("1080p", "9:16", True, 3)
    assert (second.first_frame, second.last_frame) == (second.after, None)
    assert [one.target[-3:] for one in (*second.images, *second.videos, *second.audios)] == ["png", "mp4", "mp3"]
    assert third.prompt == "The camera rises."
    assert third.after is not None
    assert (third.after.page, third.after.panel) == (2, 1)


@pytest.mark.parametrize(
    ("include", "found"),
    [
        ("INCLUDE part", []),
        ("INCLUDE ./part.story", []),
        ("INCLUDE nowhere", ["missing-file 1:9 nowhere"]),
        (
            "INCLUDE nowhere\n\nPAGE 1 (2 PANELS)\n\nPANEL 1 [ADA: young]\nx\n\nADA: {{ship}}",
            ["missing-file 1:9 nowhere", "wrong-panel-count 3:9 2"],
        ),
        ("INCLUDE ../part", ["path-outside-project 1:9 ../part"]),
        ("INCLUDE acts\\part", ["path-outside-project 1:9 acts\\part"]),
        ("INCLUDE *", ["missing-file 1:9 *"]),
        ("INCLUDE main", ["include-cycle 1:9 main"]),
    ],
)
def test_includes(include: str, found: list[str]) -> None:
    assert said(include + END, part="PAGE 1\n\nPANEL 1\nx\n") == found


def test_a_detour_shows_the_way_round() -> None:
    script = "INCLUDE one\n" + END
    found = said(script, one="INCLUDE two\n", two="\nINCLUDE one\n")
    assert found == ["include-cycle 2:9 one"]


def test_pages_count_on_through_included_files() -> None:
    story = board("INCLUDE one\nINCLUDE one\n\nPAGE\nPANEL\nx", one="PAGES 2-3\nPANEL\nx\n")
    assert [page.ordinal for page in story.pages] == [1, 3, 5]
    assert [page.origin.source for page in story.pages] == ["one.story", "one.story", "main.story"]


def test_a_title_page_counts_only_in_the_main_file() -> None:
    assert said("INCLUDE part" + END, part="Title: x\n") == ["title-page-in-include 1:1 Title: x"]

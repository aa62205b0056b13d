"""Laws of checking, over texts made of pieces of scripts."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import to_builtins

from storyc.lowering import lower, to_json, units
from storyc.project import check_sources
from storyc.semantics.plainness import Body, Glance
from storyc.storyboard import Storyboard
from storyc.text import MemoryFiles
from storyc.wire import NEWEST
from tests.semantics.conftest import CAST

HEADINGS = (
    "PAGE 1", "PAGES 2-3 [spread]", "PAGE ONE (FIVE PANELS)", "PAGE 3 (2 panels) [splash, size: 512x768", "PAGE",
    "PANEL 1", "PANEL", "PANEL 2a [inset 1, close-up, MARA: young]", "Panel: rain", "PANEL 1 [same as 1, seed, pin x]",
    "CAST", "LOCATIONS", "STYLE", "ATTACHMENTS", "# one", "## two", "CLIP a [5s, 720p, from panel 1, seed]", "CLIP",
    "INCLUDE other", "INCLUDE ../x", "DEFINE shop = {{street}}", "DEFINE street = {{shop}}", "Title: x", "Size: 1x1",
)  # fmt: skip
LINES = (
    "MARA: hi", "MARA", "mara (off) ^", "TOBBY: hi", "MARA & TOBBY: hi", "@fox: hi", "@", "@: x", "狐（whisper）：重い",
    "(cont)", "(softly)", "()", "(", "~ la", "~", "SFX (x, large): BANG", "CAPTION (MARA, locale, zz): hi", "TEXT:",
    "TITLE: x", "NOTE: y", "ARTIST: z", ": more", ":", "!plain", "!", "\\PANEL 5", "\\(x)", "\\", "= syn", "[[note]]",
    "[[open", "]]", "/*", "*/", "/* c */ x", "// c", "> CUT", ">", "INT. HOUSE - DAY", ".X [MARA: young]", "{{shop}}",
    "{{}}", "{{shop}}: hello", "image: a.png", "grandma: hi", "*bold _x*", "**a***b*", "a\0b", "KRAKOOM", "x",
    "Mara lifts the lantern.", "PANEL IV", "CLIP x [5s]", "12:30", "http://x", "    age: 34", "    more", "BARE - x",
    "MARA / young (little Mara): small", "MARA / :", "& & &", "MARA, TOBY: both",
)  # fmt: skip
ENDS = ("\n", "\n", "\n\n", "\n\n", "\r\n", "\r", "")

lines = st.one_of(
    st.sampled_from(HEADINGS), st.sampled_from(LINES), st.sampled_from(LINES),
    st.tuples(st.sampled_from(LINES), st.sampled_from(LINES)).map(" ".join), st.text(max_size=8),
)  # fmt: skip
bodies = st.lists(st.tuples(lines, st.sampled_from(ENDS)).map("".join), max_size=14).map("".join)
starts = st.sampled_from(["", f"{CAST}MARA VOSS / young: x\n\nPAGE 1\n\nPANEL 1\n", "PAGE 1\n\nPANEL 1\n"])
texts = st.tuples(starts, bodies).map("".join)


def files(*contents: str) -> MemoryFiles:
    names = ("main.story", "other.story")
    return MemoryFiles({name: text.encode() for name, text in zip(names, contents, strict=False)} | {"a.png": b"x"})


@settings(deadline=None, max_examples=300)
@given(texts, texts)
def test_any_text_is_checked_and_what_is_right_becomes_requests(main: str, other: str) -> None:
    checked = check_sources("main.story", files(main, other), {})
    for one in checked.diagnostics:
        for label in (one.primary, *one.labels):
            text = checked.sources[label.source].text
            assert 0 <= label.span.start <= label.span.end <= len(text)
        for edit in (edit for fix in one.fixes for edit in fix.edits):
            assert 0 <= edit.span.start <= edit.span.end <= len(checked.sources[edit.source].text)
        assert one.message
        assert "\n" not in one.message
    if checked.program is not None:
        storyboard = lower(checked.program)
        assert to_json(storyboard, units(storyboard, NEWEST, {"a.png": "0" * 64}))


@settings(deadline=None, max_examples=300)
@given(texts)
def test_what_is_plain_at_a_glance_has_nothing_wrong(main: str) -> None:
    """The shortcut around folding bodies changes nothing that is said."""
    glanced = check_sources("main.story", files(main), {}).diagnostics
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Glance, "look", lambda _self, _lines: Body.OPEN)
        folded = check_sources("main.story", files(main), {}).diagnostics
    assert glanced == folded


SCRIPT = """\
Title: Laws
Author: A. Writer

CAST

MARA: Harbour pilot,
    tall.
    age: 34

TOBY: A boy.

LOCATIONS

THE PIER: Wood.

PAGE ONE (2 PANELS)

EXT. THE PIER - NIGHT

PANEL 1 [wide]
Mara at the rail.
Rain.

MARA (off): Forty years.
: Not once.

SFX: KRSH

PANEL 2

TOBY
(softly)
Aunt Mara.

CLIP drift [5s, from panel 1]

The lamp drifts.
"""


def without_places(storyboard: Storyboard) -> Any:
    def bare(value: Any) -> Any:
        match value:
            case dict():
                return {key: bare(one) for key, one in value.items() if key != "origin"}
            case list() | tuple():
                return [bare(one) for one in value]
            case _:
                return value

    return bare(to_builtins(storyboard))


def meaning(text: str) -> Any:
    checked = check_sources("main.story", files(text), {})
    assert checked.program is not None, checked.diagnostics
    assert not checked.diagnostics
    return without_places(lower(checked.program))


remarks = st.sampled_from(["", "// a remark", "/* over\n\nlines */", "   ", "\t"])


@settings(deadline=None, max_examples=80)
@given(st.lists(remarks, min_size=SCRIPT.count("\n\n"), max_size=SCRIPT.count("\n\n")))
def test_comments_and_empty_lines_mean_nothing(inserted: list[str]) -> None:
    paragraphs = SCRIPT.split("\n\n")
    text = paragraphs[0]
    for remark, paragraph in zip(inserted, paragraphs[1:], strict=True):
        text += f"\n\n{remark}\n\n{paragraph}" if remark else f"\n\n{paragraph}"
    assert meaning(text) == meaning(SCRIPT)


@settings(deadline=None, max_examples=60)
@given(
    ending=st.sampled_from(["\n", "\r\n", "\r"]),
    trailing=st.sampled_from(["", " ", "\t", " /* c */"]),
    mark=st.sampled_from(["", "\ufeff"]),
    indents=st.lists(st.sampled_from(["", "    ", "\t", "\u3000"]), min_size=40, max_size=40),
)
def test_layout_means_nothing(ending: str, trailing: str, mark: str, indents: list[str]) -> None:
    begin = SCRIPT.index("PAGE ONE")
    pages_of = [indent + line for indent, line in zip(indents, SCRIPT[begin:].split("\n"), strict=False)]
    every = SCRIPT[:begin].split("\n")[:-1] + pages_of
    text = mark + "".join(f"{line}{trailing if line.strip() else ''}{ending}" for line in every)
    assert meaning(text) == meaning(SCRIPT)


@settings(deadline=None, max_examples=40)
@given(
    numbers=st.sampled_from([("1", "2"), ("ONE", "TWO"), ("one", "Two"), ("7", "7a"), ("１", "２")]),
    case=st.sampled_from([str, str.lower, str.title]),
)
def test_headings_may_be_written_in_many_ways(numbers: tuple[str, str], case: Any) -> None:
    def labels(value: Any) -> Any:
        for page in value["pages"]:
            page["label"] = ""
            for panel in page["panels"]:
                panel["label"] = ""
        return value

    text = SCRIPT.replace("PAGE ONE", f"{case('PAGE')} {numbers[0]}").replace(
        "from panel 1", f"from panel {numbers[0]}"
    )
    text = text.replace("PANEL 1", f"{case('PANEL')} {numbers[0]}").replace("PANEL 2", f"{case('PANEL')} {numbers[1]}")
    assert labels(meaning(text)) == labels(meaning(SCRIPT))

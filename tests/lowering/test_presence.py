"""Who and what is in a picture."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyc.lowering import lower
from storyc.lowering.presence import Finder
from storyc.project import check_sources
from storyc.storyboard import Panel
from storyc.text import MemoryFiles

HEAD = """\
CAST

MARA VOSS (Mara, the Captain): x

ROSE: x

DR. CHO: x

will: x

O'NEIL.+*?: x

狐 (きつね): x

ليلى: x

NELL: x

V: x

A: x

I: x

THE BOY: x

مي: x

LANTERN GIRL (Lamp): x

NELL / 1987 (young Nell): x

PROPS

LANTERN (signal lamp): x

LAMP: x

弁当箱: x

PAGE 1

PANEL 1
"""


def panel(body: str) -> Panel:
    checked = check_sources("main.story", MemoryFiles({"main.story": f"{HEAD}{body}\n".encode()}), {})
    assert checked.program is not None, checked.diagnostics
    return lower(checked.program).pages[0].panels[0]


@pytest.mark.parametrize(
    ("prose", "cast"),
    [
        ("MARA at the rail.", ("MARA VOSS",)),
        ("Mara at the rail; The captain turns.", ("MARA VOSS",)),
        ("The captain's hand.", ("MARA VOSS",)),
        ("Marathon. Tamara. MARAS.", ()),
        ("Mara, and Mara again.", ("MARA VOSS",)),
        ("マストにMaraがいる。", ("MARA VOSS",)),
        ("V walks in, V's coat wet.", ("V",)),
        ("A V-shaped valley. The V of a road. V8, V.I.P., V/H and v.", ()),
        ("Give it to A. A and V sit.", ("A", "V")),
        ("A dog. I think so, and I am.", ()),
        ("Close on the boy's feet.", ("THE BOY",)),
        ("أمير ومي في المياه", ("مي",)),
        ("A rose in a vase.", ()),
        ("Rose with a rose.", ("ROSE",)),
        ("Dr. Cho and Mara Voss.", ("DR. CHO", "MARA VOSS")),
        ("Dr.  Cho", ("DR. CHO",)),
        ("will waits.", ("will",)),
        ("O'Neil.+*? laughs.", ("O'NEIL.+*?",)),
        ("きつねが歩く。狐の影。", ("狐",)),
        ("ليلى تمشي", ("ليلى",)),
        ("Nell and young Nell.", ("NELL", "NELL / 1987")),
        ("[[Mara is not here.]] Rain.", ()),
        ("ARTIST: Mara's left hand.", ("MARA VOSS",)),
        ("Rain.\n\nNOTE: Mara's left hand.", ()),
    ],
)
def test_who_is_named_is_in_the_picture(prose: str, cast: tuple[str, ...]) -> None:
    assert panel(prose).cast == cast


@pytest.mark.parametrize(
    ("speech", "cast"),
    [
        ("MARA: x", ("MARA VOSS",)),
        ("MARA (whisper): x", ("MARA VOSS",)),
        ("MARA (off): x", ()),
        ("MARA (V.O.): x", ()),
        ("MARA (radio): x", ()),
        ("MARA & ROSE: x", ("MARA VOSS", "ROSE")),
        ("MARA: Rose is not here.", ("MARA VOSS",)),
        ("CAPTION (MARA): x", ()),
        ("SFX (lantern): x", ()),
    ],
)
def test_who_is_seen_speaking_is_in_the_picture(speech: str, cast: tuple[str, ...]) -> None:
    assert panel(f"Rain.\n\n{speech}").cast == cast


@pytest.mark.parametrize(
    ("prose", "props"),
    [
        ("The lantern swings.", ("LANTERN",)),
        ("A Lantern, a signal  lamp.", ("LANTERN",)),
        ("Two lanterns.", ()),
        ("弁当箱の蓋。", ("弁当箱",)),
        ("A lamp.", ("LAMP",)),
        ("Lamp waves.", ()),
    ],
)
def test_things_are_found_in_any_case(prose: str, props: tuple[str, ...]) -> None:
    assert panel(prose).props == props


SPELLINGS = (
    "MARA VOSS",
    "Mara",
    "the boy",
    "The Fox",
    "DR. CHO",
    "A",
    "狐",
    "لي",
    "José",
    "Jose\u0301",
    "STRASSE",
    "straße",
    "İREM",
    "IREM",
)
PIECES = (
    *SPELLINGS,
    *map(str.lower, SPELLINGS),
    *map(str.title, SPELLINGS),
    "mara  voss",
    " ",
    " ",
    ", ",
    "'s",
    "_",
    "\u0301",
    "ırem",
    "ſ",
    "の",
)


@given(st.sets(st.sampled_from(SPELLINGS)), st.lists(st.sampled_from(PIECES), max_size=8).map("".join), st.booleans())
def test_no_name_is_without_a_trace(spellings: set[str], text: str, in_any_case: bool) -> None:
    """Texts that are passed over unread hold no name."""
    finder, thorough = (Finder({name: name for name in sorted(spellings)}, in_any_case=in_any_case) for _ in range(2))
    thorough._traces = ("",)
    assert finder.written(text) == thorough.written(text)

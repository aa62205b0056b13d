"""Who speaks, how, and what only looks so."""

import pytest

from storyc.storyboard import Action, Caption, InArt, Note, Sfx, Speech, Title
from tests.semantics.conftest import CAST, board, check, in_panel, panel, said


def spoken(body: str) -> list[tuple[tuple[str, ...], str]]:
    return [
        (item.speakers, "".join(run.text for run in item.text))
        for item in panel(body).items
        if isinstance(item, Speech)
    ]


def how(body: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(item.modifiers, item.directions) for item in panel(body).items if isinstance(item, Speech)]


@pytest.mark.parametrize(
    ("body", "speakers"),
    [
        ("MARA VOSS: Hello.", ("MARA VOSS",)),
        ("MARA: Hello.", ("MARA VOSS",)),
        ("mara: Hello.", ("MARA VOSS",)),
        ("The  Captain: Hello.", ("MARA VOSS",)),
        ("@the Captain: Hello.", ("MARA VOSS",)),
        ("Dr. Cho: Hello.", ("DR. CHO",)),
        ("狐：Hello.", ("狐",)),
        ("きつね（whisper）：Hello.", ("狐",)),
        ("MARA & TOBY: Hello.", ("MARA VOSS", "TOBY")),
        ("狐＆Toby (burst): Hello.", ("狐", "TOBY")),
        ("MARA : Hello.", ("MARA VOSS",)),
        ("MARA(off):Hello.", ("MARA VOSS",)),
        ("MARA\nHello.", ("MARA VOSS",)),
        ("MARA:\nHello.", ("MARA VOSS",)),
        ("mara (off)\nHello.", ("MARA VOSS",)),
        ("@Mara\nHello.", ("MARA VOSS",)),
        ("MARA & 狐 ^\nHello.", ("MARA VOSS", "狐")),
        ("TOBY /* c */\nHello.", ("TOBY",)),
        ("TOBY (off) /* c */\nHello.", ("TOBY",)),
    ],
)
def test_somebody_speaks(body: str, speakers: tuple[str, ...]) -> None:
    assert spoken(body) == [(speakers, "Hello.")]
    assert in_panel(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "the lighthouse at the end of the mole: dark.",
        "12:30. The docks.",
        "https://example.com is on the screen.",
        "Panel 2 is offline.",
        "Pages turned slowly.",
        "!MARA: is what the poster says.",
        "\\MARA: is what the poster says.",
        "MARA — hello",
        "A very long label that is no name at all: text.",
        "Mara holds the lamp.\nTwo words: no speech here.",
    ],
)
def test_nobody_speaks(body: str) -> None:
    assert spoken(body) == []
    assert in_panel(body) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("TOBBY: Hello?", ["unknown-character 1:1 TOBBY"]),
        ("@nobody: Hello?", ["unknown-character 1:2 nobody"]),
        ("MARA & TOBBY: Run!", ["unknown-character 1:8 TOBBY"]),
        ("TOBBY & MARRA: Run!", ["unknown-character 1:1 TOBBY", "unknown-character 1:9 MARRA"]),
        ("MARA &: Run!", ["unknown-character 1:1 MARA &"]),
        ("MARA, TOBY: Run!", ["unknown-character 1:1 MARA, TOBY"]),
        ("WIDE: the harbour.", ["unknown-character 1:1 WIDE"]),
        ("TOBBY:\nHello?", ["unknown-character 1:1 TOBBY"]),
        ("grandma: sit down.", ["looks-like-dialogue 1:1 grandma"]),
        ("caption: not one", ["looks-like-dialogue 1:1 caption"]),
        ("Rain.\n\ngrandma: sit down.", ["looks-like-dialogue 3:1 grandma"]),
        ("KRAKOOM\nThe roof comes down.", ["unknown-cue 1:1 KRAKOOM"]),
        ("MARA\n\nHello.", ["empty-speech 1:1 MARA"]),
        ("MARA (V.O.)\n\nHello.", ["empty-speech 1:1 MARA"]),
        ("MARA:", ["empty-speech 1:6"]),
        ("MARA: [[only a note]]", ["empty-speech 1:7 [[only a note]]"]),
        ("MARA: /* only a comment */", ["empty-speech 1:7 /* only a comment */"]),
        ("MARA\n(beat)", ["empty-speech 2:1 (beat)"]),
        ("MARA: Hello.\n(beat)", ["empty-speech 2:1 (beat)"]),
        ("MARA\nHello.\n(beat)", ["empty-speech 3:1 (beat)"]),
        ("MARA\n[[a note]]", ["empty-speech 1:1 MARA"]),
        (": Not once.", ["no-speaker 1:1 : Not once."]),
        ("MARA (wisper): Hello.", ["unknown-modifier 1:7 wisper"]),
        ("MARA\n(whsiper)\nHello.", ["unknown-modifier 2:2 whsiper"]),
        ("MARA\nHello.\nSFX: BANG", ["label-in-speech 3:1 SFX: BANG"]),
        ("MARA\nHello.\nTOBY: Hi.", ["label-in-speech 3:1 TOBY: Hi."]),
        ("CAPTION (nobody): x", ["unknown-modifier 1:10 nobody"]),
        ("Rain.\nPANEL IV", ["not-a-heading 2:1 PANEL IV"]),
        ("MARA\nHello.\nPAGE 31, 3 PANELS", ["not-a-heading 3:1 PAGE 31, 3 PANELS"]),
        ("Rain.\n\nCAST", ["declaration-in-panel 3:1 CAST"]),
        ("Rain.\nCLIP a [5s]", ["clip-in-text 2:1 CLIP a [5s]"]),
    ],
)
def test_what_is_said_about_it(body: str, found: list[str]) -> None:
    assert [one for one in in_panel(body) if not one.startswith("empty-panel")] == found


def test_an_unknown_name_is_said_once_with_its_other_places() -> None:
    assert in_panel("TOBBY: Hello?\n\nMara nods.\n\nTOBBY: Hello?") == ["unknown-character 1:1 TOBBY"]


@pytest.mark.parametrize(
    "joined", ["MARA, TOBY", "MARA/TOBY", "Mara and Toby", "MARA AND TOBY", "MARA + TOBY", "MARA、TOBY"]
)
def test_names_that_are_joined_otherwise_get_a_hint(joined: str) -> None:
    (one,) = check(f"{CAST}PAGE 1\n\nPANEL 1\n{joined}: Run!\n").diagnostics
    assert " & " in one.helps[0]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("MARA (off, burst): x", [(("off", "burst"), ())]),
        ("MARA (V.O.): x", [(("off",), ())]),
        ("MARA (OFF PANEL; loud): x", [((), ("OFF PANEL; loud",))]),
        ("MARA\n(softly)\nx", [((), ("softly",))]),
        ("MARA (off)\n(whisper, to herself)\nx", [(("off", "whisper"), ("to herself",))]),
        ("MARA (whisper)\nx\n(cont)\ny", [(("whisper",), ()), (("whisper", "joined"), ())]),
        ("MARA (off): x\n: y", [(("off",), ()), (("off",), ())]),
        ("MARA (off): x\n(whisper)\ny", [(("off",), ()), (("off", "whisper"), ())]),
        ("MARA\n~ x\ny\n~ z", [(("sing",), ()), ((), ()), (("sing",), ())]),
        ("MARA (sing)\n~ x", [(("sing",), ())]),
        ("MARA\n(softly) /* c */\nx", [((), ("softly",))]),
        ("MARA\n\\(softly)", [((), ())]),
        ("MARA\n\\~ x", [((), ())]),
    ],
)  # fmt: skip
def test_how_somebody_speaks(body: str, expected: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
    assert how(body) == expected


def test_a_direction_lasts_for_one_balloon_and_a_modifier_for_all() -> None:
    assert how("MARA (off)\n(softly)\nx\n(whisper)\ny\n: z") == [
        (("off",), ("softly",)), (("off", "whisper"), ()), (("off", "whisper"), ()),
    ]  # fmt: skip


def test_dual_dialogue_is_the_first_balloon_only() -> None:
    items = panel("MARA\nx\n\nTOBY ^\n(softly)\ny\n(louder)\nz").items
    assert [item.is_dual for item in items if isinstance(item, Speech)] == [False, True, False]


def test_lines_flow_on_in_a_speech_and_stand_under_a_cue() -> None:
    assert spoken("MARA: one\ntwo\n\nMARA\none\ntwo") == [(("MARA VOSS",), "one two"), (("MARA VOSS",), "one\ntwo")]
    assert spoken("狐：重い\n重い。") == [(("狐",), "重い重い。")]


def test_the_last_speaker_is_forgotten_at_the_panel() -> None:
    script = f"{CAST}PAGE 1\n\nPANEL 1\nMARA: x\n\nPANEL 2\nRain.\n: y\n"
    assert said(script) == ["no-speaker 18:1 : y"]


def test_other_lettering() -> None:
    items = panel(
        """\
        CAPTION (Mara, locale): a
        Caption: b
        CAP: c
        SFX (door, large): d
        SFX: e
        TITLE: f
        TEXT (sign): g
        ARTIST: h
        NOTE: i
        """
    ).items
    assert [type(item) for item in items] == [Caption, Caption, Caption, Sfx, Sfx, Title, InArt, Note, Note]
    caption, effect = items[0], items[3]
    assert isinstance(caption, Caption)
    assert (caption.kind, caption.character) == ("locale", "MARA VOSS")
    assert isinstance(effect, Sfx)
    assert (effect.source, effect.modifiers) == ("door", ("large",))


def test_a_cue_of_lettering() -> None:
    assert [type(item) for item in panel("CAPTION\nThe last boat\nleft at six.").items] == [Caption]


def test_a_page_may_speak_before_its_first_panel() -> None:
    page = board(f"{CAST}PAGE 1\nRain.\nMARA: Hello.\nNOTE: x\n\nPANEL 1\nRain.\n").pages[0]
    assert page.description == ("Rain.", 'MARA VOSS: "Hello."')
    assert [note.text for note in page.notes] == ["x"]


def test_notes_stay_where_they_stood() -> None:
    items = panel("Rain. [[one]]\n[[two]]\nMore rain.\n\nMARA: Hello. [[three]]").items
    assert [item.text if isinstance(item, Action | Note) else "speech" for item in items] == [
        "Rain. More rain.", "one", "two", "speech", "three",
    ]  # fmt: skip

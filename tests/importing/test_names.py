"""Who is meant by a name: short forms, other spellings, and what Japanese scripts put before a quotation."""

import pytest

from storyc.importing import import_text


def comic(text: str, cast: str = "MARA VOSS - a pilot\nTOBY - a boy") -> str:
    return import_text(f"CAST\n\n{cast}\n\nPAGE 1\n\nPANEL 1\n{text}\n", "comic").text


def entries(story: str) -> list[str]:
    return [line for line in story.partition("PAGE 1")[0].splitlines()[1:] if line]


@pytest.mark.parametrize(
    ("cast", "text", "first"),
    [
        ("MARA VOSS - a pilot", "Rain.\n\nMARA: Hello.", "MARA VOSS (MARA): a pilot"),
        ("MARA VOSS - a pilot", "Rain.\n\nCAPTION (MARA): Hello.", "MARA VOSS (MARA): a pilot"),
        ("MARA VOSS - a pilot", "MARA at the rail.", "MARA VOSS (MARA): a pilot"),
        ("MARA VOSS - a pilot", "There Mara stands.", "MARA VOSS (Mara): a pilot"),
        ("Dr. Cho - a doctor", "Rain.\n\nDR CHO: Hello.", "Dr. Cho (DR CHO): a doctor"),
        ("WILL TURNER - a smith", "Will it rain?", "WILL TURNER: a smith"),
        ("THE OLD MAN - a man", "THE rain.", "THE OLD MAN: a man"),
        ("MARA VOSS - 34, a pilot", "Rain.", "MARA VOSS: a pilot"),
    ],
)
def test_a_short_form_becomes_an_alias(cast: str, text: str, first: str) -> None:
    assert entries(comic(text, cast))[0] == first


def test_words_stay_as_they_were_written() -> None:
    assert "\nMARA: Hello.\n" in comic("Rain.\n\nMARA: Hello.")


def test_who_could_be_two_people_is_a_third() -> None:
    story = comic("Rain.\n\nMARA: Hello.", "MARA VOSS - a pilot\nMARA JADE - a smuggler")
    assert entries(story) == ["MARA VOSS: a pilot", "MARA JADE: a smuggler", "MARA:"]


def test_of_who_only_speaks_nobody_knows_the_whole_name() -> None:
    story = comic("Rain.\n\nOLD MAN: Hello.\n\nMAN: Hello.")
    assert {"OLD MAN:", "MAN:"} <= set(entries(story))


def test_a_guess_about_a_name_is_told() -> None:
    imported = import_text("CAST\n\nMARA VOSS - a pilot\n\nPAGE 1\n\nPANEL 1\nMARA.\n", "comic")
    assert [one.message for one in imported.findings] == ["`MARA` is taken for `MARA VOSS` of the list of characters"]


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("美咲「重い。」", "美咲: 重い。"),
        ("美咲（小声）「重い。」", "美咲 (whisper): 重い。"),
        ("美咲（Ｍ）「重い。」", "美咲 (thought): 重い。"),
        ("Ｎ「朝。」", "CAPTION (narrator): 朝。"),
        ("ナレーション「朝。」", "CAPTION (narrator): 朝。"),
        ("ＳＥ：ガタッ", "SFX: ガタッ"),
        ("看板には「本日休業」", "看板には「本日休業」"),
        ("美咲が言う、「重い。」", "美咲が言う、「重い。」"),
        ("「重い。」と美咲。", "「重い。」と美咲。"),
    ],
)
def test_a_name_before_a_quotation_speaks(line: str, written: str) -> None:
    story = import_text(f"１ページ\n\n１コマ\n雨。\n{line}\n", "comic").text
    assert written in story.splitlines()

"""The live page speaks the language of its story, but for what is said about the script."""

from pathlib import Path

import pytest

from storyc.diagnostics.codes import ALL
from storyc.preview.composing import Composer
from storyc.preview.marks import Bill
from storyc.preview.seeing import look
from storyc.wording import labels_for

SCRIPT = "Title: La lanterne\nLanguage: {}\n\nCAST\n\nMARA: Pilote.\n\nPAGE 1\n\nPANEL 1 [wide]\nLe port.\n\nMARA (off): Non.\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path / "port.story"


@pytest.mark.parametrize(
    ("language", "tag", "words"),
    [
        (
            "fr",
            "fr",
            ("rien à signaler", "à esquisser", "non connecté\u202f; nouvelle tentative", "hors champ", "large"),
        ),
        ("ja", "ja", ("指摘はありません", "これから下描き", "切断中・再接続しています", "画面外", "横長")),
        ("ar", "en", ("nothing to say", "to be sketched", "not connected; trying again", "off", "wide")),
    ],
)
def test_everything_of_ours_is_in_one_language(path: Path, language: str, tag: str, words: tuple[str, ...]) -> None:
    path.write_text(SCRIPT.format(language), "utf-8")
    scene, report = Composer("").compose(look(path, is_draft=None), "12:00:00")
    found, mark, is_off, how, framing = words
    assert f'dir="ltr" lang="{tag}">' in scene.watch
    assert f'<b class="found">{found}</b>' in scene.watch
    assert f'data-off="{is_off}"' in scene.watch
    assert f'<p class="built" lang="{tag}" dir="ltr">{mark}</p>' in scene.parts["page-1"]
    assert f"</span>{how}<span" in scene.parts["page-1"]
    assert f'<span dir="auto">{framing}</span>' in scene.parts["page-1"]
    assert report.summary == "nothing to say"


def test_what_is_wrong_with_a_script_is_said_in_english_and_says_so(path: Path) -> None:
    composer = Composer("")
    path.write_text(SCRIPT.format("fr"), "utf-8")
    composer.compose(look(path, is_draft=None), "12:00:00")
    path.write_text(SCRIPT.format("fr") + "\nNADIE: Non.\n\nMARA (wisper): Non.\n", "utf-8")
    scene, report = composer.compose(look(path, is_draft=None), "12:00:01")
    assert report.summary == "1 error, 1 warning"
    assert '<b class="found">1 erreur, 1 avertissement</b>' in scene.watch
    assert "La page montre le scénario tel qu’il était à 12:00:00." in scene.watch
    assert '<b>erreur</b> <span lang="en">nobody called `NADIE` is in the cast' in scene.watch
    assert ALL["SC0201"].name in scene.watch


def test_a_bill_is_said_as_the_language_counts() -> None:
    assert Bill().words(labels_for("fr")) == ""
    assert Bill(1, 1200).words(labels_for("de")) == "ein Build würde 1 Anfrage für 1.200 Credits kaufen"
    assert Bill(3, 90).words(labels_for("en")) == "a build would buy 3 requests for 90 credits"
    assert Bill(3, 90).words(labels_for("zh-TW")) == "建置將以90點購買3個請求"

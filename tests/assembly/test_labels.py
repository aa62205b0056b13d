"""The page speaks the language of its story, and says so where it does not."""

import pytest

from storyc.assembly import to_html, to_markdown
from storyc.planning import Art, Results
from storyc.storyboard import Action, Caption, Clip, Credits, Note, Page, Panel, PanelKey, Run, Speech, Storyboard

NOTHING = Results({}, {}, is_draft=True)


def board(language: str) -> Storyboard:
    panel = Panel(1, items=(Action("…"), Speech(("MARA",), (Run("…"),))))
    return Storyboard(credits=Credits(title="T"), language=language, pages=(Page(1, panels=(panel,)),))


def nothing(_art: Art) -> bytes:
    return b""


def page(language: str, results: Results = NOTHING) -> str:
    return to_html(board(language), results, nothing)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ja", ("目次", "1ページ", "1コマ目", "画像はまだありません", "キー操作", "下描き", "統計")),
        ("fr-CA", ("Sommaire", "Page 1", "Case 1", "Pas encore d’image", "Touches", "Brouillon", "Statistiques")),
        ("zh-TW", ("目錄", "第1頁", "第1格", "尚無圖像", "按鍵", "草稿", "統計")),
    ],
)
def test_a_page_has_the_labels_of_its_language(language: str, words: tuple[str, ...]) -> None:
    made = page(language)
    assert f'<html lang="{language}"' in made
    assert all(word in made for word in words)
    assert "Contents" not in made
    assert "Panel 1" not in made


def test_labels_of_another_language_say_so() -> None:
    made = page("ar")
    assert '<html lang="ar" dir="rtl"' in made
    assert '<header class="bar" dir="ltr" lang="en"' in made
    assert '<h2 id="page-1-title" lang="en" dir="ltr">Page 1</h2>' in made
    assert '<b class="who" dir="auto">MARA</b>' in made


def test_numbers_with_units_run_as_their_language_does() -> None:
    assert '<dd lang="en" dir="ltr">0 of 1</dd>' in page("ar")
    assert "<dd>1のうち0</dd>" in page("ja")


def told(language: str) -> Storyboard:
    """Return a story with something of each kind that our words are put to."""
    items = (
        Speech(("美咲",), (Run("…"),), modifiers=("whisper",)),
        Caption((Run("…"),), kind="locale"),
        Note("artist", "…"),
    )
    panel = Panel(1, framing=("wide", "close-up"), cast=("美咲", "狐"), items=items)
    return Storyboard(language=language, style=(("art", "ink"), ("fog", "much")), pages=(Page(1, panels=(panel,)),))


def test_the_words_of_the_script_are_said_in_the_language_of_the_story() -> None:
    made = to_html(told("ja"), NOTHING, nothing)
    assert '<span dir="auto">横長</span> <span dir="auto">クローズアップ</span>' in made
    assert "</span>ささやき<span" in made
    assert "</span>場所・時間<span" in made
    assert '<dt dir="auto">作画</dt>' in made
    assert '<dt dir="auto">Fog</dt>' in made
    assert 'class="panel' in made
    assert " wide close-up" in made  # what the style sheet knows it by
    assert "is-whisper" in made


def test_marks_around_words_are_those_of_the_language() -> None:
    japanese, french = to_markdown(told("ja"), NOTHING), to_markdown(told("fr"), NOTHING)
    assert "- **美咲** *（ささやき）*：…" in japanese
    assert "<sub>横長、クローズアップ · 登場：美咲、狐" in japanese
    assert "- *作画担当へ：* …" in japanese
    assert "- **美咲** *(chuchoté)*\u202f: …" in french
    assert "- *Pour le dessin\u202f:* …" in french


def test_labels_of_the_same_language_need_not() -> None:
    assert '<h2 id="page-1-title">Page 1</h2>' in page("en-GB")
    assert '<h2 id="page-1-title" lang="en">Page 1</h2>' in page("")


def test_markdown_has_them_too() -> None:
    made = to_markdown(board("de"), NOTHING)
    assert "## Inhalt" in made
    assert "| Seiten | Art | Panels | Was geschieht |" in made
    assert "> **Entwurf:** Alle Bilder" in made


def test_a_film_shows_the_picture_that_it_begins_with() -> None:
    still, film = Art("s", "s.webp", 4, 3, "image/webp"), Art("f", "f.mp4", 16, 9, "video/mp4")
    clip = Clip(1, first_frame=PanelKey(1, 1))
    story = Storyboard(pages=board("").pages, clips=(clip,))
    shown = Results({PanelKey(1, 1): still}, {1: film}, is_draft=False)
    assert 'poster="art/s.webp"' in to_html(story, shown, nothing, art_root="art")
    assert "[![Film](art/s.webp)](art/f.mp4)" in to_markdown(story, shown, art_root="art")
    assert (
        "poster"
        not in to_html(story, Results({}, {1: film}, is_draft=False), nothing, art_root="art").partition("<main>")[2]
    )

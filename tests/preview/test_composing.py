"""What is shown at first is what is shown in the end."""

from pathlib import Path

import pytest

from storyc.preview.composing import Composer
from storyc.preview.seeing import look
from tests.benchmarks.script_maker import make_script

PAGES = 24
TEXT = make_script(PAGES)


def panel_of(page: int, text: str) -> int:
    """Return where the description of a panel begins."""
    return text.index("\n", text.index("PANEL 3", text.index(f"PAGE {page} "))) + 1


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    found = tmp_path / "long.story"
    found.write_text(TEXT, "utf-8")
    return found


@pytest.mark.parametrize("pages", [(1,), (2,), (13,), (PAGES,), (4, 5), (1, 9, 17)], ids=str)
def test_a_glance_has_the_changed_pages_as_they_will_be(path: Path, pages: tuple[int, ...]) -> None:
    composer = Composer("vscode://file{path}:{line}")
    before, _ = composer.compose(look(path, is_draft=None), "12:00:00")
    text = TEXT
    for page in pages:
        at = panel_of(page, text)
        text = f"{text[:at]}Something <new>.\n{text[at:]}"
    path.write_text(text, "utf-8")
    seen = look(path, is_draft=None)
    first = composer.glance(seen, "12:00:01")
    last, report = composer.compose(seen, "12:00:01")
    assert first is not None
    assert report.state == "good"
    assert (first.watch, first.lines) == (last.watch, last.lines)
    different = {name for name, html in first.parts.items() if html != before.parts[name]}
    assert {name for name in different if name.startswith("page-")} == {f"page-{page}" for page in pages}
    for name in last.parts:
        if name.startswith("page-"):
            assert first.parts[name] == last.parts[name]


@pytest.mark.parametrize("change", ["page", "title", "everything", "error"])
def test_there_is_no_glance_at_what_concerns_all(path: Path, change: str) -> None:
    composer = Composer("")
    composer.compose(look(path, is_draft=None), "12:00:00")
    text = {
        "page": TEXT + "\nPAGE 25\n\nPANEL 1\nThe end.\n",
        "title": TEXT.replace("The Long Night", "The Short Night"),
        "everything": TEXT.replace("PANEL 1", "PANEL 1 [silhouette]"),
        "error": TEXT.replace("MARA VOSS:", "NOBODY:", 1),
    }[change]
    path.write_text(text, "utf-8")
    assert composer.glance(look(path, is_draft=None), "12:00:01") is None


def test_a_composer_of_long_ago_makes_the_page_of_a_new_one(path: Path) -> None:
    composer = Composer("")
    for page in (3, 7, 3):
        at = panel_of(page, TEXT)
        path.write_text(f"{TEXT[:at]}Page {page} is new.\n{TEXT[at:]}", "utf-8")
        seen = look(path, is_draft=None)
        composer.glance(seen, "12:00:01")
        scene, _ = composer.compose(seen, "12:00:01")
    fresh, _ = Composer("").compose(look(path, is_draft=None), "12:00:01")
    assert scene.parts == fresh.parts

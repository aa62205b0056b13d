"""What is said of a story while it is edited is what a check of all of it says."""

from pathlib import Path

import pytest

from storyc.lsp.desk import NOWHERE
from storyc.lsp.script import make_script
from storyc.lsp.shelf import Shelf
from storyc.lsp.story import Story
from tests.benchmarks import script_maker
from tests.lsp.edits import NAME, OTHER, Edit, Trial

MAIN = "Title: T\n\nINCLUDE cast\n\nPAGE 1 (1 PANEL)\n\nPANEL 1\nRain.\n\nMARA: Here.\n\nPAGE 2\n\nPANEL 1\nMore rain.\n\nPAGE 3\n\nPANEL 1\nSun.\n"
CAST = "CAST\n\nMARA: A pilot.\n"


def typed(text: str, words: str, new: str) -> Edit:
    """Return the edit that writes other words in the place of some."""
    start = text.index(words)
    return Edit(start, start + len(words), new)


@pytest.mark.parametrize(
    ("name", "words", "new"),
    [
        (NAME, "Rain.", "Rain, and TOBBY."),
        (NAME, "MARA: Here.", "TOBBY: Here."),
        (NAME, "(1 PANEL)", "(2 PANELS)"),
        (NAME, "PAGE 3", "PAGE 2"),
        (NAME, "PAGE 2\n", "PAGES 3-4\n"),
        (NAME, "PAGE 2\n", "PAGE\n"),
        (NAME, "Title: T", "Title: T\nReading: right-to-left"),
        (NAME, "INCLUDE cast", "INCLUDE nobody"),
        (NAME, "More rain.", "More rain. /*"),
        (NAME, "More rain.", "[[More rain."),
        (NAME, "More rain.", "{{weather}}"),
        (NAME, "Sun.", "Sun.\n\nCLIP [from page 2 panel 1]\n\nIt moves."),
        (NAME, "More rain.", "More rain.\n\n# Act\n\nINCLUDE more\n\nPANEL 2\nIt goes on."),
        (OTHER, "MARA", "NELL"),
        (OTHER, "A pilot.", "A pilot.\n    agee: 3"),
        (OTHER, "CAST\n", "INCLUDE main\n\nCAST\n"),
        (OTHER, "A pilot.", "A pilot.\n\nPANEL 2\nThis panel belongs to no page.\n"),
    ],
)
def test_an_edit_and_its_undoing(name: str, words: str, new: str) -> None:
    trial = Trial(MAIN, CAST)
    trial.assert_right()
    trial.edit(name, typed(trial.scripts[name].text, words, new))
    trial.assert_right()
    end = len(trial.scripts[NAME].text)
    trial.edit(NAME, Edit(end, end, "\nThe end.\n"))
    trial.assert_right()
    trial.edit(name, typed(trial.scripts[name].text, new, words))
    trial.assert_right()


def test_panels_behind_an_include_belong_to_the_last_page_of_it() -> None:
    main = "PAGE 1 (2 PANELS)\n\nPANEL 1\nRain.\n\n# Act\n\nINCLUDE cast\n\nPANEL 2\nSun.\n\nPAGE 2\n\nPANEL 1\nFog.\n"
    trial = Trial(main, f"{CAST}\nPAGE 1\n\nPANEL 1\nHail.\n")
    trial.assert_right()
    trial.edit(NAME, typed(main, "Fog.", "More fog."))
    trial.assert_right()


def test_a_name_that_nobody_has_is_reported_once_wherever_it_is_edited() -> None:
    pages = "".join(f"PAGE {number}\n\nPANEL 1\nRain.\n\nTOBBY: {number}.\n\n" for number in range(1, 9))
    trial = Trial(f"INCLUDE cast\n\n{pages}", CAST)
    trial.assert_right()
    for number in (7, 1, 4):
        trial.edit(NAME, typed(trial.scripts[NAME].text, f"TOBBY: {number}.", f"MARA: {number}."))
        trial.assert_right()


def test_quiet_pages_are_not_looked_at_again() -> None:
    shelf = Shelf(NOWHERE)
    text = script_maker.make_script(30)
    script = shelf.opened[NAME] = make_script(NAME, text)
    story = Story(NAME, shelf, {})
    assert story.look().extracts[NAME].text == text
    at = text.index("PANEL 3", text.index("PAGE 9 "))
    shelf.opened[NAME] = script.edited(at, at, "Rain. ")
    assert len(story.look().extracts[NAME].text) < len(text) / 10


def test_a_file_on_disk_is_read_again_when_it_has_changed(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.opened[NAME] = make_script(NAME, MAIN)
    story = Story(NAME, shelf, {})
    assert {said.code.name for said in story.look().diagnostics} == {"missing-file"}
    (tmp_path / OTHER).write_text(CAST)
    assert not story.look().diagnostics
    (tmp_path / OTHER).write_bytes(b"CAST\n\nMARA: \xff pilot.\n")
    assert [said.code.name for said in story.look().diagnostics] == ["wrong-encoding"]
    (tmp_path / OTHER).unlink()
    assert {said.code.name for said in story.look().diagnostics} == {"missing-file"}

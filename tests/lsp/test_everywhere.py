"""A cast that several stories share."""

from pathlib import Path

import pytest

from storyc.lsp.desk import Desk
from storyc.lsp.everywhere import handle_anywhere, references_everywhere, renaming_everywhere
from storyc.lsp.renaming import RenameError
from storyc.project import check_project, find_project
from tests.lsp.editor import editing

CAST = "CAST\n\nMARA (the Captain): Harbour pilot.\n\nMARA / 1987: A girl.\n"
ONE = "INCLUDE cast\n\nPAGE 1\n\nPANEL 1\nMARA at the rail.\n\nMARA: Rain.\n"
TWO = "INCLUDE ../cast\n\nCAST\n\nTED: A boy.\n\nPAGE 1\n\nPANEL 1 [MARA: 1987]\nRain.\n\nTHE CAPTAIN: Snow.\n\nMARA & TED\nBoth!\n"
ALONE = "CAST\n\nMARA: Somebody else.\n\nPAGE 1\n\nPANEL 1\nRain.\n\nMARA: Hail.\n"


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """Give a project of two stories that share their cast, and of one that does not."""
    folder = tmp_path.resolve()
    (folder / "storyc.toml").write_text("")
    (folder / "two").mkdir()
    for name, text in {"cast": CAST, "one": ONE, "two/two": TWO, "alone": ALONE}.items():
        (folder / f"{name}.story").write_text(text)
    return folder


def opened(folder: Path, name: str, words: str) -> tuple[Desk, Path, int]:
    """Return a desk with one script, and a place in it."""
    desk, path = Desk(), folder / name
    text = path.read_text()
    desk.open(path, text)
    return desk, path, text.index(words)


def rename(desk: Desk, path: Path, offset: int, new: str) -> dict[str, int]:
    """Rename something on disk, and return how often it was named in each file."""
    texts: dict[Path, str] = {}
    told: dict[str, int] = {}
    for view, edits in renaming_everywhere(desk, path, offset, new):
        for name in {edit.source for edit in edits}:
            there = [edit for edit in edits if edit.source == name]
            text = view.look.scripts[name].text
            for edit in sorted(there, key=lambda one: one.span.start, reverse=True):
                text = text[: edit.span.start] + edit.text + text[edit.span.end :]
            file = view.root / name
            assert texts.setdefault(file, text) == text, "stories that share a file change it alike"
            told[name] = len(there)
    for file, text in texts.items():
        file.write_text(text)
    return told


def is_sound(folder: Path, *names: str) -> bool:
    return all(check_project(find_project(folder / name)).program is not None for name in names)


@pytest.mark.parametrize(
    ("name", "words"), [("cast.story", "MARA ("), ("one.story", "MARA: Rain"), ("two/two.story", "MARA & TED")]
)
def test_a_new_name_reaches_all_stories_wherever_it_is_given(shared: Path, name: str, words: str) -> None:
    told = rename(*opened(shared, name, words), "NORA")
    assert told == {"cast.story": 2, "one.story": 2, "two/two.story": 2}
    assert is_sound(shared, "one.story", "two/two.story", "alone.story")
    assert (shared / "alone.story").read_text() == ALONE


def test_other_names_and_looks_are_renamed_everywhere(shared: Path) -> None:
    assert rename(*opened(shared, "cast.story", "the Captain"), "the Pilot") == {"cast.story": 1, "two/two.story": 1}
    assert rename(*opened(shared, "cast.story", "1987"), "1990") == {"cast.story": 1, "two/two.story": 1}
    assert is_sound(shared, "one.story", "two/two.story")


def test_a_name_that_is_taken_in_another_story(shared: Path) -> None:
    with pytest.raises(RenameError, match=r"`Ted` is taken by TED in two/two\.story"):
        renaming_everywhere(*opened(shared, "one.story", "MARA: Rain"), "Ted")


def test_what_a_story_declares_itself_is_renamed_in_it_alone(shared: Path) -> None:
    assert rename(*opened(shared, "two/two.story", "TED"), "JIM") == {"two/two.story": 2}
    assert rename(*opened(shared, "alone.story", "MARA"), "NORA") == {"alone.story": 2}


def test_two_stories_that_call_two_things_the_same_in_a_shared_script(shared: Path) -> None:
    (shared / "sea.story").write_text("PAGE 1\n\nPANEL 1\nRain.\n\nEVE: Look!\n")
    for name in "ab":
        (shared / f"{name}.story").write_text("CAST\n\nEVE: Somebody.\n\nINCLUDE sea\n")
    assert rename(*opened(shared, "sea.story", "EVE"), "IDA") == {"a.story": 1, "b.story": 1, "sea.story": 1}
    assert is_sound(shared, "a.story", "b.story")


def test_a_name_that_only_the_second_story_knows(shared: Path) -> None:
    (shared / "sea.story").write_text("PAGE 1\n\nPANEL 1\nRain.\n\nEVE: Look!\n")
    (shared / "a.story").write_text("INCLUDE sea\n")
    (shared / "b.story").write_text("CAST\n\nEVE: Somebody.\n\nINCLUDE sea\n")
    desk, path, offset = opened(shared, "sea.story", "EVE")
    handle = handle_anywhere(desk, path, offset)
    assert handle is not None
    assert handle.text == "EVE"
    assert rename(desk, path, offset, "IDA") == {"b.story": 1, "sea.story": 1}
    assert handle_anywhere(*opened(shared, "sea.story", "Rain")) is None


def test_references_are_those_of_all_stories(shared: Path) -> None:
    for name, words in (("cast.story", "MARA"), ("two/two.story", "THE CAPTAIN")):
        found = [
            (target.file, view.look.scripts[target.file].slice(target.span))
            for view, target in references_everywhere(*opened(shared, name, words))
        ]
        assert sorted(found) == [
            ("cast.story", "MARA"), ("cast.story", "the Captain"), ("one.story", "MARA"), ("one.story", "MARA"),
            ("two/two.story", "MARA"), ("two/two.story", "MARA"), ("two/two.story", "THE CAPTAIN"),
        ]  # fmt: skip


def test_what_is_open_counts_as_it_is_written(shared: Path) -> None:
    desk, path, offset = opened(shared, "cast.story", "MARA")
    desk.open(shared / "one.story", ONE.replace("MARA: Rain", "Mara: Rain"))
    found = [edit for _, edits in renaming_everywhere(desk, path, offset, "NORA") for edit in edits]
    assert len(found) == 8, "two in the cast, for either story, and two in each"
    desk.open(shared / "two" / "two.story", "PAGE 1\n\nPANEL 1\nRain.\n")
    desk.close(shared / "one.story")
    assert {view.look.entry for view, _ in renaming_everywhere(desk, path, offset, "NORA")} == {"one.story"}


def test_an_editor_sees_the_other_stories_too(shared: Path) -> None:
    with editing(shared) as editor:
        uri = editor.open(shared / "cast.story")
        uris = [(shared / name).as_uri() for name in ("cast.story", "one.story", "two/two.story")]
        found = editor.ask_at("textDocument/references", uri, 2, 1, context={"includeDeclaration": False})
        assert [one["uri"] for one in found] == [uris[1]] * 2 + [uris[2]] * 3
        changes = editor.ask_at("textDocument/rename", uri, 2, 1, newName="NORA")["changes"]
        assert {file: len(edits) for file, edits in changes.items()} == dict.fromkeys(uris, 2)
        assert not editor.shown, "nothing was ever bought"

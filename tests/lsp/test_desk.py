from pathlib import Path

from storyc.lsp.desk import NOWHERE, Desk

PAGE = "PAGE 1\n\nPANEL 1\nRain.\n"


def names(desk: Desk) -> dict[str, list[str]]:
    """Return what is said about each file, by its name."""
    return {path.name: [said.code.name for _, said in found] for path, found in desk.findings().items()}


def test_a_file_belongs_to_the_story_that_includes_it(project: Path) -> None:
    (project / "main.story").write_text(f"INCLUDE cast\n\n{PAGE}")
    (project / "other.story").write_text(PAGE)
    desk = Desk()
    desk.open(project / "cast.story", (project / "cast.story").read_text())
    assert names(desk) == {"main.story": [], "cast.story": []}
    desk.open(project / "other.story", f"{PAGE}\nEVE: No.\n")
    assert names(desk) == {"main.story": [], "cast.story": [], "other.story": ["unknown-character"]}
    desk.close(project / "cast.story")
    assert names(desk) == {"other.story": ["unknown-character"]}


def test_a_main_script_that_is_gone_leaves_the_others(project: Path) -> None:
    desk = Desk()
    desk.open(project / "cast.story", (project / "cast.story").read_text())
    assert names(desk) == {"cast.story": ["nothing-to-draw"]}


def test_a_file_that_is_open_twice(project: Path) -> None:
    path, link = project / "main.story", project / "link.story"
    path.write_text(PAGE)
    link.symlink_to(path)
    desk = Desk()
    for opened in (path, link):
        desk.open(opened, PAGE)
    desk.close(link)
    view = desk.view(path)
    assert view is not None
    assert view.script.text == PAGE
    desk.close(path)
    assert desk.view(path) is None


def test_a_story_above_the_folder_of_a_script(tmp_path: Path) -> None:
    """Without settings, the main script may stand in any folder up to that of the repository."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "acts").mkdir()
    main, act = tmp_path / "main.story", tmp_path / "acts" / "one.story"
    main.write_text("CAST\n\nTOBY: A boy.\n\nINCLUDE acts/one\n")
    act.write_text(PAGE)
    desk = Desk()
    desk.open(act, f"{PAGE}\nTOBY: Here.\n\nEVE: No.\n")
    view = desk.view(act)
    assert view is not None
    assert (view.root, view.look.entry, view.script.name) == (tmp_path, "main.story", "acts/one.story")
    assert names(desk) == {"main.story": [], "one.story": ["unknown-character"]}
    script = desk.script(act)
    assert script is not None
    desk.put(act, script.edited(script.text.index("EVE"), len(script.text), ""))
    assert names(desk) == {"main.story": [], "one.story": []}
    desk.open(main, main.read_text())
    desk.close(act)
    assert names(desk) == {"main.story": [], "one.story": []}


def test_a_script_that_is_included_later(project: Path) -> None:
    path = project / "main.story"
    path.write_text(PAGE)
    desk = Desk()
    desk.open(project / "cast.story", (project / "cast.story").read_text())
    assert names(desk) == {"cast.story": ["nothing-to-draw"]}
    path.write_text(f"INCLUDE cast\n\n{PAGE}")
    desk.settle_parts()
    assert names(desk) == {"main.story": [], "cast.story": []}


def test_settings_that_change(project: Path) -> None:
    path = project / "main.story"
    desk = Desk()
    desk.open(path, f"{PAGE}{{{{reader}}}} waits.\n")
    assert names(desk) == {"main.story": []}
    (project / "storyc.toml").write_text("[data]\nwriter = 'Ada'\n")
    desk.settle()
    assert names(desk) == {"main.story": ["undefined-name"]}


def test_settings_that_cannot_be_used_are_told_and_do_without(project: Path) -> None:
    (project / "storyc.toml").write_text("entry = 3\n")
    home = Desk().open(project / "main.story", PAGE)
    assert "storyc.toml" in home.trouble


def test_a_text_that_is_no_file() -> None:
    desk = Desk()
    home = desk.open(NOWHERE / "untitled", f"INCLUDE ../etc/passwd\n\n{PAGE}")
    assert not home.trouble
    assert names(desk) == {"untitled": ["path-outside-project"]}

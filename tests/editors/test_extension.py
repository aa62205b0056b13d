"""What the extension for VS Code says of itself is so."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from storyc.lsp.colours import SORTS

EXTENSION = Path(__file__).parents[2] / "grammar/editors/vscode"
MANIFEST: dict[str, Any] = json.loads((EXTENSION / "package.json").read_text("utf-8"))
CONTRIBUTED: dict[str, Any] = MANIFEST["contributes"]
COMMANDS = {one["command"] for one in CONTRIBUTED["commands"]}
STEPS = [step for one in CONTRIBUTED["walkthroughs"] for step in one["steps"]]
MOST_PICTURES_BYTES = 200_000


def commands_of(value: object) -> Iterator[str]:
    """Yield the commands of the extension that a part of the manifest names."""
    yield from re.findall(r"\bstoryc\.\w+(?=[?)\"])", json.dumps(value))


def test_files_that_it_contributes_are_there() -> None:
    language = CONTRIBUTED["languages"][0]
    paths = [MANIFEST["icon"], language["configuration"], *language["icon"].values()]
    paths += [one["path"] for kind in ("grammars", "snippets") for one in CONTRIBUTED[kind]]
    paths += [path for step in STEPS for kind, path in step["media"].items() if kind != "altText"]
    paths += re.findall(r"!\[[^]]+\]\(([^)]+)\)", (EXTENSION / "README.md").read_text("utf-8"))
    assert [path for path in paths if not (EXTENSION / path).is_file()] == []


def test_files_that_it_contributes_are_packaged() -> None:
    packaged = MANIFEST["files"]
    kinds = ("grammars", "snippets", "tomlValidation")
    paths = [one.get("path") or one["url"] for kind in kinds for one in CONTRIBUTED[kind]]
    paths += [CONTRIBUTED["languages"][0]["configuration"], *(step["media"].get("markdown", "icons") for step in STEPS)]
    assert [path for path in paths if not path.removeprefix("./").startswith(tuple(packaged))] == []


def test_the_schema_of_settings_is_the_one_that_is_made() -> None:
    step = MANIFEST["scripts"]["vscode:prepublish"]
    assert "fs.copyFileSync('../storyc.schema.json', 'storyc.schema.json')" in step
    assert "/storyc.schema.json\n" in (EXTENSION / ".gitignore").read_text("utf-8")


def test_every_command_does_something() -> None:
    code = (EXTENSION / "src/extension.ts").read_text("utf-8")
    assert set(re.findall(r'^    "(storyc\.\w+)":', code, re.MULTILINE)) == COMMANDS


def test_only_commands_that_there_are_are_offered() -> None:
    offered = {command for kind in ("menus", "keybindings") for command in commands_of(CONTRIBUTED[kind])}
    offered |= {command for step in STEPS for command in commands_of(step["description"])}
    assert offered - {"storyc.path", "storyc.storyboard"} <= COMMANDS


def test_what_needs_a_script_is_offered_only_where_there_is_one() -> None:
    menus = CONTRIBUTED["menus"]
    hidden = {one["command"] for one in menus["commandPalette"]}
    assert hidden == {"storyc.preview", "storyc.build", "storyc.plan"}
    assert all("when" in one for name, entries in menus.items() if name != "file/newFile" for one in entries)


def test_a_folder_that_is_not_trusted_does_not_name_the_program() -> None:
    settings = CONTRIBUTED["configuration"]["properties"]
    assert settings["storyc.path"]["scope"] == "machine-overridable"
    assert MANIFEST["capabilities"]["untrustedWorkspaces"]["restrictedConfigurations"] == ["storyc.path"]
    assert all(one.get("scope") and one.get("markdownDescription") for one in settings.values())


def test_every_sort_of_word_has_a_colour_of_the_grammar() -> None:
    (mapped,) = CONTRIBUTED["semanticTokenScopes"]
    assert set(mapped["scopes"]) == set(SORTS)


def test_the_lock_names_no_registry() -> None:
    assert "resolved" not in (EXTENSION / "package-lock.json").read_text("utf-8")
    assert "omit-lockfile-registry-resolved=true\n" in (EXTENSION / ".npmrc").read_text("utf-8")


def test_pictures_are_small() -> None:
    pictures = list((EXTENSION / "images").iterdir())
    assert sum(path.stat().st_size for path in pictures) < MOST_PICTURES_BYTES

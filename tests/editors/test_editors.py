"""What editors are given is made from the language as it is, and shows what the parser sees."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from shutil import which

import pytest

from storyc.highlighting import find_highlights
from storyc.text import Source

ROOT = Path(__file__).parents[2]
EDITORS = ROOT / "grammar" / "editors"
EXTENSION = EDITORS / "vscode"
NODE, VIM = which("node"), which("vim")
Place = tuple[int, int, str]
"""Line and column, from 0, and what is shown there."""

SCOPES = {
    "comment.block.story": "comment",
    "comment.line.double-slash.story": "comment",
    "comment.block.note.story": "note",
    "comment.line.synopsis.story": "synopsis",
    "entity.name.type.speaker.story": "speaker",
    "keyword.control.slug.story": "slug",
    "entity.name.type.story": "name",
    "support.function.tag.story": "tag",
    "keyword.control.block.story": "block",
    "keyword.control.heading.story": "heading",
    "keyword.other.key.story": "key",
    "keyword.other.transition.story": "transition",
    "markup.heading.section.story": "section",
    "variable.parameter.modifier.story": "modifier",
}
GROUPS = {
    "storyComment": "comment",
    "storyNestedComment": "comment",
    "storyLineComment": "comment",
    "storyNote": "note",
    "storySpeaker": "speaker",
    "storyCue": "speaker",
    "storyTag": "tag",
    "storyHeading": "heading",
}
FOREMOST = ("comment", "note")
"""What is seen even inside something else."""

PRINT_GROUPS = """
let found = []
for line in range(1, line('$'))
  let column = 1
  for character in split(getline(line), '\\zs')
    call add(found, synIDattr(synID(line, column, 1), 'name'))
    let column += strlen(character)
  endfor
  call add(found, '')
endfor
call writefile([json_encode(found)], $STORY_GROUPS)
qall!
"""


def seen_by_the_parser(text: str) -> Iterator[Place]:
    for mark in find_highlights(Source("a.story", text)):
        yield from (place(text, at, mark.kind) for at in range(mark.start, mark.end) if not text[at].isspace())


def place(text: str, at: int, kind: str) -> Place:
    return text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1, kind


def seen_by_textmate(text: str, tokens: Sequence[tuple[int, int, int, Sequence[str]]]) -> Iterator[Place]:
    lines = text.split("\n")
    for line, start, end, scopes in tokens:
        kinds = [SCOPES[scope] for scope in scopes if scope in SCOPES]
        for kind in [next((kind for kind in FOREMOST if kind in kinds), kinds[-1])] if kinds else []:
            yield from ((line, at, kind) for at in range(start, end) if not lines[line][at].isspace())


def test_the_files_are_what_would_be_made_now() -> None:
    command = [sys.executable, "-m", "grammar.editors.make", "--check"]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout == ""


def test_the_extension_does_what_its_own_tests_say() -> None:
    npm = which("npm")
    if npm is None or not (EXTENSION / "node_modules" / "esbuild").is_dir():
        pytest.skip("needs Node, and npm install in grammar/editors/vscode")
    program = Path(sys.executable).with_name("storyc")
    environment = os.environ | ({"STORYC": str(program)} if program.is_file() else {})
    done = subprocess.run([npm, "test"], cwd=EXTENSION, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_vs_code_shows_what_the_parser_sees(scripts: Sequence[Path]) -> None:
    if NODE is None or not (EXTENSION / "node_modules" / "vscode-textmate").is_dir():
        pytest.skip("needs Node, and npm install in grammar/editors/vscode")
    command = [NODE, "test/tokens.mjs", *map(str, scripts)]
    answer = subprocess.run(command, cwd=EXTENSION, capture_output=True, text=True, encoding="utf-8", check=True)
    tokens: Mapping[str, Sequence[tuple[int, int, int, Sequence[str]]]] = json.loads(answer.stdout)
    for path in scripts:
        text = path.read_text("utf-8")
        assert set(seen_by_textmate(text, tokens[str(path)])) == set(seen_by_the_parser(text)), path.name


def test_vim_shows_what_the_parser_sees(scripts: Sequence[Path], tmp_path: Path) -> None:
    if VIM is None:
        pytest.skip("needs Vim")
    program, found = tmp_path / "print.vim", tmp_path / "groups.json"
    program.write_text(PRINT_GROUPS, "utf-8")
    for path in scripts:
        command = [VIM, "-Nu", "NONE", "-i", "NONE", "-n", "-es", "-c", "set encoding=utf-8 columns=500",
                   "-c", f"set runtimepath^={EDITORS / 'vim'}", "-c", "filetype plugin on | syntax enable",
                   "-c", f"edit {path}", "-c", f"source {program}"]  # fmt: skip
        environment = {"STORY_GROUPS": str(found), "HOME": str(tmp_path), "LC_ALL": "C.UTF-8", "TERM": "dumb"}
        subprocess.run(command, env=environment, capture_output=True, check=False, timeout=60)
        text = path.read_text("utf-8")
        groups = json.loads(found.read_text("utf-8"))
        # Vim counts every line end, of which the last line has one more than was written down
        shown = {
            place(text, at, GROUPS[group])
            for at, group in enumerate(groups[: len(text)])
            if group in GROUPS and not text[at].isspace()
        }
        wanted = {one for one in seen_by_the_parser(text) if one[2] in GROUPS.values()}
        assert shown == wanted, path.name

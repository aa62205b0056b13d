"""Random edits of a script, and what must hold after each of them.

Run as `python -m tests.lsp.edits --count 10000 --seed 1` from the root of the checkout. The first edit after which something does not
hold is printed.
"""

from argparse import ArgumentParser
from collections.abc import Iterator
from random import Random
from sys import stdout
from typing import Any, NamedTuple

from msgspec import Struct

from storyc.diagnostics import Diagnostic
from storyc.lsp.desk import NOWHERE
from storyc.lsp.script import Script, make_script
from storyc.lsp.shelf import Shelf
from storyc.lsp.story import Story
from storyc.project import check_sources
from storyc.syntax import HeadingWords, parse
from storyc.text import MemoryFiles, Source, Span
from tests.benchmarks import script_maker
from tests.fuzz.fragments import FRAGMENTS, example_scripts

NAME = "main.story"
OTHER = "cast.story"
PAGES = 8
AGAIN = 100
"""After so many edits a script begins afresh, or there would soon be nothing left of it."""
LINES = (
    "\nMARA VOSS: Here.\n", "\n\nTOBBY: Where?\n\n", "\nPAGE 3\n\nPANEL 1\nRain.\n", "WIDE: the pier\n", "x", "\n", "\nPAGES 2-3\n",
    "\nCLIP drift [5s, from panel 1]\n\nIt drifts.\n", "\nCLIP [from page 2 panel 1]\n\nIt drifts.\n", "\n# Act\n\nINCLUDE cast\n\n",
    "/*", "*/", "[[", "]]", "{{town}}", "\nDEFINE town = Lumsden\n", "\nPAGE 4 [spread]\n", "\r\n", "\nPage 5 (2 PANELS)\n", "PAGES turn",
)  # fmt: skip


class Edit(NamedTuple):
    """Another text in a place."""

    start: int
    end: int
    text: str


def random_edit(chance: Random, text: str) -> Edit:
    """Return an edit somewhere in a text: a letter, a line, some fragments, or a cut."""
    start = chance.randrange(len(text) + 1)
    end = min(len(text), start + chance.choice((0, 0, 0, 1, 3, 20, 200)))
    if chance.random() < 0.5:
        return Edit(start, end, chance.choice(LINES))
    return Edit(start, end, "".join(chance.choices(FRAGMENTS, k=chance.randint(0, 3))))


def described(value: Any, by: int = 0) -> Any:
    """Return all that a tree says, with every place in it, moved."""
    if isinstance(value, Span):
        return value.start + by, value.end + by
    if isinstance(value, tuple):
        return tuple(described(one, by) for one in value)
    if not isinstance(value, Struct) or isinstance(value, Source):
        return value
    inner = 0 if isinstance(value, HeadingWords) else by
    fields = []
    for field in value.__struct_fields__:
        found = getattr(value, field)
        if field.endswith("_at"):
            # where there is nothing, its place is nowhere
            is_there = getattr(value, field.removesuffix("_at"), "") is not None
            fields.append(found + inner if is_there else None)
        else:
            fields.append(described(found, inner))
    return type(value).__name__, tuple(fields)


def assert_read_as_a_whole(script: Script) -> None:
    """Assert that the pieces of a script say what the whole says, in the same places."""
    whole = parse(Source("", script.text)).value
    placed = tuple(script.placed())
    assert "".join(piece.text for piece, _ in placed) == script.text
    assert [described(part, start) for piece, start in placed for part in piece.document.parts] == [
        described(part) for part in whole.parts
    ]
    assert [described(one, start) for piece, start in placed for one in piece.document.comments] == [
        described(one) for one in whole.comments
    ]


def checked(texts: dict[str, str]) -> list[str]:
    """Return what a check of whole files says."""
    files = MemoryFiles({name: b"\xef\xbb\xbf" + text.encode() for name, text in texts.items()})
    return sorted(map(_shown, check_sources(NAME, files, {}).diagnostics))


class Trial:
    """A story of two files in an editor."""

    def __init__(self, main: str, other: str) -> None:
        self._shelf = Shelf(NOWHERE)
        self._story = Story(NAME, self._shelf, {})
        for name, text in ((NAME, main), (OTHER, other)):
            self._shelf.opened[name] = make_script(name, text)

    @property
    def scripts(self) -> dict[str, Script]:
        """Return the scripts as they are."""
        return self._shelf.opened

    def edit(self, name: str, edit: Edit) -> None:
        """Change a script."""
        self._shelf.opened[name] = self._shelf.opened[name].edited(*edit)

    def assert_right(self) -> None:
        """Assert that trees and findings are those of the whole texts."""
        for script in self.scripts.values():
            assert_read_as_a_whole(script)
        found = sorted(map(_shown, self._story.look().diagnostics))
        assert found == checked({name: script.text for name, script in self.scripts.items()})


def texts(chance: Random) -> Iterator[tuple[str, str]]:
    """Yield main scripts and what they include."""
    cast = "CAST\n\nNELL: A singer.\n\nNELL / 1987: A girl.\n\nPAGE 1\n\nPANEL 1\nNell sings.\n"
    examples = [path.read_text("utf-8") for path in example_scripts()]
    while True:
        made = script_maker.make_script(PAGES, panels=3)
        yield made.replace("LOCATIONS", "INCLUDE cast\n\nLOCATIONS"), cast
        yield chance.choice(examples), cast


def run(count: int, seed: int) -> None:
    """Make so many edits, and assert what must hold after each. Raises: AssertionError, with the texts beside it."""
    chance = Random(seed)
    source = texts(chance)
    trial = Trial(*next(source))
    for number in range(count):
        if number % AGAIN == AGAIN - 1:
            trial = Trial(*next(source))
        name = NAME if chance.random() < 0.85 else OTHER
        edit = random_edit(chance, trial.scripts[name].text)
        before = {file: script.text for file, script in trial.scripts.items()}
        trial.edit(name, edit)
        try:
            trial.assert_right()
        except AssertionError:
            stdout.write(f"edit {number} of seed {seed}: {edit!r} in {name}: {before!r}\n")
            raise


def _shown(said: Diagnostic) -> str:
    return repr((said.primary, said.code.number, said.message, said.labels, said.helps, said.fixes))


def main() -> None:
    """Edit, and say how often."""
    options = ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=1_000, help="how many edits")
    options.add_argument("--seed", type=int, default=0)
    chosen = options.parse_args()
    run(chosen.count, chosen.seed)
    stdout.write(f"{chosen.count:,} edits, trees and findings always those of the whole text\n")


if __name__ == "__main__":
    main()

"""Every file among the golden cases is a script or somebody's golden."""

from ast import Attribute, Call, Constant, parse, walk
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
GOLDEN = TESTS / "golden"


@pytest.fixture(scope="module")
def suffixes() -> Mapping[str, set[str]]:
    """The suffixes that tests ask for, by folder."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in TESTS.rglob("test_*.py"):
        for node in walk(parse(path.read_text("utf-8"))):
            match node:
                case Call(
                    func=Attribute(attr="golden"), args=[Constant(value=str(folder)), Constant(value=str(suffix))]
                ):
                    found[folder].add(suffix)
    return found


def test_every_golden_is_compared_by_a_test(suffixes: Mapping[str, set[str]]) -> None:
    folders = [path for path in GOLDEN.iterdir() if path.is_dir() and path.name != "__pycache__"]
    strays = [
        str(path.relative_to(GOLDEN))
        for folder in folders
        for path in folder.iterdir()
        if path.is_file() and path.suffix != ".story" and not path.name.endswith(tuple(suffixes[folder.name]))
    ]
    assert not strays


def test_every_folder_of_cases_is_a_script(suffixes: Mapping[str, set[str]]) -> None:
    folders = [path for folder in suffixes for path in (GOLDEN / folder).iterdir() if path.is_dir()]
    assert not [str(path.relative_to(GOLDEN)) for path in folders if not (path / "main.story").exists()]

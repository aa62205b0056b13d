from ast import Module, parse
from collections.abc import Mapping
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "storyc"
GENERATED = {"storyc.syntax._tables"}


@pytest.fixture(scope="session")
def paths() -> Mapping[str, Path]:
    """Every module that people write, by its dotted name; a package stands for its `__init__`."""
    found = {_dotted_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}
    return {name: path for name, path in found.items() if name not in GENERATED}


@pytest.fixture(scope="session")
def trees(paths: Mapping[str, Path]) -> Mapping[str, Module]:
    """The syntax tree of every module."""
    return {name: parse(path.read_text("utf-8"), str(path)) for name, path in paths.items()}


def _dotted_name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")

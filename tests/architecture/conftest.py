from ast import Import, ImportFrom, Module, parse, walk
from collections.abc import Iterator, Mapping, Sequence
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


@pytest.fixture(scope="session")
def imports(
    paths: Mapping[str, Path], trees: Mapping[str, Module]
) -> Mapping[str, Sequence[tuple[str, tuple[str, ...]]]]:
    """What every module imports: absolute names of modules, each with the names that are taken out of it."""
    return {name: tuple(_imports(tree, _package(name, paths[name]))) for name, tree in trees.items()}


def _dotted_name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


def _package(name: str, path: Path) -> list[str]:
    """Return the parts of the name that a relative import with one dot starts from."""
    parts = name.split(".")
    return parts if path.name == "__init__.py" else parts[:-1]


def _imports(tree: Module, package: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for node in walk(tree):
        match node:
            case Import(names=found):
                yield from ((alias.name, ()) for alias in found)
            case ImportFrom(module=module, names=found, level=level):
                start = package[: len(package) + 1 - level] if level else ()
                yield ".".join((*start, *([module] if module else ()))), tuple(alias.name for alias in found)

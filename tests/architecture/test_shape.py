"""What modules look like."""

from ast import Module, get_docstring
from collections.abc import Mapping
from pathlib import Path
from re import split

MOST_LINES = 400
EMPTY_WORDS = {"util", "utils", "helper", "helpers", "common", "base", "manager", "process", "handle", "data", "misc"}
"""They fit everything and therefore say nothing."""


def test_modules_are_short(paths: Mapping[str, Path]) -> None:
    lengths = {name: len(path.read_text("utf-8").splitlines()) for name, path in paths.items()}
    assert not {name: length for name, length in lengths.items() if length >= MOST_LINES}


def test_modules_say_what_they_are_for(trees: Mapping[str, Module]) -> None:
    assert not [name for name, tree in trees.items() if not get_docstring(tree)]


def test_module_names_mean_something(paths: Mapping[str, Path]) -> None:
    assert not [name for name in paths if EMPTY_WORDS & set(split(r"[._]", name))]

"""A text as the automaton sees it, by the tables and by stock Lark: kinds of line with their texts, in nested rules."""

from functools import cache
from re import Match
from typing import Any, TypeAlias

from lark import Lark, Token, Tree

from storyc.syntax.driver import run
from storyc.syntax.making import make_lark
from storyc.syntax.shadow import make_shadow
from storyc.syntax.tables import Tables, grammar_path, load_tables
from storyc.text import Source

Structure: TypeAlias = "tuple[str, str | tuple[Structure, ...]]"


@cache
def tables() -> Tables:
    return load_tables()


@cache
def stock_lark() -> Lark:
    return make_lark(grammar_path().read_text("utf-8"))


class _Kinds(dict[str, Any]):
    """Makes of each line its kind and its text."""

    def __missing__(self, kind: str) -> Any:
        def make(found: Match[str], _: int) -> Structure:
            return kind, found[0]

        return make


class _Rules(dict[str, Any]):
    """Makes of each rule its name and its parts."""

    def __missing__(self, rule: str) -> Any:
        def make(parts: list[Structure]) -> Structure:
            return rule, tuple(parts)

        return make


def read(text: str) -> str:
    """Return what the lines of a text are told from."""
    return make_shadow(Source("a.story", text)).text


def by_tables(text: str) -> Any:
    return run(tables(), read(text), _Kinds(), _Rules())


def by_lark(text: str) -> Any:
    return _structure(stock_lark().parse(read(text)))


def _structure(part: Tree[Token] | Token) -> Structure:
    if isinstance(part, Token):
        return part.type, str(part)
    return str(part.data), tuple(_structure(child) for child in part.children)

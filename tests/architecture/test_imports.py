"""Who may import what: the layers, and what a contract of layers cannot say."""

from ast import (
    Assign,
    AsyncFunctionDef,
    Attribute,
    Call,
    FunctionDef,
    Import,
    ImportFrom,
    Module,
    Name,
    literal_eval,
    walk,
)
from collections.abc import Mapping, Sequence
from pathlib import Path
from sys import stdlib_module_names

import pytest
from importlinter.cli import lint_imports

SUB_ROOMS = {
    "storyc.diagnostics.codes": "a table that is looked into by the names of its codes",
    "storyc.diagnostics.rendering": "only the commands that print diagnostics pay for it",
}
"""Packages inside a room that other rooms may import from, with the reason."""

DEFERRED = {
    "storyc.pipeline.hearing": "only a build that the service calls back needs a web server",
    "storyc.api.mcp_face": "the MCP SDK is an extra and takes a second to import",
    "storyc.credentials.ring": "the keyring library is an extra, and what it loads takes a while",
    "storyc.exporting": "a format must not wait for the libraries of the others",
    "storyc.exporting.typesetter": "Typst is an extra, and as large as all the rest together",
    "storyc.lettering.faces": "only a page with words laid over its art needs the tools that cut fonts down",
    "storyc.mcp.workshop": "the forms of diagnostics are not imported by their room",
    "storyc.lsp.background": "an editor in which nobody asks for prices must not wait for the models of requests and for SQLite",
    "storyc.lsp.tally": "an editor must not wait for the models of the wire",
    "storyc.lowering": "a storyboard must not wait for the models of the wire",
    "storyc.preview.findings": "the forms of diagnostics are not imported by their room",
    "storyc.pipeline.build": "a build with nothing to do must not wait for the network's libraries",
    "storyc.project.config": "a script with no settings around it must not wait for TOML",
    "storyc.project": "checking must not wait for the models of the wire and the folders of a user",
    "storyc.sim.mcp_face": "the MCP SDK is an extra and takes a second to import",
    "storyc.text.files": "checking must not wait for digests",
    "storyc.syntax.tables": "only a grammar newer than its tables needs Lark",
}
"""Modules below the command line that import others by name when they are needed, with the reason."""

HOMES = {
    "PIL": {"exporting", "sim", "store"},
    "click": {"cli"},
    "httpx": {"api"},
    "httpx2": {"api"},
    "jinja2": {"assembly", "lowering"},
    "lark": {"syntax"},
    "lsprotocol": {"lsp"},
    "mcp": {"api", "mcp", "sim"},
    "typst": {"exporting"},
    "uvicorn": {"cli", "inbox", "preview"},
    "pygments": {"highlighting"},
    "watchfiles": {"preview"},
    "markdown_it": {"assembly"},
    "platformdirs": {"project"},
    "pygls": {"lsp"},
    "pydantic": {"mcp", "project", "wire"},
    "pydantic_core": {"wire"},
    "rich": {"cli"},
}
"""The rooms that know a foreign library."""
AT_HOME_EVERYWHERE = {"msgspec"}
"""What every type is made of."""


Imports = Mapping[str, Sequence[tuple[str, tuple[str, ...]]]]


def room(name: str) -> str:
    """Return the room that a module of storyc stands in."""
    return name.split(".")[1] if "." in name else ""


def public_names(tree: Module) -> set[str] | None:
    """Return what a root offers, or None if it does not say."""
    for node in tree.body:
        match node:
            case Assign(targets=[Name(id="__all__")], value=value):
                return set(literal_eval(value))
    return None


def test_the_layers_hold(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    assert lint_imports(no_cache=True, no_logo=True) == 0, capsys.readouterr().out


def test_rooms_are_entered_by_their_root(imports: Imports) -> None:
    roots = {name for name in imports if name.count(".") == 1} | SUB_ROOMS.keys()
    intruders = [
        f"{name} imports {module}"
        for name, found in imports.items()
        for module, _ in found
        if room(module) and module.startswith("storyc.") and room(module) != room(name) and module not in roots
    ]
    assert not intruders


def test_only_what_a_root_offers_is_taken(imports: Imports, trees: Mapping[str, Module]) -> None:
    taken = [
        f"{name} takes {word} from {module}"
        for name, found in imports.items()
        for module, words in found
        if room(module) != room(name) and (offered := public_names(trees.get(module, Module([], [])))) is not None
        for word in words
        if word not in offered
    ]
    assert not taken


def test_every_room_says_what_it_offers(trees: Mapping[str, Module], paths: Mapping[str, Path]) -> None:
    rooms = {name for name, path in paths.items() if name.count(".") == 1 and path.name == "__init__.py"}
    assert not {name for name in rooms - {"storyc.cli"} if public_names(trees[name]) is None}


def test_no_function_imports(trees: Mapping[str, Module]) -> None:
    hidden = [
        f"{name}:{node.lineno}"
        for name, tree in trees.items()
        for function in walk(tree)
        if isinstance(function, FunctionDef | AsyncFunctionDef)
        for node in walk(function)
        if isinstance(node, Import | ImportFrom)
    ]
    assert not hidden


def test_imports_by_name_are_few_and_have_a_reason(trees: Mapping[str, Module]) -> None:
    found = {
        name
        for name, tree in trees.items()
        for node in walk(tree)
        if isinstance(node, Call)
        and (
            (isinstance(node.func, Name) and node.func.id in ("import_module", "__import__"))
            or (isinstance(node.func, Attribute) and node.func.attr == "import_module")
        )
    }
    assert {name for name in found if room(name) != "cli"} == DEFERRED.keys()


def test_each_foreign_library_is_known_to_its_rooms_only(imports: Imports) -> None:
    strangers = {
        f"{room(name)} imports {library}"
        for name, found in imports.items()
        for module, _ in found
        if (library := module.split(".")[0]) not in stdlib_module_names | AT_HOME_EVERYWHERE | {"storyc"}
        and room(name) not in HOMES.get(library, set())
    }
    assert not strangers

"""Scripts as the tree-sitter grammar sees them: its generated parser, compiled and loaded."""

import ctypes
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from random import Random

from tree_sitter import Language, Node, Parser, Point, Query, QueryCursor, Tree

ROOT = Path(__file__).parents[2]
GRAMMAR = ROOT / "grammar" / "editors" / "tree-sitter"

ROLES = {
    "attribute": "tag",
    "comment": "comment",
    "comment.documentation": "synopsis",
    "comment.note": "note",
    "function": "speaker",
    "function.builtin": "speaker",
    "keyword": "heading",
    "keyword.conditional": "transition",
    "keyword.directive": "block",
    "markup.heading": "section",
    "module": "slug",
    "property": "key",
    "type": "name",
    "variable.parameter": "modifier",
}
"""What each capture of the highlight query shows; the others show what no other editor of ours does."""


def compile_grammar(compiler: str, folder: Path, *more_flags: str) -> Path:
    """Return the library that the generated parser and the scanner make."""
    library = folder / "story.so"
    sources = [str(GRAMMAR / "src" / name) for name in ("parser.c", "scanner.c")]
    flags = [
        "-std=c11",
        "-O1",
        "-fPIC",
        "-shared",
        "-Wall",
        "-Wextra",
        "-Wno-unused",
        "-Wno-unused-parameter",
        "-Werror",
    ]
    command = [compiler, *flags, *more_flags, f"-I{GRAMMAR / 'src'}", *sources, "-o", str(library)]
    subprocess.run(command, check=True)
    return library


def load_language(library: Path) -> Language:
    """Return the language of a compiled grammar, which stays loaded."""
    make = ctypes.CDLL(str(library)).tree_sitter_story
    make.restype = ctypes.c_void_p
    wrap = ctypes.pythonapi.PyCapsule_New
    wrap.restype, wrap.argtypes = ctypes.py_object, (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)
    return Language(wrap(make(), b"tree_sitter.Language", None))


def inside(node: Node) -> Iterator[Node]:
    """Yield a node and all that is in it, in the order of the text."""
    yield node
    for child in node.children:
        yield from inside(child)


def outline(tree: Tree) -> list[tuple[str, int, int]]:
    """Return what a tree says, place by place."""
    return [(node.type, node.start_byte, node.end_byte) for node in inside(tree.root_node)]


def shown(language: Language, text: str) -> Mapping[int, str]:
    """Return what is shown at each character that is not white space, as far as we have a name for it."""
    query = Query(language, (GRAMMAR / "queries" / "highlights.scm").read_text("utf-8"))
    matches = QueryCursor(query).matches(Parser(language).parse(text.encode()).root_node)
    found = [
        (node.start_byte, -node.end_byte, pattern, ROLES[name])
        for pattern, captures in matches
        for name, captured in captures.items()
        for node in captured
        if name in ROLES
    ]
    # what stands inside something else is shown over it, and a later pattern over an earlier one
    painted = {at: role for start, end, _, role in sorted(found) for at in range(start, -end)}
    starts = accumulate((len(character.encode()) for character in text), initial=0)
    return {
        at: painted[start]
        for at, (character, start) in enumerate(zip(text, starts, strict=False))
        if start in painted and not character.isspace()
    }


class Edit:
    """A random change of a text: some characters are replaced by others."""

    def __init__(self, chance: Random, old: str, pieces: Sequence[str]) -> None:
        start = chance.randint(0, len(old))
        end = min(len(old), start + chance.choice((0, 1, 30, 300)))
        inserted = "".join(chance.choices(pieces, k=chance.randint(0, 3)))
        self.new = old[:start] + inserted + old[end:]
        self._old, self._start, self._end = old.encode(), len(old[:start].encode()), len(old[:end].encode())
        self._stop = self._start + len(inserted.encode())

    def tell(self, tree: Tree) -> None:
        """Tell a tree of the old text where the new one differs."""
        new = self.new.encode()
        points = _point(self._old, self._start), _point(self._old, self._end), _point(new, self._stop)
        tree.edit(self._start, self._end, self._stop, *points)


def _point(text: bytes, at: int) -> Point:
    return Point(text.count(b"\n", 0, at), at - text.rfind(b"\n", 0, at) - 1)

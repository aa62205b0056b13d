"""Hunts for texts that break the tree-sitter grammar, under the sanitizers.

LD_PRELOAD=$(cc -print-file-name=libasan.so) ASAN_OPTIONS=detect_leaks=0 python -m tests.editors.hunt 20000 1
"""

import sys
import tempfile
from pathlib import Path
from random import Random

from tree_sitter import Parser

from tests.editors.trees import Edit, compile_grammar, load_language, outline
from tests.fuzz.fragments import FRAGMENTS, random_texts

SANITIZERS = ("-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all")
EDITS = 3


def main(count: int, seed: int) -> int:
    """Print each text whose tree has an error, or is not the tree of an edited one; return the exit code."""
    chance, found = Random(seed), 0
    with tempfile.TemporaryDirectory() as folder:
        parser = Parser(load_language(compile_grammar("cc", Path(folder), *SANITIZERS)))
        for first in random_texts(chance, count):
            parser.parse(chance.randbytes(chance.randint(0, 100)))
            text, tree = first, parser.parse(first.encode())
            for _ in range(EDITS):
                edit = Edit(chance, text, FRAGMENTS)
                edit.tell(tree)
                text, tree = edit.new, parser.parse(edit.new.encode(), tree)
                fresh = parser.parse(text.encode())
                if fresh.root_node.has_error or outline(tree) != outline(fresh):
                    found += 1
                    print(repr(text))  # noqa: T201 - it speaks to whoever runs it
    print(f"{count} texts, {count * EDITS} edits: {found} of them wrong")  # noqa: T201 - the same
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))

"""Writes what editors need to know of the language from the tables that storyc itself reads scripts by.

python -m grammar.editors.make           writes the files
python -m grammar.editors.make --check   exits with 1 and names the files that are not what it would write
"""

# ruff: noqa: INP001, T201 - it stands beside the grammar, in no package, and speaks to whoever runs it

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from .settings import make_settings_schema
from .textmate import make_grammar
from .tree_sitter import make_helix_highlights, make_vocabulary
from .typing_aids import make_language_configuration, make_snippets
from .vim_syntax import make_syntax
from .words import read_words

HERE = Path(__file__).parent


def make_files() -> Iterator[tuple[str, str]]:
    """Yield the path of each file, relative to this folder, and what it holds."""
    words = read_words()
    yield "vscode/syntaxes/story.tmLanguage.json", _json(make_grammar(words))
    yield "vscode/language-configuration.json", _json(make_language_configuration())
    yield "vscode/snippets.json", _json(make_snippets())
    yield "storyc.schema.json", _json(make_settings_schema())
    yield "vim/syntax/story.vim", make_syntax(words)
    yield "tree-sitter/src/vocabulary.h", make_vocabulary(words)
    yield "tree-sitter/helix/highlights.scm", make_helix_highlights()


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def main(arguments: list[str]) -> int:
    """Write the files, or compare them; return the exit code."""
    stale = [
        (path, content)
        for name, content in make_files()
        if not (path := HERE / name).is_file() or path.read_text("utf-8") != content
    ]
    for path, content in stale:
        print(path.relative_to(HERE).as_posix())
        if "--check" not in arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, "utf-8")
    return int("--check" in arguments and bool(stale))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

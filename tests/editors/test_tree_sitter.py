"""The tree-sitter grammar sees what the parser sees, whatever the text, and after every edit."""

import ctypes
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from shutil import which

import pytest

pytest.importorskip("tree_sitter")

from tree_sitter import Language, Node, Parser, Query

from storyc.highlighting import find_highlights
from storyc.semantics import vocabulary
from storyc.syntax import Attachments, Block, Clip, Document, Page, Panel, Section, parse
from storyc.syntax import Node as OurNode
from storyc.text import Source
from tests.editors.trees import GRAMMAR, Edit, compile_grammar, inside, load_language, outline, shown
from tests.fuzz.fragments import FRAGMENTS, random_texts

ROOT = Path(__file__).parents[2]
GOLDEN = sorted((ROOT / "tests" / "golden").rglob("*.story"))
COMPILER = which("cc")
LARGEST_BYTES = 300_000

DEVIATIONS = {
    r"[A-Z][a-z]+(?: \(.*\))?:.*": (
        "PANEL\n\nCaption: Rain.\n",
        "a reserved label may be written with one capital; the marks of a text alone go by the look of the letters",
    ),
    r"[(（].*[)）]": (
        "PANEL\n\nMARA: No.\n(softly)\nNo.\n",
        "brackets under a balloon on one line direct the actor as they do under a cue; the marks show them as words",
    ),
    r"[=>].*": (
        "PANEL\n\nMARA\nNo.\n= No.\n",
        "under a cue all is speech, as the check decides; the marks show a synopsis or a transition there",
    ),
    r".*\[\[[^\]]*": (
        "PANEL\nRain. [[A note\n\nMore rain.\n",
        "a note that nobody closed is shown, so that the writer sees where it begins",
    ),
    r"\[\[[^\[\]]*\]\] ?[:(].*": (
        "CAST\n\n[[a note]]: No.\n",
        "a note where a name belongs is shown as one, and the check says that it names nothing",
    ),
}
"""Lines that are shown otherwise than the parser's marks would have them: a text with one, and why."""

LINES = {
    "page_heading": "Page", "panel_heading": "Panel", "clip_heading": "Clip", "section_heading": "SectionLine",
    "slugline": "Slug", "forced_slugline": "Slug", "synopsis": "Synopsis", "transition": "Transition",
    "title_field": "TitleField", "entry": "Entry", "field": "Field", "block_heading": "Block", "include": "Include",
    "define": "Define",
}  # fmt: skip
"""The kinds of line that both trees have a node for."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if COMPILER is None:
        pytest.skip("needs a C compiler")
    return compile_grammar(COMPILER, tmp_path_factory.mktemp("grammar"))


@pytest.fixture(scope="module")
def language(library: Path) -> Language:
    return load_language(library)


@pytest.fixture(scope="module")
def golden() -> Mapping[Path, str]:
    """Give the golden scripts that are text, however they end their lines."""
    written = {path: path.read_bytes() for path in GOLDEN if path.stat().st_size < LARGEST_BYTES}
    texts = {path: content.decode(errors="replace") for path, content in written.items()}
    return {path: text for path, text in texts.items() if "\ufffd" not in text and not text.startswith("\ufeff")}


def lines_of(text: str, root: Node) -> set[tuple[str, int]]:
    raw = text.encode()
    return {(LINES[node.type], len(raw[: node.start_byte].decode())) for node in inside(root) if node.type in LINES}


def lines_of_ours(node: OurNode) -> Iterator[tuple[str, int]]:
    name = type(node).__name__
    if isinstance(node, Page | Panel | Clip):
        yield name, node.heading.span.start
    elif isinstance(node, Section):
        yield "SectionLine", node.heading.span.start
    elif isinstance(node, Block | Attachments):
        yield "Block", node.span.start
    elif not isinstance(node, Document) and name in LINES.values():
        yield name, node.span.start  # type: ignore[attr-defined] # every line has one
    for below in ("parts", "fields", "slug", "lines", "entries", "strip"):
        held = getattr(node, below, ())
        for one in held if isinstance(held, tuple) else (held,):
            if isinstance(one, OurNode):
                yield from lines_of_ours(one)


def speeches(text: str, root: Node) -> Sequence[range]:
    """Return where all is speech: under a cue, and under brackets that direct."""
    raw = text.encode()
    found = (
        node
        for node in inside(root)
        if node.type == "cue_speech"
        or (node.type == "balloon" and any(one.type == "direction" for one in node.children))
    )
    return [range(len(raw[: node.start_byte].decode()), len(raw[: node.end_byte].decode())) for node in found]


def test_the_library_speaks_version_14(language: Language) -> None:
    assert language.abi_version == 14


@pytest.mark.parametrize(
    "name", ["queries/highlights.scm", "queries/folds.scm", "helix/highlights.scm", "helix/textobjects.scm"]
)
def test_queries_name_what_there_is(language: Language, name: str) -> None:
    Query(language, (GRAMMAR / name).read_text("utf-8"))


def test_the_scanner_knows_every_reserved_word() -> None:
    header = (GRAMMAR / "src" / "vocabulary.h").read_text("utf-8")
    assert all(f'"{label.lower()}"' in header for label in vocabulary.RESERVED)
    assert all(f'"{block}"' in header for block in vocabulary.BLOCKS)


def test_the_tokens_are_in_the_order_of_the_grammar() -> None:
    grammar, tokens = ((GRAMMAR / name).read_text("utf-8") for name in ("grammar.js", "src/tokens.h"))
    externals = grammar.split("externals: $ => [")[1].split("]")[0]
    names = [line.strip(" ,").removeprefix("$.").strip("_").upper() for line in externals.splitlines() if "$." in line]
    listed = [line.strip(" ,").split(" ")[0] for line in tokens.split("{")[1].split("}")[0].splitlines()]
    assert names == [name for name in listed if name.isupper() and name != "KINDS_OF_LINE"]


def test_the_parser_was_generated_from_this_grammar() -> None:
    written, generated = (
        (GRAMMAR / "grammar.js").read_text("utf-8"),
        json.loads((GRAMMAR / "src/grammar.json").read_text("utf-8")),
    )
    assert re.findall(r"^    (\w+): \$ =>", written.split("  rules: {")[1], re.MULTILINE) == list(generated["rules"])
    assert re.findall(r"^    \$\.(\w+),$", written.split("externals:")[1].split("]")[0], re.MULTILINE) == [
        one["name"] for one in generated["externals"]
    ]
    assert "#define LANGUAGE_VERSION 14" in (GRAMMAR / "src" / "parser.c").read_text("utf-8")


@pytest.mark.parametrize("path", sorted((GRAMMAR / "test" / "corpus").glob("*.txt")), ids=lambda path: path.stem)
def test_the_corpus(language: Language, path: Path) -> None:
    cases = re.findall(
        r"^=+\n(.*)\n=+\n\n(.*?)\n---\n\n(.*?)\n\n?(?=^=|\Z)", path.read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    assert cases
    for name, text, wanted in cases:
        tree = str(Parser(language).parse(text.encode()).root_node)
        assert re.sub(r"\w+: ", "", tree) == " ".join(wanted.split()).replace(" )", ")"), name


def test_scripts_are_shown_as_the_parser_sees_them(language: Language, scripts: Sequence[Path]) -> None:
    for path in scripts:
        text = path.read_text("utf-8")
        assert shown(language, text) == marked(text), path.name


def test_golden_scripts_are_shown_so_but_for_what_is_listed(language: Language, golden: Mapping[Path, str]) -> None:
    for path, text in golden.items():
        for line in deviating(language, text):
            assert any(re.fullmatch(pattern, line) for pattern in DEVIATIONS), f"{path.name}: {line}"


@pytest.mark.parametrize("pattern", DEVIATIONS)
def test_what_is_listed_does_deviate(language: Language, pattern: str) -> None:
    (line,) = deviating(language, DEVIATIONS[pattern][0])
    assert re.fullmatch(pattern, line)


def deviating(language: Language, text: str) -> set[str]:
    ours, theirs = shown(language, text), marked(text)
    return {line_at(text, at) for at in {*ours, *theirs} if ours.get(at) != theirs.get(at)}


def marked(text: str) -> Mapping[int, str]:
    marks = find_highlights(Source("a.story", text))
    return {at: mark.kind for mark in marks for at in range(mark.start, mark.end) if not text[at].isspace()}


def line_at(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 :].splitlines()[0]


def test_no_script_has_an_error(language: Language, scripts: Sequence[Path], golden: Mapping[Path, str]) -> None:
    parser = Parser(language)
    for text in (*(path.read_bytes() for path in scripts), *(text.encode() for text in golden.values())):
        assert not parser.parse(text).root_node.has_error


def test_no_text_has_an_error(language: Language) -> None:
    parser = Parser(language)
    for text in random_texts(Random(11), 400):
        assert not parser.parse(text.encode()).root_node.has_error, repr(text)


def test_bytes_that_are_no_text_give_a_tree(language: Language) -> None:
    chance, parser = Random(12), Parser(language)
    for _ in range(200):
        text = chance.randbytes(chance.randint(0, 200))
        assert parser.parse(text).root_node.end_byte <= len(text)


def test_any_text_has_the_lines_that_the_parser_finds(language: Language) -> None:
    parser = Parser(language)
    for text in random_texts(Random(13), 400):
        # in a NUL the parser sees a comment's paint; a note over several lines of a label is nobody's
        if "\0" in text or "[[" in text or text.startswith("\ufeff"):
            continue
        root = parser.parse(text.encode()).root_node
        spoken = speeches(text, root)
        theirs = {
            line
            for line in lines_of_ours(parse(Source("a.story", text)).value)
            if not any(line[1] in one for one in spoken)
        }
        ours = {line for line in lines_of(text, root) if not any(line[1] in one for one in spoken)}
        assert ours == theirs, repr(text)


def test_an_edited_tree_is_the_tree_of_the_edited_text(language: Language, scripts: Sequence[Path]) -> None:
    chance, parser = Random(14), Parser(language)
    for first in (*(path.read_text("utf-8") for path in scripts), *random_texts(chance, 30)):
        text, tree = first, parser.parse(first.encode())
        for _ in range(8):
            edit = Edit(chance, text, FRAGMENTS)
            edit.tell(tree)
            text, tree = edit.new, parser.parse(edit.new.encode(), tree)
            assert outline(tree) == outline(parser.parse(text.encode())), repr(text)


@pytest.mark.parametrize("written", ["\r\n", "\r"])
def test_line_ends_of_other_systems(language: Language, scripts: Sequence[Path], written: str) -> None:
    parser = Parser(language)
    for path in scripts:
        text = path.read_text("utf-8")
        plain = [node.type for node in inside(parser.parse(text.encode()).root_node)]
        assert [node.type for node in inside(parser.parse(text.replace("\n", written).encode()).root_node)] == plain


def test_a_byte_order_mark_a_missing_line_end_and_tabs(language: Language) -> None:
    parser = Parser(language)
    text = "Title: A\n\nCAST\n\nMARA: A pilot.\n\tage: 3\n\nPAGE 1\n\tPANEL 1\n\tRain.\n\n\tMARA: No."
    plain = [node.type for node in inside(parser.parse(text.encode()).root_node)]
    assert [node.type for node in inside(parser.parse(("\ufeff" + text + "\n").encode()).root_node)] == plain
    assert "balloon" in plain
    assert "field" in plain


def test_the_scanner_takes_up_what_it_wrote_down(library: Path) -> None:
    loaded, prefix = ctypes.CDLL(str(library)), "tree_sitter_story_external_scanner_"
    create, serialize, deserialize, destroy = (
        getattr(loaded, prefix + name) for name in ("create", "serialize", "deserialize", "destroy")
    )
    create.restype = ctypes.c_void_p
    scanner, buffer = ctypes.c_void_p(create()), ctypes.create_string_buffer(1024)
    for kept in (b"\1", b"\0"):
        deserialize(scanner, kept, 1)
        length = serialize(scanner, buffer)
        assert buffer.raw[:length] == kept
    deserialize(scanner, None, 0)
    length = serialize(scanner, buffer)
    assert buffer.raw[:length] == b"\0"
    destroy(scanner)

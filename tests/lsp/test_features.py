import pytest

from storyc.lsp.actions import actions, fix_all, tidied
from storyc.lsp.colours import SORTS, tokens
from storyc.lsp.frame import Frame
from storyc.lsp.hovering import hover
from storyc.lsp.lenses import hints, lenses
from storyc.lsp.navigation import Target, definition, highlights, links, references, thing_at
from storyc.lsp.outline import folds, symbols
from storyc.lsp.renaming import RenameError, handle_at, renaming
from storyc.lsp.view import View
from storyc.text import Span
from tests.lsp.conftest import CAST, Look

FRAME = Frame(is_sized=False)
PAGE = """\
Title: The Pier

INCLUDE cast.story

DEFINE town = Lumsden

PAGE ONE (2 PANELS)

EXT. THE PIER - NIGHT

PANEL 1 [wide, NELL: 1987]
MARA VOSS at the rail. /* Not for
the draft. */ Mara looks up.

MARA VOSS (off, whisper): Forty years in {{town}}.
: Not once.

PANEL 2 [inset 1]
The dark. See https://example.com/pier.

THE CAPTAIN & TOBY
Run!

CAPTION (Mara): I ran.
"""


def at(words: str, inside: int = 1) -> str:
    """Return the page with a `|` in some words."""
    place = PAGE.index(words) + inside
    return f"{PAGE[:place]}|{PAGE[place:]}"


def test_the_outline(look: Look) -> None:
    view, _ = look(PAGE)
    shown = [(one.kind, one.name, one.detail) for one in symbols(view)]
    assert shown == [
        ("title", "The Pier", "1 key"),
        ("file", "INCLUDE cast.story", ""),
        ("name", "town", "Lumsden"),
        ("page", "Page ONE", "2 panels, 9 words, 7 s, 300 credits"),
    ]
    page = symbols(view)[-1]
    assert [(one.name, one.detail) for one in page.children] == [
        ("Panel 1", "6 words · MARA VOSS at the rail. Mara looks up."),
        ("Panel 2", "3 words · The dark. See https://example.com/pier."),
    ]
    assert all(page.whole.start <= one.whole.start <= one.whole.end <= page.whole.end for one in page.children)


def test_the_outline_of_a_cast(look: Look) -> None:
    view, _ = look(CAST)
    cast, places = symbols(view)
    assert [one.name for one in cast.children] == ["MARA VOSS", "TOBY", "NELL", "NELL / 1987"]
    assert [(one.kind, one.name) for one in places.children] == [("place", "THE PIER")]


def test_what_folds(look: Look) -> None:
    view, _ = look(PAGE)
    assert [(fold.first, fold.last, fold.kind) for fold in folds(view.script)] == [
        (6, 23, "region"),
        (10, 15, "region"),
        (11, 12, "comment"),
        (17, 23, "region"),
    ]


@pytest.mark.parametrize(
    ("words", "file", "target"),
    [
        ("MARA VOSS (off", "cast.story", "MARA VOSS"),
        ("THE CAPTAIN", "cast.story", "MARA VOSS"),
        ("TOBY\nRun", "cast.story", "TOBY"),
        ("MARA VOSS at", "cast.story", "MARA VOSS"),
        ("Mara): I ran", "cast.story", "MARA VOSS"),
        ("NELL: 1987", "cast.story", "NELL"),
        ("THE PIER - NIGHT", "cast.story", "THE PIER"),
        ("town}}", "main.story", "town"),
        ("inset 1", "main.story", "PANEL 1 [wide, NELL: 1987]"),
        ("cast.story", "cast.story", ""),
    ],
)
def test_where_a_word_is_declared(look: Look, words: str, file: str, target: str) -> None:
    view, offset = look(at(words))
    found = definition(view, offset)
    assert found is not None
    assert (found.file, view.look.scripts[found.file].slice(found.span)) == (file, target)


@pytest.mark.parametrize("words", ["Not once", "whisper", "at the rail", "PAGE ONE", "Not for"])
def test_most_words_are_declared_nowhere(look: Look, words: str) -> None:
    assert definition(*look(at(words))) is None


def test_a_conflict_that_nobody_has_settled_is_not_tidied(look: Look) -> None:
    torn = "PAGE 1\nPANEL 1\nRain.\n<<<<<<< HEAD\nHail.\n=======\nSnow.\n>>>>>>> storm\n"
    for text in (torn, torn.replace("\n", "\r\n")):
        script = look(text)[0].script
        assert (tidied(script), tidied(script, 0, 2)) == (None, None)


def uses(view: View, offset: int) -> tuple[Target, ...]:
    named = thing_at(view, offset)
    return () if named is None else references(view, named)


def renamed(view: View, offset: int, new: str) -> dict[str, list[Span]]:
    handle = handle_at(view, offset)
    assert handle is not None
    return renaming(view, handle, new)


def test_references_are_found_under_every_name_in_every_file(look: Look) -> None:
    view, offset = look(at("MARA VOSS (off"))
    found = [(one.file, view.look.scripts[one.file].slice(one.span)) for one in uses(view, offset)]
    assert sorted(found) == [
        ("cast.story", "MARA VOSS"),
        ("cast.story", "Mara"),
        ("cast.story", "the Captain"),
        ("main.story", "MARA VOSS"),
        ("main.story", "MARA VOSS"),
        ("main.story", "Mara"),
        ("main.story", "THE CAPTAIN"),
    ]
    assert {one.file for one in uses(view, offset) if not one.is_declared} == {"main.story"}


def test_renaming_changes_one_spelling_everywhere(look: Look) -> None:
    view, offset = look(at("MARA VOSS (off"))
    found = renamed(view, offset, "MARA DALE")
    assert {file: len(spans) for file, spans in found.items()} == {"main.story": 2, "cast.story": 1}
    view, offset = look(at("town}}"))
    assert {file: len(spans) for file, spans in renamed(view, offset, "city").items()} == {"main.story": 2}
    view, offset = look(at("THE PIER"))
    assert {file: len(spans) for file, spans in renamed(view, offset, "THE QUAY").items()} == {
        "main.story": 1,
        "cast.story": 1,
    }


LOOKS = "NELL / 1987: La.\n\nNELL & TOBY\nBoth!\n"


@pytest.mark.parametrize(
    ("words", "inside", "text", "told"),
    [
        ("NELL / 1987", 1, "NELL", {"main.story": 3, "cast.story": 2}),
        ("NELL / 1987", 8, "1987", {"main.story": 2, "cast.story": 1}),
        ("NELL: 1987", 7, "1987", {"main.story": 2, "cast.story": 1}),
        ("NELL: 1987", 1, "NELL", {"main.story": 3, "cast.story": 2}),
    ],
)
def test_looks_are_renamed_with_their_character(
    look: Look, words: str, inside: int, text: str, told: dict[str, int]
) -> None:
    page = PAGE + LOOKS
    place = page.index(words) + inside
    view, offset = look(f"{page[:place]}|{page[place:]}")
    handle = handle_at(view, offset)
    assert handle is not None
    assert (handle.text, view.script.slice(handle.span)) == (text, text)
    found = renaming(view, handle, "NORA")
    assert {file: len(spans) for file, spans in found.items()} == told
    assert {view.look.scripts[file].slice(span) for file, spans in found.items() for span in spans} == {text}


@pytest.mark.parametrize("new", ["", " ", "TOBY", "A: B", "A & B", "(x)", "@x"])
def test_what_cannot_be_a_name(look: Look, new: str) -> None:
    with pytest.raises(RenameError):
        renamed(*look(at("MARA VOSS (off")), new)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("MARA VOSS (off", "first speaks on page ONE, panel 1"),
        ("MARA VOSS (off", "also Mara, the Captain"),
        ("THE PIER", "Wood on iron legs."),
        ("whisper", "broken outline"),
        ("off, ", "not in the picture"),
        ("wide", "the shape or the weight"),
        ("inset 1", "lies inside panel 2"),
        ("CAPTION", "a box"),
        ("PAGE ONE", "2 panels, 9 words, about 300 credits"),
        ("Title", "the name of the work"),
        ("town}}", "Lumsden"),
        ("cast.story", "bytes"),
    ],
)
def test_cards(look: Look, words: str, told: str) -> None:
    card = hover(*look(at(words)), FRAME)
    assert card is not None
    assert told in card.markdown


def test_a_card_shows_what_a_script_says_as_it_is(look: Look) -> None:
    text = "CAST\n\nEVE: <img src=x> [a](b) *c*\n\nPAGE 1\n\nPANEL 1\nRain.\n\nE|VE: No.\n"
    card = hover(*look(text), FRAME)
    assert card is not None
    assert "\\<img src=x\\> \\[a\\](b) \\*c\\*" in card.markdown


def test_counts(look: Look) -> None:
    view, _ = look(PAGE)
    assert [one.text for one in lenses(view)] == [
        "2 panels · 9 words · about 300 credits", "2 balloons · 6 words", "2 balloons · 3 words",
    ]  # fmt: skip
    assert [one.text for one in hints(view, 0, 99)] == ["4 words", "2 words", "1 word", "2 words"]
    assert [one.text for one in hints(view, 15, 15)] == ["2 words"]


def test_links_lead_to_files_that_are_there_and_to_addresses(look: Look) -> None:
    view, _ = look(PAGE.replace("INCLUDE cast", "INCLUDE nobody\n\nINCLUDE cast"))
    assert [(one.file, one.address) for one in links(view)] == [
        ("cast.story", ""),
        (None, "https://example.com/pier"),
    ]


def test_no_lens_where_there_is_nothing_to_say(look: Look) -> None:
    view, _ = look("PAGE 1\n\nPANEL 1\nRain.\n\nCLIP drift [6s, 480p, from panel 1]\n\nIt drifts.\n\npage\n")
    assert [one.text for one in lenses(view)] == ["1 panel · about 150 credits", "silent", "6 s · about 3,840 credits"]


HIGHLIGHTED = """\
CAST

MARA VOSS (Mara): A pilot.

NELL: A singer.

NELL / 1987: A girl.

LOCATIONS

THE PIER (the jetty): Wood.

PROPS

LANTERN: Brass.

DEFINE town = Lumsden

PAGE 1 [NELL: 1987]

EXT. THE JETTY - NIGHT

PANEL 1 [Nell: 1987]
MARA VOSS has the LANTERN. LANTERNS.

MARA VOSS
(off, whisper)
Back to {{town}}.
"""


@pytest.mark.parametrize(
    ("words", "inside", "read", "written"),
    [
        ("MARA VOSS has", 6, ["MARA VOSS", "MARA VOSS"], ["MARA VOSS", "Mara"]),
        ("THE JETTY", 1, ["THE JETTY"], ["THE PIER", "the jetty"]),
        ("LANTERN. LA", 1, ["LANTERN"], ["LANTERN"]),
        ("town}}", 1, ["town"], ["town"]),
        ("NELL: 1987", 1, ["NELL", "Nell"], ["NELL"]),
        ("NELL: 1987", 7, ["1987", "1987"], ["NELL / 1987"]),
        ("NELL / 1987", 7, ["1987", "1987"], ["NELL / 1987"]),
        ("whisper", 1, [], []),
        ("Back", 1, [], []),
    ],
)
def test_highlights(look: Look, words: str, inside: int, read: list[str], written: list[str]) -> None:
    place = HIGHLIGHTED.index(words) + inside
    view, offset = look(f"{HIGHLIGHTED[:place]}|{HIGHLIGHTED[place:]}")
    named = thing_at(view, offset)
    found = () if named is None else highlights(view, named)
    shown = [(one.is_declared, view.script.slice(one.span)) for one in found]
    assert sorted(text for is_declared, text in shown if not is_declared) == sorted(read)
    assert sorted(text for is_declared, text in shown if is_declared) == sorted(written)
    assert set(found) == set(uses(view, offset))
    coloured = {(one.line, len(one.before), one.text) for one in tokens(view)}
    for one in found:
        line, column = view.script.position(one.span.start)
        assert (line, column, view.script.slice(one.span)) in coloured


def test_looks_that_pages_choose_are_renamed(look: Look) -> None:
    place = HIGHLIGHTED.index("NELL: 1987") + 7
    view, offset = look(f"{HIGHLIGHTED[:place]}|{HIGHLIGHTED[place:]}")
    assert [view.script.slice(span) for span in renamed(view, offset, "1990")["main.story"]] == ["1987"] * 3


def test_colours(look: Look) -> None:
    view, _ = look(PAGE)
    shown = [(SORTS[one.sort], one.text) for one in tokens(view)]
    assert ("class", "MARA VOSS") in shown
    assert ("modifier", "whisper") in shown
    assert ("namespace", "THE PIER") in shown
    assert ("decorator", "inset 1") in shown
    assert [one for one in shown if "1987" in one[1]] == [("class", "1987")]
    assert [text for sort, text in shown if sort == "comment"] == ["/* Not for", "the draft. */"]
    lines = [one.line for one in tokens(view)]
    assert lines == sorted(lines)
    assert {one.line for one in tokens(view, 10, 12)} == {10, 11, 12}


def test_fixes(look: Look) -> None:
    view, offset = look(PAGE.replace("(2 PANELS)", "(|3 PANELS)"))
    assert [one.title for one in actions(view, Span(offset, offset))] == ["write `2`"]
    assert fix_all(view) is None
    assert not actions(view, Span(0, 0))


def test_all_that_is_safe_is_mended_at_once(look: Look) -> None:
    view, _ = look("PANEL 1\nRain.\n\nPANEL 2 [wide\nSun.\n")
    together = fix_all(view)
    assert together is not None
    assert [edit.text for edit in together.edits] == ["PAGE 1\n\n", "]"]


def test_formatting_is_one_small_edit(look: Look) -> None:
    view, _ = look("PAGE 1\n\n\n\nPANEL 1\nRain.\n\n\n\nPANEL 2\nSun.\n")
    whole, some = tidied(view.script), tidied(view.script, 9, 10)
    assert whole is not None
    text = view.script.text
    assert f"{text[: whole[0].start]}{whole[1]}{text[whole[0].end :]}" == "PAGE 1\n\nPANEL 1\nRain.\n\nPANEL 2\nSun.\n"
    assert some != whole
    assert tidied(look("PAGE 1\n\nPANEL 1\nRain.\n")[0].script) is None

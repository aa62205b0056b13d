"""A body says the same whether or not anybody asks what is to be said about it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from storyc.semantics import resolve
from storyc.semantics.folding import Folder
from storyc.semantics.speakers import Speakers
from storyc.syntax import Page, parse
from storyc.text import Source
from tests.semantics.test_plainness import HEAD, LINES


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=9))
def test_what_is_to_be_said_changes_nothing_of_what_is_read(lines: list[str]) -> None:
    source = Source("main.story", HEAD + "PANEL 1\n" + "\n".join(lines) + "\n")
    document = parse(source).value
    page = next(part for part in document.parts if isinstance(part, Page))
    speakers = Speakers(resolve({source.name: document}).value.declared, [])
    for panel in page.strip:
        asked = Folder(source, speakers, []).fold_headed(panel.heading, panel.lines)
        assert Folder(source, speakers).fold_headed(panel.heading, panel.lines) == asked

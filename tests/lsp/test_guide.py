"""What the editor offers, and what it says about it, is what the language has."""

import pytest

from storyc.lsp.guide import LETTERING, clip_tags, meaning, modifiers, page_tags, panel_tags, rows, tag_meaning
from storyc.project import check_sources
from storyc.text import MemoryFiles

STORY = """\
Title: T

CAST

EVE: A cat.

PAGE 1{page}

PANEL 1
Rain.

PANEL 2 [{panel}]
Sun.

EVE ({how}): Oh.

CLIP drift [{clip}]

It drifts.
"""


def findings(page: str = "", panel: str = "wide", how: str = "off", clip: str = "5s") -> list[str]:
    """Return what a check says about words in their places."""
    text = STORY.format(page=f" [{page}]" if page else "", panel=panel, how=how, clip=clip)
    return [said.message for said in check_sources("a", MemoryFiles({"a": text.encode()}), {}).diagnostics]


@pytest.mark.parametrize(("tag", "told"), [*panel_tags()])
def test_every_tag_of_a_panel_is_known(tag: str, told: str) -> None:
    assert not findings(panel=f"{tag}1" if tag.endswith(" ") else tag)
    assert told
    assert tag_meaning(f"{tag}1" if tag.endswith(" ") else tag)


@pytest.mark.parametrize("tag", [tag for tag, _ in page_tags()])
def test_every_tag_of_a_page_is_known(tag: str) -> None:
    values = {"preset: ": "render", "size: ": "512x768", "layout: ": "grid"}
    assert not [said for said in findings(page=f"{tag}{values.get(tag, '')}") if "no tag" in said]
    assert tag_meaning(f"{tag}{values.get(tag, '')}")


@pytest.mark.parametrize("option", [option for option, _ in clip_tags() if "panel" not in option])
def test_every_option_of_a_clip_is_known(option: str) -> None:
    assert not findings(clip=option)


@pytest.mark.parametrize("modifier", [modifier for modifier, _ in modifiers()])
def test_every_modifier_is_known(modifier: str) -> None:
    assert not findings(how=modifier)
    assert meaning("Modifier", modifier)


def test_labels_and_keys_are_those_of_the_guide() -> None:
    assert {word for row in rows("Label") for word in row.words} == set(LETTERING)
    assert len([word for row in rows("Key") for word in row.words]) > 20
    assert meaning("Key", "nothing of the sort") is None
    assert rows("no such table") == ()

"""Names that are declared and never used."""

import re
from collections.abc import Iterator, Sequence

from storyc.diagnostics import Diagnostic, Edit, Fix, Label, codes
from storyc.linting.declared import definitions
from storyc.linting.removal import remove_entry, remove_lines
from storyc.linting.rule import Rule
from storyc.linting.story import Story
from storyc.linting.usage import find_uses
from storyc.storyboard import Character, Location, Prop
from storyc.syntax import USED_NAME
from storyc.text import Span


def _find(story: Story, _most: int) -> Iterator[Diagnostic]:
    """A name without a use is a rest of a cut, or the meant one is spelled otherwise; without pages nothing is used."""
    if not story.leaves:
        return
    uses = find_uses(story)
    board = story.board
    kinds: tuple[tuple[str, Sequence[Character | Location | Prop]], ...] = (
        ("character", board.cast), ("location", board.locations), ("prop", board.props),
    )  # fmt: skip
    for what, entities in kinds:
        for entity in entities:
            if not uses.is_used(entity.name, entity.aliases):
                kind = "look" if what == "character" and " / " in entity.name else what
                edit = remove_entry(story, entity.origin)
                fixes = (Fix(f"remove `{entity.name}`", (edit,), is_safe=False),) if edit else ()
                yield _unused(kind, entity.name, story.at_entry(entity.origin), fixes)
    yield from _unused_definitions(story)


def _unused_definitions(story: Story) -> Iterator[Diagnostic]:
    defined = list(definitions(story.documents))
    if not defined:
        return
    used = {found[1] for document in story.documents.values() for found in re.finditer(USED_NAME, document.source.text)}
    for document, define in defined:
        if define.name not in used:
            source = document.source
            place = Label(source.name, Span(define.name_at, define.name_at + len(define.name)))
            edit = Edit(source.name, remove_lines(source, define.span), "")
            yield _unused("definition", define.name, place, (Fix(f"remove `{define.name}`", (edit,), is_safe=False),))


def _unused(what: str, name: str, place: Label, fixes: tuple[Fix, ...]) -> Diagnostic:
    helps = ("remove it, or see how it is spelled where it is meant",)
    return Diagnostic(codes.UNUSED_NAME, f"the {what} `{name}` is never used", place, helps=helps, fixes=fixes)


UNUSED_NAME = Rule(codes.UNUSED_NAME, _find)

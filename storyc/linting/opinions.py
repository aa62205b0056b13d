"""The phase: a checked story to what may be thought about it."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from storyc.diagnostics import Diagnostic, codes
from storyc.semantics import Program
from storyc.syntax import Document

from .redrawing import Redrawing
from .rules import RULES
from .settings import Settings
from .story import Story
from .suppressions import suppress


def lint(
    program: Program, documents: Mapping[str, Document], settings: Settings, redrawings: Sequence[Redrawing] = ()
) -> tuple[Diagnostic, ...]:
    """Return the opinions that settings ask for, in the order of the files and of the text.

    `documents` are the trees that the program was made of, the main one first; `redrawings` is what a build would buy again, as far as
    somebody knows.
    """
    story = Story(program, documents, redrawings)
    found = [
        said for rule in RULES if (choice := settings[rule.code.name]).is_on for said in rule.find(story, choice.most)
    ]
    told, idle = suppress(found, documents, settings)
    if settings[codes.UNUSED_SUPPRESSION.name].is_on:
        told += idle
    order = {name: index for index, name in enumerate(documents)}
    told.sort(key=lambda said: (order[said.primary.source], said.primary.span.start))
    return tuple(_as_loud(said, settings) for said in told)


def _as_loud(said: Diagnostic, settings: Settings) -> Diagnostic:
    severity = settings[said.code.name].severity
    return said if severity is said.severity else replace(said, code=replace(said.code, severity=severity))

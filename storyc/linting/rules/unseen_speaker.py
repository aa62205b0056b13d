"""Somebody who speaks in a picture that does not show them."""

import re
from collections.abc import Iterator

from storyc.diagnostics import Diagnostic, codes
from storyc.linting.rule import Rule
from storyc.linting.story import Shot, Story, base
from storyc.storyboard import Modifier, Speech

_UNSEEN: frozenset[Modifier] = frozenset(("off", "radio", "thought"))
_SEVERAL = re.compile(
    r"\b(they|them|their|theirs|both|all|everyone|everybody|each|others?|crowd|group|faces?|people|two|three|four|five|six)\b"
)
_ENGLISH = re.compile(r"\b(the|of|and|with|is|are|at|his|her)\b")
"""Words that no other language writes so often; a script need not say what it is written in."""
_TITLES = frozenset(("the", "and", "dr.", "mr.", "mrs.", "ms.", "young", "old", "little"))
_SHORTEST_NAME = 3
_ONE = re.compile(r"\b(he|him|his|she|hers?|who|someone|somebody|voice|hands?|eyes?|face|figure|silhouette)\b")


def _find(story: Story, _most: int) -> Iterator[Diagnostic]:
    """Who speaks is drawn, but a model that is not told where puts them anywhere.

    Only a scene that never names the speaker is told of, and only where no word of the description could mean them.
    """
    spellings = _spellings(story)
    language = story.board.language.partition("-")[0]
    unnamed: dict[str, set[str]] = {}
    for shot in story.shots:
        unnamed.setdefault(_scene(shot), set()).update(_speakers(shot).keys() & spellings.keys())
    for shot in story.shots:
        prose, strangers = shot.prose, unnamed[_scene(shot)]
        strangers.difference_update(
            [name for name in strangers if any(spelling in prose for spelling in spellings[name])]
        )
        heard = {name: index for name, index in _speakers(shot).items() if name in strangers}
        if not heard or not prose or "silent" in shot.panel.framing or _SEVERAL.search(prose):
            continue
        is_english = language == "en" or (not language and _ENGLISH.search(prose) is not None)
        shows_others = any(base(name) not in strangers for name in shot.panel.cast)
        if shows_others or (is_english and not _ONE.search(prose)):
            yield from (_unseen(story, shot, name, index) for name, index in heard.items())


def _scene(shot: Shot) -> str:
    """Return what is one place to a reader, also if the story comes back to it."""
    return shot.panel.setting.heading if shot.panel.setting else ""


def _speakers(shot: Shot) -> dict[str, int]:
    """Return who speaks and is drawn, each with the place of a balloon among the letters."""
    return {
        base(name): index
        for index, item in enumerate(shot.letters)
        if isinstance(item, Speech) and not _UNSEEN.intersection(item.modifiers)
        for name in item.speakers
    }


def _spellings(story: Story) -> dict[str, list[str]]:
    """Return by what each character may be called in a description: by a name, an alias, or a part of them."""
    found: dict[str, list[str]] = {}
    for person in story.board.cast:
        words = found.setdefault(base(person.name), [])
        for spelling in (base(person.name), *person.aliases):
            parts = spelling.casefold().split()
            words += (" ".join(parts), *(part for part in parts if len(part) >= _SHORTEST_NAME and part not in _TITLES))
    return found


def _unseen(story: Story, shot: Shot, name: str, index: int) -> Diagnostic:
    return Diagnostic(
        codes.UNSEEN_SPEAKER,
        f"`{name}` speaks here, but no description says that they are in the picture",
        story.at_letters(shot, index),
        (story.at_panel(shot, "in this panel"),),
        (f"name `{name}` in the description, or write `(off)` behind the name",),
    )


UNSEEN_SPEAKER = Rule(codes.UNSEEN_SPEAKER, _find)

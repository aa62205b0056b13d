"""A panel in which too many people talk."""

from collections.abc import Iterator

from storyc.diagnostics import Diagnostic, codes
from storyc.linting.rule import Rule
from storyc.linting.story import Shot, Story, base
from storyc.storyboard import Speech


def _find(story: Story, most: int) -> Iterator[Diagnostic]:
    """Who speaks first stands first, so every voice more fixes one more place in the picture."""
    for shot in story.shots:
        if len(shot.letters) > most and len(voices := _voices(shot)) > most:
            message = f"{len(voices)} voices speak in this panel, more than {most}"
            helps = (
                f"they are {', '.join(f'`{name}`' for name in voices)}",
                "give some of them to the panel before or behind it",
            )
            yield Diagnostic(codes.SPEAKERS_PER_PANEL, message, story.at_panel(shot), helps=helps)


def _voices(shot: Shot) -> list[str]:
    """Return who speaks; people who also speak alone are no new voice when they speak together."""
    voices = dict.fromkeys(tuple(map(base, item.speakers)) for item in shot.letters if isinstance(item, Speech))
    alone = {name for speakers in voices if len(speakers) == 1 for name in speakers}
    return [" & ".join(speakers) for speakers in voices if len(speakers) == 1 or not alone.issuperset(speakers)]


SPEAKERS_PER_PANEL = Rule(codes.SPEAKERS_PER_PANEL, _find, most=3)

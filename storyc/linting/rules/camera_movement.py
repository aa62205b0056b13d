"""A camera that moves in a picture that stands still."""

import re
from collections.abc import Iterator

from storyc.diagnostics import Diagnostic, codes
from storyc.linting.rule import Rule
from storyc.linting.story import Story

_MOVES = r"(?:pan|zoom|tilt|dolly|track|swing|swoop|crane|push|pull|circle|follow|glide|drift)s?"
_WAYS = r"(?:in|out|across|over|up|down|left|right|to|along|past|back|away|around|towards?|closer|from)"
_MOVEMENT = re.compile(
    rf"""
    \bcamera\ (?:slowly\ |then\ |now\ )?{_MOVES}\b      # the camera pans
    | \bwe\ (?:slowly\ )?(?:pan|zoom|dolly|tilt|pull\ back|push\ in)\ {_WAYS}\b
    | (?:^|(?<=[.!?]\ ))(?:slow(?:ly)?\ )?(?:pan|zoom|dolly|tilt)\ {_WAYS}\b   # a sentence that is an order to the camera
    | \b(?:slow|quick|smooth)\ (?:pan|zoom)\b
    | \b(?:tracking|dolly|crane|panning)\ shot\b
    | \bpull(?:ing|s)?\ back\ to\ (?:reveal|show)\b
    | \b(?:rack|pull)\ focus\b
    | \bcross-?fades?\b | \b(?:we\ )?(?:dissolve|fade)\ to\b
    """,
    re.VERBOSE | re.MULTILINE,
)
"""English only, and only where a camera or the reader's eye is clearly meant: copper pans and zooming bees are props."""
_LIKELY = (
    "camera",
    "pan",
    "zoom",
    "doll",
    "tilt",
    "track",
    "crane shot",
    "pull",
    "push in",
    "focus",
    "fade",
    "dissolve",
)
"""One of them stands in whatever is found; to look for words is a tenth of the work."""


def _find(story: Story, _most: int) -> Iterator[Diagnostic]:
    """A still cannot move; what is asked of it in vain, it answers with something else."""
    for shot in story.shots:
        if any(map(shot.prose.__contains__, _LIKELY)) and (found := _MOVEMENT.search(shot.prose)):
            message = f"nothing moves in a panel: `{' '.join(found[0].split())}`"
            helps = ("say what is seen at the moment that you want drawn; movement belongs into a CLIP",)
            yield Diagnostic(codes.CAMERA_MOVEMENT, message, story.at_prose(shot, found), helps=helps)


CAMERA_MOVEMENT = Rule(codes.CAMERA_MOVEMENT, _find)

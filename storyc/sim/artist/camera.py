"""Framing tags -> where the horizon lies, how large people are, what the border is."""

from msgspec import Struct

from .brief import Shot
from .items import item_in
from .vocabulary import Vocabulary

_CLOSE = Vocabulary({True: "close closeup close-up detail アップ 手元"})


class Camera(Struct, frozen=True, gc=False):
    """How a panel looks at its scene. Heights are shares of the picture's height."""

    figure_height: float = 0.92
    feet: float = 1.2
    """Where people stand; beyond 1 their feet are below the picture."""
    horizon: float = 0.56
    is_face: bool = False
    """A face fills the picture."""
    is_eyes: bool = False
    """Only the eyes are seen."""
    is_insert: bool = False
    is_pov: bool = False
    is_over_shoulder: bool = False
    is_splash: bool = False
    is_reaction: bool = False
    is_flashback: bool = False
    is_bleed: bool = False
    is_borderless: bool = False


def camera_for(shot: Shot) -> Camera:
    """Return the camera that the panel's tags ask for."""
    tags = set(shot.tags)
    horizon = 0.8 if "low angle" in tags else 0.24 if "high angle" in tags else 0.56
    is_eyes = "extreme close-up" in tags
    is_face = "close-up" in tags or "reaction" in tags
    height, feet = 0.92, 1.2
    if tags & {"establishing", "long"}:
        height, feet = 0.3, 0.93
    elif "wide" in tags:
        height, feet = 0.42, 0.95
    elif is_face:
        height, feet = 2.4, 2.75
    elif "splash" in tags:
        height, feet = 0.66, 0.97
    elif "medium" in tags or "over-shoulder" in tags:
        height, feet = 1.12, 1.45
    return Camera(
        figure_height=height,
        feet=feet,
        horizon=horizon,
        is_face=is_face,
        is_eyes=is_eyes,
        is_insert="insert" in tags or (not shot.present and _looks_closely(shot)),
        is_pov="pov" in tags,
        is_over_shoulder="over-shoulder" in tags,
        is_splash="splash" in tags,
        is_reaction="reaction" in tags,
        is_flashback="flashback" in tags,
        is_bleed="bleed" in tags,
        is_borderless="borderless" in tags,
    )


def _looks_closely(shot: Shot) -> bool:
    """Return whether a panel without people shows a thing from near."""
    return item_in(shot.action) is not None and _CLOSE.first(shot.action) is not None

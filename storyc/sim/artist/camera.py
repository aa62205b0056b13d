"""Framing tags -> where the horizon lies, how large people are, what the border is."""

from collections.abc import Sequence

from msgspec import Struct

from .brief import Brief, Person, Shot
from .geometry import Box
from .hand import stable_number
from .items import item_in
from .vocabulary import Vocabulary

_CROWD = 8
"""People that are drawn; more are counted."""
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


class Stand(Struct, frozen=True, gc=False):
    """A person and the place where she stands."""

    person: Person
    x: float
    feet_y: float
    height_px: float
    """From heel to crown."""
    is_facing_right: bool
    is_child: bool = False

    @property
    def head_radius_px(self) -> float:
        """Return half the height of the head."""
        return self.height_px * (0.135 if self.is_child else 0.1)

    @property
    def head(self) -> tuple[float, float]:
        """Return the middle of the head."""
        return (self.x, self.feet_y - self.height_px + self.head_radius_px)

    @property
    def face(self) -> Box:
        """Return the box about the head, which balloons keep clear of."""
        (x, y), radius = self.head, self.head_radius_px
        return Box(x - radius, y - radius, x + radius, y + radius)

    @property
    def body(self) -> Box:
        """Return the box about the whole person."""
        return Box(self.x - self.height_px * 0.15, self.face.top, self.x + self.height_px * 0.15, self.feet_y)


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


def places_for(brief: Brief, shot: Shot, camera: Camera, picture: Box) -> tuple[Stand, ...]:
    """Return where everyone in the picture stands, in reading order; the first to speak comes first."""
    people = _by_first_word(brief, shot)[:_CROWD]
    if not people:
        return ()
    if camera.is_eyes:
        height = picture.width * 1.6
        x, y = picture.at(0.5, 0.6)
        return (Stand(people[0], x, y + height * 0.9, height, is_facing_right=not shot.is_right_to_left),)
    height = picture.height * camera.figure_height
    room = picture.width * 0.86 / len(people)
    widest = 0.46 if camera.is_face else 0.5
    if height * widest > room and not camera.is_face:
        height = max(room / widest, picture.height * 0.3)
    feet = picture.top + picture.height * camera.feet
    crown = feet - picture.height * camera.figure_height
    if not camera.is_face and feet > picture.bottom:
        feet = max(crown + height, picture.top + picture.height * 0.98)
    if camera.is_face and len(people) > 1:
        height = min(height, room / 0.26)
        feet = crown + picture.height * 0.08 + height
    order = people[::-1] if shot.is_right_to_left else people
    middle = (len(order) - 1) / 2
    stands: list[Stand] = []
    for number, person in enumerate(order):
        x = picture.left + picture.width * 0.07 + room * (number + 0.5)
        if len(order) == 1:
            x = picture.left + picture.width * (0.56 if shot.is_right_to_left else 0.46)
        is_child = _is_child(person)
        share = 1.0 if camera.is_face else (0.76 if is_child else 1.0)
        stands.append(
            Stand(
                person,
                x=x,
                feet_y=feet + (height * 0.06 if is_child and feet > picture.bottom else 0.0),
                height_px=height * share * (0.97 + stable_number("height", person.name) % 7 / 100),
                is_facing_right=number < middle or (number == middle and not shot.is_right_to_left),
                is_child=is_child,
            )
        )
    return tuple(stands)


def _by_first_word(brief: Brief, shot: Shot) -> list[Person]:
    speaking = [name for lettering in shot.letterings if lettering.kind == "speech" for name in lettering.speakers]
    names = [brief.person(name).name for name in shot.present]
    spoken = [brief.person(name).name for name in speaking]
    ordered = [*(name for name in spoken if name in names), *names]
    return [brief.person(name) for name in dict.fromkeys(ordered)]


def _is_child(person: Person) -> bool:
    return person.age is not None and person.age <= 12


def count_beyond(stands: Sequence[Stand], shot: Shot) -> int:
    """Return how many of those present are not drawn."""
    return max(0, len(dict.fromkeys(shot.present)) - len(stands)) if stands else 0

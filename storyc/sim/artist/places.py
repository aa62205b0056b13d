"""Where everybody stands or sits in a panel."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from .ages import CHILD
from .brief import Brief, Person, Shot
from .camera import Camera
from .geometry import Box
from .hand import stable_number
from .posture import height_of, who_sits

_CROWD = 8
"""People that are drawn; more are counted."""
SEAT_DROP = 0.19
"""How much lower a head is on a seat, as a share of the body's height."""
_CHILD_FACE = 0.8
"""A child's face from near is no larger than others: its head is a larger share of a smaller body."""
_LOWEST_CHIN = 0.84


class Stand(Struct, frozen=True, gc=False):
    """A person and the place where she stands."""

    person: Person
    x: float
    feet_y: float
    height_px: float
    """From heel to crown."""
    is_facing_right: bool
    is_child: bool = False
    is_seated: bool = False

    @property
    def sunk_px(self) -> float:
        """Return how much lower somebody's head is because she sits."""
        return self.height_px * SEAT_DROP if self.is_seated else 0.0

    @property
    def head_radius_px(self) -> float:
        """Return half the height of the head."""
        return self.height_px * (0.135 if self.is_child else 0.1)

    @property
    def head(self) -> tuple[float, float]:
        """Return the middle of the head."""
        return (self.x, self.feet_y - self.height_px + self.sunk_px + self.head_radius_px)

    @property
    def face(self) -> Box:
        """Return the box about the head, which balloons keep clear of."""
        (x, y), radius = self.head, self.head_radius_px
        return Box(x - radius, y - radius, x + radius, y + radius)

    @property
    def body(self) -> Box:
        """Return the box about the whole person."""
        return Box(self.x - self.height_px * 0.15, self.face.top, self.x + self.height_px * 0.15, self.feet_y)


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
    seated = frozenset[str]() if camera.is_face else who_sits(shot.action, people)
    stands: list[Stand] = []
    for number, person in enumerate(order):
        x = picture.left + picture.width * 0.07 + room * (number + 0.5)
        if len(order) == 1:
            x = picture.left + picture.width * (0.56 if shot.is_right_to_left else 0.46)
        is_child = person.age is not None and person.age <= CHILD
        share = (_CHILD_FACE if is_child else 1.0) if camera.is_face else height_of(person)
        lift = height * (1 - share) if camera.is_face else 0.0  # all faces begin at one height
        sunk = height * 0.06 if is_child and feet > picture.bottom and not camera.is_face else 0.0
        stand = Stand(
            person,
            x=x,
            feet_y=feet - lift + sunk,
            height_px=height * share * (0.97 + stable_number("height", person.name) % 7 / 100),
            is_facing_right=number < middle or (number == middle and not shot.is_right_to_left),
            is_child=is_child,
        )
        stands.append(_seated(stand, picture) if person.name in seated else stand)
    return tuple(stands)


def _seated(stand: Stand, picture: Box) -> Stand:
    """Return somebody on a seat, unless no more than her hat would be seen of her."""
    sitting = replace(stand, is_seated=True)
    return sitting if sitting.face.bottom < picture.top + _LOWEST_CHIN * picture.height else stand


def _by_first_word(brief: Brief, shot: Shot) -> list[Person]:
    speaking = [name for lettering in shot.letterings if lettering.kind == "speech" for name in lettering.speakers]
    names = [brief.person(name).name for name in shot.present]
    spoken = [brief.person(name).name for name in speaking]
    ordered = [*(name for name in spoken if name in names), *names]
    return [brief.person(name) for name in dict.fromkeys(ordered)]


def count_beyond(stands: Sequence[Stand], shot: Shot) -> int:
    """Return how many of those present are not drawn."""
    return max(0, len(dict.fromkeys(shot.present)) - len(stands)) if stands else 0

"""What happens in a build, as it happens. The set is closed: a front end that matches on all of it shows everything."""

from msgspec import Struct

from storyc.lowering import Unit
from storyc.planning import StoredAsset


class Kept(Struct, frozen=True):
    """All of a unit's art was at home already."""

    unit: Unit


class Uploaded(Struct, frozen=True):
    """A file that a request refers to is with the service now."""

    unit: Unit
    sha256: str


class Submitted(Struct, frozen=True):
    """A paid request was accepted."""

    unit: Unit
    generation_id: str
    price_credits: int


class Postponed(Struct, frozen=True):
    """A paid request did not get through and nothing was bought; it is sent again."""

    unit: Unit
    reason: str
    wait_s: float


class Polled(Struct, frozen=True):
    """The service was asked about a unit and still works on it."""

    unit: Unit
    status: str
    """The service's own word, printable."""


class Fetched(Struct, frozen=True):
    """One picture or film of a unit is at home."""

    unit: Unit
    asset: StoredAsset


class Refused(Struct, frozen=True):
    """One picture or film of a unit could not be fetched or is none; the next build tries again, free."""

    unit: Unit
    page: int
    """From 0, in the unit."""
    panel: int
    """From 0, on that page."""
    reason: str


class Finished(Struct, frozen=True):
    """All that the service has of a unit was brought home."""

    unit: Unit
    missing: int
    """Pictures that were asked for and are not there."""


class Failed(Struct, frozen=True):
    """A unit has no art and will have none until somebody changes something."""

    unit: Unit
    reason: str


class Renewed(Struct, frozen=True):
    """A change of a comic that the service has forgotten: its pictures are drawn by other requests, for no more than was agreed to."""

    unit: Unit


class Doubted(Struct, frozen=True):
    """A unit may have been paid for and is not sent again."""

    unit: Unit
    reason: str


class Adopted(Struct, frozen=True):
    """A unit that was in doubt was bought after all: the service told of its generation."""

    unit: Unit
    generation_id: str


class Blocked(Struct, frozen=True):
    """A clip begins or ends with art that is not there."""

    unit: Unit
    reason: str


class Left(Struct, frozen=True):
    """A unit that is paid for is left to the next build, which brings it home."""

    unit: Unit
    generation_id: str
    reason: str = ""
    """Why nobody knows how it stands; empty if the service still works on it."""


class Stopping(Struct, frozen=True):
    """Somebody asked the build to stop: nothing more is sent."""

    in_flight: int
    """Requests that are paid for and not at home."""


class Waiting(Struct, frozen=True):
    """Nothing can be done for a while: the service takes no more requests until a time, or no answer is likely before it."""

    until_s: float
    """Unix seconds."""


BuildEvent = (
    Kept
    | Uploaded
    | Submitted
    | Postponed
    | Polled
    | Fetched
    | Refused
    | Finished
    | Failed
    | Renewed
    | Doubted
    | Adopted
    | Blocked
    | Left
    | Stopping
    | Waiting
)

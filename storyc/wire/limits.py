"""What the service allows.

The bounds of pages, panels and ages are those that the official clients check; clip lengths are those of the video model behind the
service; the upload size and the rates come from the plan tables of the documentation.
"""

from typing import Final, Literal, NamedTuple

MAX_PAGES: Final = 20
"""Pages of one paginated request."""
MAX_PANELS: Final = 20
"""Panels of one page."""
DEFAULT_PANELS: Final = 4
"""Panels that the service draws when a request does not say how many."""
MAX_AGE_YEARS: Final = 150
MAX_UPLOAD_BYTES: Final = 10 * 1024 * 1024
MIN_CLIP_S: Final = 4
MAX_CLIP_S: Final = 15

Resolution = Literal["480p", "720p", "1080p"]
AspectRatio = Literal["16:9", "4:3", "1:1", "3:4", "9:16", "21:9", "9:21", "adaptive"]

RESOLUTIONS: Final[tuple[Resolution, ...]] = ("480p", "720p", "1080p")
ASPECT_RATIOS: Final[tuple[AspectRatio, ...]] = ("16:9", "4:3", "1:1", "3:4", "9:16", "21:9", "9:21", "adaptive")


class RateLimit(NamedTuple):
    """Requests that a plan may send."""

    per_minute: int
    per_day: int | None
    """None if the day has no limit."""


Plan = Literal["demo", "paid"]
RATE_LIMITS: Final[dict[Plan, RateLimit]] = {
    "demo": RateLimit(per_minute=4, per_day=15),
    "paid": RateLimit(per_minute=10, per_day=None),
}

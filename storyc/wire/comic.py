"""`POST /v1/comics/generations`: a comic from a script.

Only what the newest documentation or all official clients know can be sent. `style`, `images` and `characters` are documented by one
source each and left out; `dress` is the server's word for what one client calls `clothing`.
"""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from .limits import MAX_AGE_YEARS
from .model import Link, Part, PositiveCount, Request, Words
from .profiles import ALL_SIZES

Size = Annotated[str, Field(pattern=f"^({'|'.join(ALL_SIZES)})$")]
"""Width x height in pixels, from any description of the service; a `Profile` says which of them are meant."""


class ComicRole(Part):
    """A character of the comic."""

    name: Words
    image: Link | None = None
    """A picture to be recognised by."""
    age: Annotated[int, Field(strict=True, ge=0, le=MAX_AGE_YEARS)] | None = None
    """Years."""
    gender: Words | None = None
    role: Words | None = None
    personality: Words | None = None
    catchphrase: Words | None = None
    dress: Words | None = None


class ComicLocation(Part):
    """A place of the comic."""

    name: Words
    image: Link | None = None
    description: Words | None = None


class Attachment(Part):
    """A picture or a document to look at."""

    url: Link
    type: Words | None = None
    """`product`, `sketch`, `image`, `document`, …: an open set."""


class Pagination(Part):
    """Pages with the same number of panels each."""

    total_pages: PositiveCount
    panels_per_page: PositiveCount


class CreateComic(Request):
    """A new comic. The fields stand in the order in which the official clients send them: preset and size first."""

    operation: ClassVar[str] = "create"
    method: ClassVar[str] = "POST"
    path: ClassVar[str] = "/v1/comics/generations"

    preset: Words = "neutral"
    size: Size = "1024x1024"
    prompt: Words
    """Always sent, also beside a document: the official clients refuse a body without it."""
    prompt_url: Link | None = None
    fix_panel_num: PositiveCount | None = None
    """Panels of the only page; never together with `pagination`."""
    pagination: Pagination | None = None
    comic_roles: tuple[ComicRole, ...] | None = None
    comic_locations: tuple[ComicLocation, ...] | None = None
    attachments: tuple[Attachment, ...] | None = None
    language: Words | None = None
    """A BCP 47 tag."""
    model: Words | None = None
    upscale: Literal["2K", "4K", True] | None = None
    callback_url: Link | None = None

    @model_validator(mode="after")
    def _one_layout(self) -> Self:
        if self.fix_panel_num is not None and self.pagination is not None:
            raise ValueError("`fixPanelNum` and `pagination` cannot be used together.")
        return self

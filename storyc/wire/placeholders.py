"""Links to what does not exist yet.

A local file has no URL before it is uploaded, and the art of a panel none before it is drawn. Until then a placeholder stands in the
request: `upload:sha256:<hex>` for a file, `art:<hex>` for the art of the panel with this content. The digest of a request is taken with
its placeholders, so that it names contents and not the URLs of one day, nor the requests that happened to bring them.
"""

from collections.abc import Callable, Iterator, Mapping
from re import compile as regex
from typing import Any, Final, NamedTuple, TypeVar

from .fault import WireError
from .model import Request

_RequestT = TypeVar("_RequestT", bound=Request)

_LINKS: Final = frozenset({
    "promptUrl", "image", "url", "images", "last_frame_image", "reference_images", "reference_videos", "reference_audios",
})  # fmt: skip
"""The wire names of the fields that hold links; a prompt that looks like a placeholder is still a prompt."""

_UPLOAD = regex(r"upload:sha256:([0-9a-f]{64})")
_ART = regex(r"art:([0-9a-f]{32})")


class UploadLink(NamedTuple):
    """A file that must be uploaded first."""

    sha256: str


class ArtLink(NamedTuple):
    """A panel that must be drawn first."""

    content: str
    """What it shows: 32 hexadecimal digits that name the request which would draw it alone."""


def upload_placeholder(sha256: str) -> str:
    """Return what stands for the URL of a file with this content."""
    return f"upload:sha256:{sha256}"


def art_placeholder(content: str) -> str:
    """Return what stands for the URL of the art of a panel with this content."""
    return f"art:{content}"


def read_placeholder(link: str) -> UploadLink | ArtLink | None:
    """Return what a link waits for; None if it is a URL already."""
    if match := _UPLOAD.fullmatch(link):
        return UploadLink(match[1])
    if match := _ART.fullmatch(link):
        return ArtLink(match[1])
    return None


def placeholders(request: Request) -> tuple[str, ...]:
    """Return the placeholders of a request, each once, in the order of its body."""
    return tuple(dict.fromkeys(link for link in _links(request.body()) if read_placeholder(link)))


def fill_placeholders(request: _RequestT, urls: Mapping[str, str]) -> _RequestT:
    """Return the request with every placeholder replaced by its URL.

    Raises: WireError if `urls` lacks one of them.
    """

    def fill(link: str) -> str:
        if read_placeholder(link) is None:
            return link
        if link not in urls:
            raise WireError(f"nothing is known yet for {link}")
        return urls[link]

    return type(request).model_validate(_map_links(request.body(), fill))


def _links(body: Any, key: str = "") -> Iterator[str]:
    match body:
        case dict():
            for name, value in body.items():
                yield from _links(value, name)
        case list():
            for value in body:
                yield from _links(value, key)
        case str() if key in _LINKS:
            yield body


def _map_links(body: Any, change: Callable[[str], str], key: str = "") -> Any:
    match body:
        case dict():
            return {name: _map_links(value, change, name) for name, value in body.items()}
        case list():
            return [_map_links(value, change, key) for value in body]
        case str() if key in _LINKS:
            return change(body)
        case _:
            return body

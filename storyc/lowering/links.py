"""From references in a script to links in a request."""

from collections.abc import Iterable, Mapping
from posixpath import splitext
from typing import Final

from storyc.storyboard import Character, Location, Prop, Reference, Storyboard
from storyc.wire import Attachment, upload_placeholder

from .unit import Upload

_KINDS: Final = {
    ".pdf": "document", ".doc": "document", ".docx": "document", ".txt": "document", ".md": "document",
    ".mp4": "video", ".webm": "video", ".mov": "video",
}  # fmt: skip
"""What the service calls a file, by its ending; everything else is an `image`."""


def local_files(board: Storyboard) -> tuple[str, ...]:
    """Return the paths of all local files that a storyboard refers to, each once, in its order."""
    brief = () if board.brief is None else (board.brief,)
    entries: tuple[Character | Location | Prop, ...] = (*board.cast, *board.locations, *board.props)
    of_entries = (reference for entry in entries for reference in entry.references)
    of_clips = (reference for clip in board.clips for reference in (*clip.images, *clip.videos, *clip.audios))
    references = (*brief, *board.attachments, *of_entries, *of_clips)
    return tuple(dict.fromkeys(reference.target for reference in references if reference.is_local))


def link(reference: Reference, digests: Mapping[str, str]) -> str:
    """Return the URL of a reference, or the placeholder of a local file."""
    return upload_placeholder(digests[reference.target]) if reference.is_local else reference.target


def attachment(reference: Reference, digests: Mapping[str, str]) -> Attachment:
    """Return a reference as an attachment, of the kind that the writer named or its ending tells."""
    ending = splitext(reference.target.partition("?")[0])[1].lower()
    return Attachment(url=link(reference, digests), type=reference.kind or _KINDS.get(ending, "image"))


def uploads(references: Iterable[Reference], digests: Mapping[str, str]) -> tuple[Upload, ...]:
    """Return the files among some references, each once, in their order."""
    paths = dict.fromkeys(reference.target for reference in references if reference.is_local)
    return tuple(Upload(path, digests[path]) for path in paths)

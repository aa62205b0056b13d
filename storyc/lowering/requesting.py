"""From a storyboard to the requests that build it."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from storyc.storyboard import Layout, Storyboard
from storyc.wire import Profile, art_placeholder

from .clips import clip_unit
from .comics import Workshop, brief_unit, comic_unit, open_workshop
from .entries import make_sheets
from .layout import arrange
from .pieces import Pieces
from .prompt import load_template
from .unit import Unit


class Lowered(Struct, frozen=True):
    """All the units of a storyboard, and how it was cut into them."""

    units: tuple[Unit, ...]
    """Comics in the order of their pages, then clips in theirs. Equal keys are one purchase."""
    layout: Literal["pages", "book", "panels", "brief", "clips", "nothing"]
    """`pages`: one request a page. `book`: pages alike share one. `panels`: one request a panel. The others have no pages."""
    why: str
    """One sentence without a full stop that says why it was cut so."""
    pieces: Pieces
    """The same storyboard, to be cut otherwise."""


def units(
    board: Storyboard,
    profile: Profile,
    digests: Mapping[str, str],
    template: str | None = None,
    layout: Layout | None = None,
    owner: str = "",
) -> Lowered:
    """Return the units of a storyboard; equal boards give equal units, byte for byte.

    `digests` holds the SHA-256 of every path in `local_files(board)`; `template` is a project's own prompt template and `layout`
    overrides the title page's. `owner` names the story among several that share what was bought; empty for the main one.

    Raises: ConfigError for a template that is wrong or fails; nothing else.
    """
    shop = open_workshop(board, make_sheets(board, digests), digests, load_template(template))
    pieces = Pieces(shop, profile, owner)
    comics = _comics(shop, profile, layout or board.layout, pieces)
    if not board.clips:
        return comics
    frames = {frame for clip in board.clips for frame in (clip.first_frame, clip.last_frame) if frame is not None}
    art = {frame: art_placeholder(pieces.content(frame)) for frame in frames}
    clips = tuple(clip_unit(clip, art, digests, callback=board.callback) for clip in board.clips)
    if not comics.units:
        return Lowered(clips, "clips", "there are clips and no pages", pieces)
    return replace(comics, units=(*comics.units, *clips))


def _comics(shop: Workshop, profile: Profile, layout: Layout, pieces: Pieces) -> Lowered:
    if shop.board.pages:
        arrangement = arrange(shop.board, profile, layout)
        made = tuple(comic_unit(shop, batch) for batch in arrangement.batches)
        return Lowered(made, arrangement.layout, arrangement.why, pieces)
    if shop.board.brief is not None:
        return Lowered((brief_unit(shop, profile),), "brief", "the story is in its brief", pieces)
    return Lowered((), "nothing", "there are no pages, no clips and no brief", pieces)

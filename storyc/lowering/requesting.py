"""From a storyboard to the requests that build it."""

from collections.abc import Iterable, Mapping

from storyc.storyboard import Layout, PanelKey, Storyboard
from storyc.wire import Profile, art_placeholder

from .clips import clip_unit
from .comics import Workshop, brief_unit, comic_unit, open_workshop
from .entries import make_sheets
from .layout import arrange
from .prompt import load_template
from .unit import Lowered, Unit


def units(
    board: Storyboard,
    profile: Profile,
    digests: Mapping[str, str],
    template: str | None = None,
    layout: Layout | None = None,
) -> Lowered:
    """Return the units of a storyboard; equal boards give equal units, byte for byte.

    `digests` holds the SHA-256 of every path in `local_files(board)`; `template` is a project's own prompt template and `layout`
    overrides the title page's.

    Raises: ConfigError for a template that is wrong or fails; nothing else.
    """
    shop = open_workshop(board, make_sheets(board, digests), digests, load_template(template))
    comics = _comics(shop, profile, layout or board.layout)
    art = _pictures(comics.units)
    clips = tuple(clip_unit(clip, art, digests, callback=board.callback) for clip in board.clips)
    if not clips:
        return comics
    if not comics.units:
        return Lowered(clips, "clips", "there are clips and no pages")
    return Lowered((*comics.units, *clips), comics.layout, comics.why)


def _comics(shop: Workshop, profile: Profile, layout: Layout) -> Lowered:
    if shop.board.pages:
        arrangement = arrange(shop.board, profile, layout)
        made = tuple(comic_unit(shop, batch) for batch in arrangement.batches)
        return Lowered(made, arrangement.layout, arrangement.why)
    if shop.board.brief is not None:
        return Lowered((brief_unit(shop, profile),), "brief", "the story is in its brief")
    return Lowered((), "nothing", "there are no pages, no clips and no brief")


def _pictures(comics: Iterable[Unit]) -> dict[PanelKey, str]:
    """Return the placeholder of each panel's art."""
    found: dict[PanelKey, str] = {}
    for unit in comics:
        places: dict[int, int] = dict.fromkeys(unit.pages, 0)
        indices = {ordinal: index for index, ordinal in enumerate(unit.pages)}
        for key in unit.panels:
            found[key] = art_placeholder(unit.key, indices[key.page], places[key.page])
            places[key.page] += 1
    return found

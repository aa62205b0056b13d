"""The pages of a build, and the art beside them."""

from collections.abc import Mapping, Sequence
from re import compile as regex
from typing import Final

from storyc.assembly import SourceLinks, Take, to_html, to_markdown
from storyc.lettering import Problem, ProblemKind
from storyc.planning import Art, Results, StoredAsset, take_path
from storyc.project import Config
from storyc.store import AssetStore
from storyc.storyboard import PanelKey, Storyboard

from .outputs import Outputs
from .results import make_art

_FROM_ANYWHERE: Final = regex(r"[A-Za-z][A-Za-z0-9+.-]*:|[/#]")
"""How an address begins that leads to the same place from every page."""
_TAKE_LETTERS: Final = 8
"""Of a digest, enough to pin a take by."""


def check_settings(config: Config) -> None:
    """Refuse settings that no page can be made with, before anything is paid for. Raises: ConfigError."""
    SourceLinks(config.source_link)


def publish(
    board: Storyboard,
    results: Results,
    takes: Mapping[PanelKey, Sequence[StoredAsset]],
    store: AssetStore,
    config: Config,
    outputs: Outputs,
) -> tuple[str, ...]:
    """Write the pages and all art that they show, and return what their letterer had trouble with. Raises: FileError."""
    troubles: list[str] = []
    is_beside = config.assets == "folder"
    others = _others(results, takes, outputs.folder)

    def read_art(art: Art) -> bytes:
        return store.read_bytes(art.sha256)

    shown = [*results.panels.values(), *results.clips.values()]
    if is_beside:
        shown += [take.art for each in others.values() for take in each]
    for art in shown:
        if not outputs.has(art.path, art.sha256):
            outputs.write(art.path, read_art(art))
    page = to_html(
        board,
        results,
        read_art,
        theme=config.theme,
        takes=others,
        art_root=outputs.way_up if is_beside else None,
        source_link=_seen_from(outputs, config.source_link),
        on_problem=lambda problem: troubles.append(_told(problem)),
    )
    outputs.write(outputs.html_path, page.encode())
    outputs.write(outputs.markdown_path, to_markdown(board, results, art_root=outputs.way_up).encode())
    return tuple(troubles)


def _seen_from(outputs: Outputs, link: str) -> str:
    """Return a pattern of links, which is written for a page in `build`, for one that may lie deeper."""
    deeper = outputs.way_up.count("../")
    return link if not link or _FROM_ANYWHERE.match(link) else "../" * deeper + link


_TROUBLES: Final[dict[ProblemKind, str]] = {
    "small": "the letters are very small",
    "out-of-turn": "it may be read before what it answers",
    "covers": "it covers other lettering",
    "no-room": "there is no room for it",
}


def _told(problem: Problem) -> str:
    return f"{problem.origin.source}:{problem.origin.line}: {_TROUBLES[problem.kind]}: {problem.text}"


def _others(
    results: Results, takes: Mapping[PanelKey, Sequence[StoredAsset]], folder: str
) -> dict[PanelKey, tuple[Take, ...]]:
    """Return the art of each panel that was paid for and is not shown in its place."""
    found: dict[PanelKey, tuple[Take, ...]] = {}
    for panel, assets in takes.items():
        chosen = results.panels.get(panel)
        rest = [asset for asset in assets if chosen is None or asset.sha256 != chosen.sha256]
        if rest:
            found[panel] = tuple(
                Take(asset.sha256[:_TAKE_LETTERS], make_art(asset, take_path(folder, asset.sha256, asset.media_type)))
                for asset in rest
            )
    return found

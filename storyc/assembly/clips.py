"""Video shots as a reader sees them."""

from collections.abc import Iterator

from storyc.planning import Results
from storyc.storyboard import Clip
from storyc.wording import Labels

from .anchors import panel_anchor
from .links import SourceLinks
from .view import ClipView


def view_clip(clip: Clip, results: Results, links: SourceLinks, labels: Labels) -> ClipView:
    """Return a clip with its settings in words and its film, if it was built."""
    frames = [key for key in (clip.first_frame, clip.last_frame) if key is not None]
    return ClipView(
        anchor=f"clip-{clip.ordinal}",
        label=labels("clip", number=clip.ordinal),
        name=clip.name,
        prompt=clip.prompt,
        facts=tuple(_facts(clip, labels)),
        frames=tuple(
            (verb, labels("panel_of_page", page=key.page, panel=key.panel), panel_anchor(key))
            for verb, key in ((labels("begins_with"), clip.first_frame), (labels("ends_with"), clip.last_frame))
            if key is not None
        ),
        references=(*clip.images, *clip.videos, *clip.audios),
        film=results.clips.get(clip.ordinal),
        poster=next((results.panels[key] for key in frames if key in results.panels), None),
        source=links.view(clip.origin),
    )


def _facts(clip: Clip, labels: Labels) -> Iterator[str]:
    yield labels.duration(clip.duration_s)
    yield clip.resolution
    if clip.aspect_ratio is not None:
        yield clip.aspect_ratio
    if clip.has_audio:
        yield labels("with_sound")
    if clip.seed is not None:
        yield labels("seed", seed=str(clip.seed))

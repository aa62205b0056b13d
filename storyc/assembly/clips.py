"""Video shots as a reader sees them."""

from collections.abc import Iterator

from storyc.planning import Results
from storyc.storyboard import Clip

from .anchors import panel_anchor
from .links import SourceLinks
from .view import ClipView


def view_clip(clip: Clip, results: Results, links: SourceLinks) -> ClipView:
    """Return a clip with its settings in words and its film, if it was built."""
    return ClipView(
        anchor=f"clip-{clip.ordinal}",
        label=f"Clip {clip.ordinal}",
        name=clip.name,
        prompt=clip.prompt,
        facts=tuple(_facts(clip)),
        frames=tuple(
            (words, f"panel {key.panel} of page {key.page}", panel_anchor(key))
            for words, key in (("begins with", clip.first_frame), ("ends with", clip.last_frame))
            if key is not None
        ),
        references=(*clip.images, *clip.videos, *clip.audios),
        film=results.clips.get(clip.ordinal),
        source=links.view(clip.origin),
    )


def _facts(clip: Clip) -> Iterator[str]:
    yield f"{clip.duration_s} s"
    yield clip.resolution
    if clip.aspect_ratio is not None:
        yield clip.aspect_ratio
    if clip.has_audio:
        yield "with sound"
    if clip.seed is not None:
        yield f"seed {clip.seed}"

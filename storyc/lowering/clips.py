"""Requests for clips: a shot as one `CreateVideo`.

Its prompt is the writer's prose alone: who and what a shot shows comes from its frames and reference pictures.
"""

from collections.abc import Mapping

from storyc.storyboard import Clip, PanelKey, Reference
from storyc.wire import CreateVideo, VideoOptions, digest, price_credits

from .links import link, uploads
from .unit import Unit

_STILL_LIFE = "Bring the picture to life."
"""The prompt of a clip without a word of its own; the service takes no blank one."""


def clip_unit(clip: Clip, art: Mapping[PanelKey, str], digests: Mapping[str, str], *, callback: str) -> Unit:
    """Return the unit that films a clip; `art` holds the placeholder of every panel's picture."""
    references = (*clip.images, *clip.videos, *clip.audios)
    request = CreateVideo(
        prompt=clip.prompt if clip.prompt.strip() else clip.name or _STILL_LIFE,
        video_options=VideoOptions(
            duration=clip.duration_s,
            resolution=clip.resolution,
            aspect_ratio=clip.aspect_ratio,
            image=None if clip.first_frame is None else art[clip.first_frame],
            last_frame_image=None if clip.last_frame is None else art[clip.last_frame],
            reference_images=_links(clip.images, digests),
            reference_videos=_links(clip.videos, digests),
            reference_audios=_links(clip.audios, digests),
            generate_audio=clip.has_audio or None,
            seed=clip.seed,
        ),
        callback_url=callback or None,
    )
    return Unit(
        key=digest(request),
        operation="video",
        request=request,
        panels=(),
        pages=(),
        clip=clip.ordinal,
        uploads=uploads(references, digests),
        price_credits=price_credits(request),
        origins=(clip.origin,),
        frames=(clip.first_frame, clip.last_frame),
    )


def _links(references: tuple[Reference, ...], digests: Mapping[str, str]) -> tuple[str, ...] | None:
    return tuple(link(reference, digests) for reference in references) or None

"""A video shot.

Two routes make one: `POST /v1/artworks/generations` (the clients' animation call) and `POST /v1/comics/generations` with `agentType`
(model card and newest documentation). storyc sends the second: the newest documentation stands behind it, its answers are read from the
same status route as a comic's, and the official clients let it pass through their comic call. That call puts preset and size in front, so
they are here too, with fixed values: a clip must not be bought again because the comic around it changed its size.
"""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, Field, StrictBool

from .limits import MAX_CLIP_S, MIN_CLIP_S, AspectRatio, Resolution
from .model import Link, Part, Request, Words


class VideoOptions(Part):
    """How a shot is filmed. These names are the wire's own, with underscores."""

    model_config = ConfigDict(alias_generator=None)

    duration: Annotated[int, Field(strict=True, ge=MIN_CLIP_S, le=MAX_CLIP_S)] = 5
    """Seconds."""
    resolution: Resolution = "720p"
    aspect_ratio: AspectRatio | None = None
    image: Link | None = None
    """The first frame."""
    last_frame_image: Link | None = None
    reference_images: tuple[Link, ...] | None = None
    reference_videos: tuple[Link, ...] | None = None
    reference_audios: tuple[Link, ...] | None = None
    generate_audio: StrictBool | None = None
    seed: Annotated[int, Field(strict=True)] | None = None


class CreateVideo(Request):
    """A new video shot, by the comic route."""

    operation: ClassVar[str] = "video"
    method: ClassVar[str] = "POST"
    path: ClassVar[str] = "/v1/comics/generations"

    preset: Words = "neutral"
    size: Literal["1024x1024"] = "1024x1024"
    agent_type: Literal["videoModel"] = "videoModel"
    prompt: Words
    """Always at the top level: the clients refuse a prompt that stands only in the options."""
    video_options: VideoOptions = VideoOptions()
    callback_url: Link | None = None

    def artwork_body(self) -> dict[str, Any]:
        """Return the same order as a body of `POST /v1/artworks/generations`."""
        body = self.body()
        return {"prompt": body["prompt"], "videoOptions": body["videoOptions"]}

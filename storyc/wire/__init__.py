"""The Comic API's JSON: requests that cannot be wrong, answers that may be anything.

Nothing here reads a file, opens a connection or knows the rest of storyc.
"""

from .account import Uploaded, Usage, read_uploaded, read_usage
from .answers import UsageAnswer
from .canonical import SCHEME_VERSION, canonical, digest
from .comic import Attachment, ComicLocation, ComicRole, CreateComic, Pagination
from .errors import ErrorBody, read_error
from .fault import WireError
from .generation import GeneratedPage, GeneratedPanel, Generation, read_created, read_generation
from .lifecycle import STATUSES, Lifecycle, read_status
from .limits import (
    ASPECT_RATIOS,
    DEFAULT_PANELS,
    MAX_AGE_YEARS,
    MAX_CLIP_S,
    MAX_PAGES,
    MAX_PANELS,
    MAX_UPLOAD_BYTES,
    MIN_CLIP_S,
    RATE_LIMITS,
    RESOLUTIONS,
    AspectRatio,
    Plan,
    RateLimit,
    Resolution,
)
from .model import Request
from .patch import ContinueWrite, RegeneratePanel
from .placeholders import (
    ArtLink,
    UploadLink,
    art_placeholder,
    fill_placeholders,
    placeholders,
    read_placeholder,
    upload_placeholder,
)
from .prices import CLIP_CREDITS_PER_S, PANEL_CREDITS, REDRAW_CREDITS, panel_count, price_credits
from .profiles import (
    ALL_SIZES,
    DOCS_SIZES,
    MODEL_CARD_SIZES,
    NEWEST,
    PRESETS,
    PROFILES,
    Profile,
    ProfileName,
    nearest_size,
    read_size,
)
from .received import read_create, read_create_video, read_patch
from .video import CreateVideo, VideoOptions
from .webhooks import (
    WEBHOOK_EVENTS,
    WEBHOOK_ID,
    WEBHOOK_REQUEST_ID,
    WEBHOOK_SIGNATURE,
    WEBHOOK_TIMESTAMP,
    WEBHOOK_TOLERANCE_S,
    FlatWebhook,
    NestedWebhook,
    WebhookEvent,
    is_signed,
    read_webhook,
    sign_webhook,
    signing_bytes,
)

__all__ = [
    "ALL_SIZES", "ASPECT_RATIOS", "CLIP_CREDITS_PER_S", "DEFAULT_PANELS", "DOCS_SIZES", "MAX_AGE_YEARS", "MAX_CLIP_S",
    "MAX_PAGES", "MAX_PANELS", "MAX_UPLOAD_BYTES", "MIN_CLIP_S", "MODEL_CARD_SIZES", "NEWEST", "PANEL_CREDITS", "PRESETS",
    "PROFILES", "RATE_LIMITS", "REDRAW_CREDITS", "RESOLUTIONS", "SCHEME_VERSION", "STATUSES", "WEBHOOK_EVENTS",
    "WEBHOOK_ID", "WEBHOOK_REQUEST_ID", "WEBHOOK_SIGNATURE", "WEBHOOK_TIMESTAMP", "WEBHOOK_TOLERANCE_S", "ArtLink",
    "AspectRatio", "Attachment", "ComicLocation", "ComicRole", "ContinueWrite", "CreateComic", "CreateVideo", "ErrorBody",
    "FlatWebhook", "GeneratedPage", "GeneratedPanel", "Generation", "Lifecycle", "NestedWebhook", "Pagination", "Plan",
    "Profile", "ProfileName", "RateLimit", "RegeneratePanel", "Request", "Resolution", "UploadLink", "Uploaded", "Usage",
    "UsageAnswer", "VideoOptions", "WebhookEvent", "WireError", "art_placeholder", "canonical", "digest",
    "fill_placeholders", "is_signed", "nearest_size", "panel_count", "placeholders", "price_credits", "read_create",
    "read_create_video", "read_created", "read_error", "read_generation", "read_patch", "read_placeholder", "read_size",
    "read_status", "read_uploaded", "read_usage", "read_webhook", "sign_webhook", "signing_bytes", "upload_placeholder",
]  # fmt: skip

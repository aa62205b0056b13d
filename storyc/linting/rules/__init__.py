"""The rules, a file each, in the order of their codes."""

from .camera_movement import CAMERA_MOVEMENT
from .cosmetic_redraw import COSMETIC_REDRAW
from .look_change import LOOK_CHANGE
from .once_used_name import ONCE_USED_NAME
from .page_turn import PAGE_TURN
from .panels_per_page import PANELS_PER_PAGE
from .plan_characters import PLAN_CHARACTERS
from .several_moments import SEVERAL_MOMENTS
from .silent_run import SILENT_RUN
from .speakers_per_panel import SPEAKERS_PER_PANEL
from .talking_heads import TALKING_HEADS
from .undescribed_character import UNDESCRIBED_CHARACTER
from .unseen_speaker import UNSEEN_SPEAKER
from .unused_name import UNUSED_NAME
from .unused_suppression import UNUSED_SUPPRESSION
from .words_in_silence import WORDS_IN_SILENCE
from .words_per_balloon import WORDS_PER_BALLOON
from .words_per_page import WORDS_PER_PAGE
from .words_per_panel import WORDS_PER_PANEL

RULES = (
    WORDS_PER_BALLOON, WORDS_PER_PANEL, WORDS_PER_PAGE, PANELS_PER_PAGE, SILENT_RUN, TALKING_HEADS, PAGE_TURN,
    UNDESCRIBED_CHARACTER, LOOK_CHANGE, UNSEEN_SPEAKER, UNUSED_NAME, ONCE_USED_NAME, CAMERA_MOVEMENT, SEVERAL_MOMENTS,
    PLAN_CHARACTERS, WORDS_IN_SILENCE, UNUSED_SUPPRESSION, COSMETIC_REDRAW,
    SPEAKERS_PER_PANEL,
)  # fmt: skip

__all__ = ["RULES"]

"""What a build would do, and what builds have brought home. Pure."""

from .art_paths import art_folder, clip_path, panel_path, take_path
from .changing import Change
from .durations import DEFAULT_DURATIONS, Durations
from .expecting import expected_duration_s
from .holdings import Past, Picture, find_pictures
from .learnt import Learnt, kind_of, read_learnt
from .naming import name_of, name_panel
from .narrowing import narrow
from .pace import DEMO_PACE, DRAFT_PACE, PAID_PACE, Pace, Window
from .past import make_past
from .places import asset_count, panel_key
from .plan import Barred, Collect, Create, Doubt, Keep, Orphan, Plan, Reuse, Step, make_plan, spent_credits
from .reasons import Reason, find_reasons
from .recovery import recover
from .replaced import find_replaced
from .results import Art, Results
from .states import (
    Abandoned,
    Downloaded,
    Failed,
    InDoubt,
    Intended,
    Planned,
    RemoteAsset,
    StoredAsset,
    Submitted,
    Succeeded,
    UnitState,
    committed_credits,
    may_be_settled,
    may_follow,
)
from .urgency import in_order_of_sending

__all__ = [
    "DEFAULT_DURATIONS", "DEMO_PACE", "DRAFT_PACE", "PAID_PACE", "Abandoned", "Art", "Barred", "Change", "Collect", "Create", "Doubt",
    "Downloaded", "Durations", "Failed", "InDoubt", "Intended", "Keep", "Learnt", "Orphan", "Pace", "Past", "Picture", "Plan", "Planned",
    "Reason", "RemoteAsset", "Results", "Reuse", "Step", "StoredAsset", "Submitted", "Succeeded", "UnitState", "Window", "art_folder", "asset_count",
    "clip_path", "committed_credits", "expected_duration_s", "find_pictures", "find_reasons", "find_replaced", "in_order_of_sending",
    "kind_of", "make_past", "make_plan", "may_be_settled", "may_follow", "name_of", "name_panel", "narrow", "panel_key", "panel_path", "read_learnt", "recover", "spent_credits", "take_path",
]  # fmt: skip

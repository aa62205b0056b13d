"""What a build would do, and what builds have brought home. Pure."""

from .holdings import Past, Picture, find_pictures
from .narrowing import narrow
from .places import asset_count, panel_key
from .plan import Barred, Collect, Create, Doubt, Keep, Orphan, Plan, Reuse, Step, make_plan, spent_credits
from .reasons import Change, Reason, find_reasons
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

__all__ = [
    "Abandoned", "Art", "Barred", "Change", "Collect", "Create", "Doubt", "Downloaded", "Failed", "InDoubt", "Intended", "Keep",
    "Orphan", "Past", "Picture", "Plan", "Planned", "Reason", "RemoteAsset", "Results", "Reuse", "Step", "StoredAsset", "Submitted", "Succeeded",
    "UnitState", "asset_count", "committed_credits", "find_pictures", "find_reasons", "make_plan", "may_be_settled", "may_follow", "narrow", "panel_key",
    "spent_credits",
]  # fmt: skip

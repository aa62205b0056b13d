"""What a build would do, and what builds have brought home. Pure."""

from .places import asset_count, panel_key
from .plan import Barred, Collect, Create, Doubt, Keep, Orphan, Plan, Step, make_plan, spent_credits
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
    "Abandoned", "Art", "Barred", "Collect", "Create", "Doubt", "Downloaded", "Failed", "InDoubt", "Intended", "Keep",
    "Orphan", "Plan", "Planned", "RemoteAsset", "Results", "Step", "StoredAsset", "Submitted", "Succeeded", "UnitState",
    "asset_count", "committed_credits", "make_plan", "may_be_settled", "may_follow", "panel_key", "spent_credits",
]  # fmt: skip

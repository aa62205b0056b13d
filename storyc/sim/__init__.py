"""The Comic API on this machine: a pure state machine, an ASGI face, and an artist who draws sketches."""

from .accounts import DEMO_KEY, PAID_CREDITS, PAID_KEY, READY_KEYS, ready_accounts
from .app import BALANCE_CREDITS, Simulator, make_app
from .asgi import AsgiApp, Message, Receive, Send
from .courier import Sender, post
from .dialects import DIALECTS, Dialect, Envelope
from .faults import Fault, FaultError, FaultPlan, FaultPlanError, any_faults, read_fault_plan
from .records import Entry, Purchase, RequestLog, TruthLedger
from .service import Charge
from .sitting import Sitting, sit_for
from .state import Account
from .switches import Switches
from .webhooks import Posted, WebhookRules

__all__ = [
    "BALANCE_CREDITS", "DEMO_KEY", "DIALECTS", "PAID_CREDITS", "PAID_KEY", "READY_KEYS", "Account", "AsgiApp",
    "Charge", "Dialect", "Entry", "Envelope", "Fault", "FaultError", "FaultPlan", "FaultPlanError", "Message", "Posted",
    "Purchase", "Receive", "RequestLog", "Send", "Sender", "Simulator", "Sitting", "Switches", "TruthLedger", "WebhookRules",
    "any_faults", "make_app", "post", "read_fault_plan", "ready_accounts", "sit_for",
]  # fmt: skip

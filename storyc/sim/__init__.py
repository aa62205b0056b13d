"""The Comic API on this machine: a pure state machine, an ASGI face, and an artist who draws sketches."""

from .accounts import DEMO_KEY, PAID_CREDITS, PAID_KEY, READY_KEYS, ready_accounts
from .app import Simulator, make_app
from .asgi import AsgiApp, Message, Receive, Send
from .courier import post
from .dialects import DIALECTS, Envelope
from .faults import Fault, FaultError, FaultPlan, FaultPlanError, any_faults, read_fault_plan
from .sitting import Sitting, sit_for
from .state import Account
from .switches import Switches
from .webhooks import Posted, WebhookRules

__all__ = [
    "DEMO_KEY", "DIALECTS", "PAID_CREDITS", "PAID_KEY", "READY_KEYS", "Account", "AsgiApp", "Envelope", "Fault",
    "FaultError", "FaultPlan", "FaultPlanError", "Message", "Posted", "Receive", "Send", "Simulator", "Sitting", "Switches",
    "WebhookRules", "any_faults", "make_app", "post", "read_fault_plan", "ready_accounts", "sit_for",
]  # fmt: skip

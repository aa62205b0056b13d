"""The routes below `/sim`, through which one sees what the simulator remembers, and lets its time pass."""

from typing import Final, Protocol

from msgspec.json import encode

from .asgi import JSON, Call, GoneError, Receive, Reply, TooLargeError, TooSlowError, read_json
from .courier import Courier
from .pages import deliveries_reply, ledger_reply, log_reply, overview_reply
from .records import RequestLog, TruthLedger
from .service import refuse
from .state import SimState

_MAX_SKIP_S: Final = 10 * 366 * 86_400.0
_PATIENCE_S: Final = 5.0


class Shown(Protocol):
    """What there is to see of a simulator."""

    state: SimState
    log: RequestLog
    ledger: TruthLedger
    courier: Courier

    def now_s(self) -> float: ...

    def advance(self, seconds: float) -> None: ...


async def show(service: Shown, call: Call, receive: Receive) -> Reply:
    """Return the answer to a request below `/sim`."""
    match (call.method, *call.segments[1:]):
        case ("GET",):
            return overview_reply(service.state.accounts, service.log, service.ledger, service.courier, service.now_s())
        case ("GET", "log"):
            return log_reply(service.log)
        case ("GET", "ledger"):
            return ledger_reply(service.ledger)
        case ("GET", "webhooks"):
            return deliveries_reply(service.courier)
        case ("GET", "clock"):
            return Reply(200, encode({"now_s": service.now_s()}))
        case ("POST", "clock"):
            return await _advance(service, call, receive)
        case _:
            return Reply(404, encode(refuse(404, "not_found", "The simulator has no such page.").body))


async def _advance(service: Shown, call: Call, receive: Receive) -> Reply:
    # a page of another site can send a form here, but not, without being asked first, what is called JSON
    is_json = call.headers.get("content-type", "").partition(";")[0].strip().lower() == JSON
    try:
        body = await read_json(call, receive, patience_s=_PATIENCE_S) if is_json else None
    except (GoneError, TooLargeError, TooSlowError):
        body = None
    seconds = body.get("advance_s") if isinstance(body, dict) else None
    if not isinstance(seconds, int | float) or isinstance(seconds, bool) or not 0 <= seconds <= _MAX_SKIP_S:
        problem = refuse(400, "invalid_request", "Send `advance_s`, a number of seconds, as JSON.", field="advance_s")
        return Reply(400, encode(problem.body))
    service.advance(seconds)
    return Reply(200, encode({"now_s": service.now_s()}))

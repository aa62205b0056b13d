"""The simulated service as an ASGI application: keys, limits, faults and the state between two requests."""

from asyncio import sleep, to_thread
from collections.abc import Callable, Collection, Mapping
from math import ceil
from time import perf_counter, time
from typing import Final

from msgspec import Struct
from msgspec.json import encode
from msgspec.structs import replace

from storyc.wire import MAX_UPLOAD_BYTES

from .accounts import admit
from .asgi import (
    AsgiApp,
    Call,
    GoneError,
    Message,
    Receive,
    Reply,
    Send,
    TooLargeError,
    TooSlowError,
    live,
    read_body,
    read_call,
    read_json,
    send_reply,
)
from .courier import Courier, Sender
from .dialects import wrap_error
from .faults import Fault, FaultError, FaultPlan, Faults
from .legacy import wrap_answer
from .mcp_face import answer_mcp, is_for_mcp
from .multipart import FormError, read_file_part
from .records import Entry, RequestLog, TruthLedger
from .routes import Route, read_route
from .service import Answer, Step, Terms, change, create, look, refuse, upload, usage
from .shapes import AssetUrl
from .spoiling import Sleep, send_slowly, send_spoilt
from .state import ANYONE, Account, Fate, SimState
from .studio import Studio
from .switches import Keys, Switches
from .webhooks import plan_deliveries
from .window import show

_FORM_BYTES: Final = 64 * 1024
"""What the wrapping of an upload may take."""
BALANCE_CREDITS: Final = 1_000_000_000
_DELIVERY_PAUSE_S: Final = 0.1
_FATES: Final[Mapping[str, Fate]] = {
    "failed": "failed",
    "cancelled": "cancelled",
    "endless": "endless",
    "partial": "partial",
}


def make_app(
    *,
    seed: int = 0,
    now_s: Callable[[], float] = time,
    keys: Collection[str] | Keys | None = None,
    accounts: Mapping[str, Account] | None = None,
    balance_credits: int = BALANCE_CREDITS,
    shortest_s: float = 0.0,
    longest_s: float = 0.0,
    switches: Switches | None = None,
    faults: FaultPlan | None = None,
    send_webhook: Sender | None = None,
    wait: Sleep = sleep,
) -> "Simulator":
    """Return a new simulated service: equal seeds and requests give equal ids and pictures.

    Every key is good unless `keys` names the good ones, or tells which account of `accounts` each opens. A job takes between
    `shortest_s` and `longest_s` on the clock `now_s`. Webhooks go nowhere without `send_webhook`.
    """
    known = accounts or {ANYONE: Account(balance_credits)}
    state = SimState(seed, known, shortest_s=shortest_s, longest_s=max(shortest_s, longest_s))
    named = keys if keys is None or isinstance(keys, Mapping) else dict.fromkeys(keys, next(iter(known)))
    return Simulator(state, now_s, named, switches or Switches(), faults or FaultPlan(), send_webhook, wait)


class _Done(Struct, frozen=True):
    """What came of a request inside the service."""

    reply: Reply
    account: str = ""
    answer: Answer | None = None


class Simulator:
    """The service between two requests; the one thing in this room that changes."""

    def __init__(
        self,
        state: SimState,
        now_s: Callable[[], float],
        keys: Keys | None,
        switches: Switches,
        faults: FaultPlan,
        send_webhook: Sender | None,
        wait: Sleep,
    ) -> None:
        self.state = state
        self.log = RequestLog()
        self.ledger = TruthLedger()
        self.courier = Courier(send_webhook)
        self._clock = now_s
        self._skipped_s = 0.0
        self._keys = keys
        self._switches = switches
        self._faults = Faults(faults)
        self._wait = wait
        self._studio = Studio()

    def now_s(self) -> float:
        """Return the time of this service in Unix seconds."""
        return self._clock() + self._skipped_s

    def advance(self, seconds: float) -> None:
        """Let time pass that nobody has to wait for."""
        self._skipped_s += seconds

    async def deliver_due(self) -> int:
        """Send the webhooks whose time has come and return how many attempts that took."""
        return await self.courier.deliver_due(self.now_s())

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Serve one connection of an ASGI server. Raises: FaultError for a connection that is made to break."""
        if scope["type"] == "lifespan":
            await live(receive, send, self._deliver_for_ever)
            return
        assert scope["type"] == "http"
        call = read_call(scope)
        if call.segments[:1] == ("sim",):
            await send_reply(send, await show(self, call, receive), "none")
        else:
            await self._serve(call, scope, receive, send)

    async def _serve(self, call: Call, scope: Message, receive: Receive, send: Send) -> None:
        started_s = perf_counter()
        route = Route("mcp") if is_for_mcp(call.segments) else read_route(call.method, call.segments)
        fault = self._faults.next(route.endpoint)
        entry = Entry(
            id=f"req_{self.log.begin():08d}",
            time_s=self.now_s(),
            method=call.method[:16],
            path=call.path[:1_000],
            endpoint=route.endpoint,
            account="",
            status=0,
            latency_ms=0.0,
            fault="" if fault is None else fault.kind,
        )
        try:
            if fault is not None and fault.kind in {"refused", "reset-before"}:
                raise FaultError(fault.kind, was_accepted=False)
            try:
                done = await self._do(call, scope, route, fault, receive)
            except TooLargeError:
                done = self._told(refuse(413, "payload_too_large", "The body is too large."), self._account(call))
            except TooSlowError:
                problem = refuse(408, "request_timeout", "The body did not come to its end in time.")
                done = self._told(problem, self._account(call))
            entry = self._settle(entry, done, call)
            await self._reply(send, done, entry.id, fault)
        except GoneError:
            return
        finally:
            self.log.add(replace(entry, latency_ms=round((perf_counter() - started_s) * 1_000, 3)))

    async def _do(self, call: Call, scope: Message, route: Route, fault: Fault | None, receive: Receive) -> _Done:
        """Return what a request brings, refusals included."""
        if fault is not None and fault.kind == "status":
            return self._told(_broken(fault.status), "")
        if route.endpoint == "asset":
            return await self._fetch(route.target, fault)
        if route.endpoint == "mcp":
            patience_s = self._switches.patience_s
            return _Done(await answer_mcp(self, self._refuse_key, call, scope, receive, patience_s=patience_s))
        if (refused := self._refuse_key(call)) is not None:
            return self._told(refused, "")
        name = self._account(call)
        if self._switches.polls_count or call.method != "GET":
            account, wait_s = admit(self.state.accounts[name], self.now_s())
            if wait_s:
                return self._too_soon(name, wait_s)
            self.state = replace(self.state, accounts={**self.state.accounts, name: account})
        answer = await self._answer(call, route, name, fault, receive)
        if route.wrapping is not None and answer.status == 200:
            answer = replace(answer, body=wrap_answer(route.wrapping, answer.body))
        done = self._told(answer, name)
        if fault is not None and fault.kind == "status-after":
            done = replace(done, reply=self._told(_broken(fault.status), name).reply)
        return done

    async def _answer(self, call: Call, route: Route, name: str, fault: Fault | None, receive: Receive) -> Answer:
        url = self._asset_url(call.origin)
        terms = Terms(
            account=name,
            dialect=self._switches.dialect,
            fate="done" if fault is None else _FATES.get(fault.kind, "done"),
            no_credit_status=self._switches.no_credit_status,
            webhook_secret=self._switches.webhooks.secret,
        )
        match route.endpoint:
            case "create" | "animate":
                payload = await self._payload(call, route, receive)
                is_artwork = route.endpoint == "animate"
                return self._take(create(self.state, payload, self.now_s(), is_artwork=is_artwork, terms=terms))
            case "change":
                payload = await self._payload(call, route, receive)
                return self._take(change(self.state, route.target, payload, self.now_s(), terms=terms))
            case "status":
                return look(self.state, route.target, call.query, self.now_s(), url, terms.dialect)
            case "usage":
                return usage(self.state, name)
            case "upload":
                limit_bytes = MAX_UPLOAD_BYTES + _FORM_BYTES
                body = await read_body(call, receive, limit_bytes=limit_bytes, patience_s=self._switches.patience_s)
                try:
                    content = read_file_part(call.headers.get("content-type", ""), body)
                except FormError as problem:
                    return refuse(400, "invalid_request", f"{problem}.", field="file")
                if len(content) > MAX_UPLOAD_BYTES:
                    raise TooLargeError
                return self._take(upload(self.state, content, url))
            case _:
                if route.refusal == 405:
                    return refuse(405, "method_not_allowed", f"{call.method[:16]} is not served here.")
                return refuse(404, "not_found", "There is no such endpoint.")

    async def _payload(self, call: Call, route: Route, receive: Receive) -> object:
        """Return the JSON value of a body with the fields that the path says."""
        value = await read_json(call, receive, patience_s=self._switches.patience_s)
        if not route.forced:
            return value
        return {**(value if isinstance(value, dict) else {}), **dict(route.forced)}

    async def _fetch(self, name: str, fault: Fault | None) -> _Done:
        asset_id = name.partition(".")[0]
        asset = self.state.assets.get(asset_id)
        if asset is None:
            return self._told(refuse(404, "not_found", "There is no such picture."), "")
        if fault is not None and fault.kind == "expired":
            return self._told(refuse(403, "expired", "This link has expired."), "")
        # drawing is work for a processor, and encoding a picture lets other threads run
        content, media_type = await to_thread(self._studio.make, asset_id, asset, self.state.assets)
        return _Done(Reply(200, content, media_type))

    def _refuse_key(self, call: Call) -> Answer | None:
        key = _bearer(call)
        if key and (self._keys is None or key in self._keys):
            return None
        return refuse(self._switches.bad_key_status, "unauthorized", "Invalid API key.")

    def _account(self, call: Call) -> str:
        return next(iter(self.state.accounts)) if self._keys is None else self._keys[_bearer(call)]

    def _asset_url(self, origin: str) -> AssetUrl:
        return lambda asset_id: f"{origin}/assets/{self._studio.file_name(asset_id, self.state.assets.get(asset_id))}"

    def _take(self, step: Step) -> Answer:
        self.state, answer = step
        return answer

    def _told(self, answer: Answer, account: str) -> _Done:
        body = answer.body
        if answer.status >= 400:
            envelope = self._switches.envelope or self._switches.dialect.envelope
            body = wrap_error(envelope, answer.status, body)
        return _Done(Reply(answer.status, encode(body)), account, answer)

    def _too_soon(self, name: str, wait_s: float) -> _Done:
        done = self._told(refuse(429, "rate_limited", "Too many requests; slow down."), name)
        if not self._switches.has_retry_after:
            return done
        return replace(done, reply=replace(done.reply, headers=((b"retry-after", b"%d" % ceil(wait_s)),)))

    def _settle(self, entry: Entry, done: _Done, call: Call) -> Entry:
        """Write down what a request cost, plan what its answer sets in motion, and return its line of the log."""
        entry = replace(entry, account=done.account, status=done.reply.status)
        charge = None if done.answer is None else done.answer.charge
        if charge is None:
            return entry
        self.ledger.add(charge)
        job = self.state.jobs[charge.generation_id]
        self.courier.take(
            plan_deliveries(
                job,
                is_new=charge.operation in {"create", "video"},
                request_id=entry.id,
                dialect=self._switches.dialect,
                rules=self._switches.webhooks,
                url=self._asset_url(call.origin),
            )
        )
        return replace(entry, credits=-charge.credits, generation_id=job.id)

    async def _reply(self, send: Send, done: _Done, request_id: str, fault: Fault | None) -> None:
        if fault is None:
            await send_reply(send, done.reply, request_id)
        elif fault.kind == "slow":
            await send_slowly(send, done.reply, request_id, fault.seconds, self._wait)
        else:
            was_accepted = done.answer is not None and done.answer.status < 400
            await send_spoilt(send, done.reply, request_id, fault, was_accepted=was_accepted)

    async def _deliver_for_ever(self) -> None:
        while True:
            await self.deliver_due()
            await sleep(_DELIVERY_PAUSE_S)


def _bearer(call: Call) -> str:
    scheme, _, key = call.headers.get("authorization", "").partition(" ")
    return key.strip() if scheme.lower() == "bearer" else ""


def _broken(status: int) -> Answer:
    return refuse(status, "simulated", f"This answer was ordered: {status}.")


__all__ = ["BALANCE_CREDITS", "AsgiApp", "Simulator", "make_app"]

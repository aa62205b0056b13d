"""`storyc sim`: the only place that knows the web server."""

import sys
from asyncio import BaseTransport, Transport
from json import loads
from pathlib import Path
from socket import IPPROTO_TCP, SO_LINGER, SOL_SOCKET, TCP_NODELAY, create_server, socket
from struct import pack
from tomllib import loads as loads_toml
from typing import Any, Literal

import click
from uvicorn import Config, Server
from uvicorn.protocols.http.h11_impl import H11Protocol

from storyc.errors import ConfigError, FileError
from storyc.sim import (
    DEMO_KEY,
    DIALECTS,
    PAID_CREDITS,
    PAID_KEY,
    READY_KEYS,
    AsgiApp,
    FaultError,
    FaultPlan,
    FaultPlanError,
    Message,
    Receive,
    Send,
    Switches,
    WebhookRules,
    any_faults,
    make_app,
    post,
    read_fault_plan,
    ready_accounts,
)

from .arguments.options import CONTEXT, with_screen
from .terminal.screen import Screen, write

_ADDRESS = "127.0.0.1"
_JOB_S = {"instant": (0.0, 0.0), "real": (30.0, 120.0)}
"""The shortest and the longest job of each kind."""
_PATIENCE_S = 2
"""How long requests under way may still take when the server is to stop."""


@click.command("sim", context_settings=CONTEXT)
@click.option("--port", type=click.IntRange(0, 65_535), default=8_750, show_default=True, help="0 for any free one.")
@click.option(
    "--jobs", type=click.Choice(list(_JOB_S)), default="instant", show_default=True, help="real: 30 to 120 seconds."
)
@click.option("--seed", type=int, default=0, show_default=True, help="Equal seeds give equal ids, times and pictures.")
@click.option(
    "--profile", type=click.Choice(list(DIALECTS)), default="newest", show_default=True, help="Whose word counts."
)
@click.option(
    "--credits", "paid_credits", type=click.IntRange(0), default=PAID_CREDITS, show_default=True, help="Of sk-paid."
)
@click.option("--limits", is_flag=True, help="Enforce 10 requests a minute for sk-paid, too.")
@click.option(
    "--polls-count/--no-polls-count", default=True, show_default=True, help="Whether GET counts as a request."
)
@click.option("--retry-after", is_flag=True, help="Say when to come again after too many requests.")
@click.option(
    "--bad-key", type=click.Choice(["401", "403"]), default="401", show_default=True, help="Answer to a bad key."
)
@click.option(
    "--no-credits",
    type=click.Choice(["402", "429"]),
    default="402",
    show_default=True,
    help="Answer to who cannot pay.",
)
@click.option(
    "--errors",
    type=click.Choice(["coded", "plain", "titled"]),
    help="How errors are wrapped; by default as the profile does.",
)
@click.option("--faults", metavar="FILE", type=click.Path(dir_okay=False), help="What goes wrong, as TOML or JSON.")
@click.option(
    "--fault-rate",
    type=click.FloatRange(0, 1),
    default=0.0,
    help="Without FILE: the share of requests that meet a fault.",
)
@click.option(
    "--webhook-secret", metavar="TEXT", default=WebhookRules().secret, show_default=True, help="Signs webhooks."
)
@click.option(
    "--webhook-form", type=click.Choice(["nested", "flat"]), default="nested", show_default=True, help="Their payload."
)
@click.option(
    "--webhook-copies", type=click.IntRange(1, 10), default=1, show_default=True, help="How often each is sent."
)
@click.option("--webhooks-reversed", is_flag=True, help="Send a job's webhooks in the wrong order.")
@click.option("--webhooks-anywhere", is_flag=True, help="Call addresses beyond this machine as well.")
@with_screen
def command(
    screen: Screen,
    port: int,
    jobs: str,
    seed: int,
    profile: str,
    paid_credits: int,
    limits: bool,
    polls_count: bool,
    retry_after: bool,
    bad_key: str,
    no_credits: str,
    errors: Literal["coded", "plain", "titled"] | None,
    faults: str | None,
    fault_rate: float,
    webhook_secret: str,
    webhook_form: Literal["nested", "flat"],
    webhook_copies: int,
    webhooks_reversed: bool,
    webhooks_anywhere: bool,
) -> int:
    """Serve the Comic API on this machine, to develop and test against without spending.

    \b
    Example:
      storyc sim --port 8750 --jobs real

    Prints the base URL and two keys: sk-demo (4 requests a minute, 15 a day, a watermark) and sk-paid (credits).
    What it was asked and what it charged is shown at /sim.
    """
    rules = WebhookRules(webhook_form, webhook_copies, webhooks_reversed, webhooks_anywhere, webhook_secret)
    switches = Switches(
        dialect=DIALECTS[profile],
        envelope=errors,
        polls_count=polls_count,
        bad_key_status=403 if bad_key == "403" else 401,
        no_credit_status=429 if no_credits == "429" else 402,
        has_retry_after=retry_after,
        webhooks=rules,
    )
    shortest_s, longest_s = _JOB_S[jobs]
    app = make_app(
        seed=seed,
        keys=READY_KEYS,
        accounts=ready_accounts(paid_credits, is_paid_limited=limits),
        shortest_s=shortest_s,
        longest_s=longest_s,
        switches=switches,
        faults=any_faults(fault_rate, seed) if faults is None else _read_faults(Path(faults)),
        send_webhook=post,
    )
    with _listen(port) as door:
        origin = f"http://{_ADDRESS}:{door.getsockname()[1]}"
        write(sys.stdout, f"{origin}/v1\n{DEMO_KEY}\n{PAID_KEY}\n")
        screen.tell(f"requests and charges: {origin}/sim   webhook secret: {webhook_secret}   stop with Ctrl-C")
        screen.tell(f"builds go there with LLAMAGEN_BASE_URL={origin}/v1 LLAMAGEN_API_KEY={PAID_KEY}")
        serve(app, door)
    return 0


def serve(app: AsgiApp, door: socket) -> None:
    """Serve an application on a listening socket until Ctrl-C."""
    config = Config(
        app,
        http=Doorway,
        ws="none",
        lifespan="on",
        loop="asyncio",
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_PATIENCE_S,
    )
    try:
        Server(config).run(sockets=[door])
    except KeyboardInterrupt:
        # the server has stopped in good order, and raises what made it stop once more
        return


class Doorway(H11Protocol):
    """A connection that the application can break."""

    def connection_made(self, transport: BaseTransport) -> None:
        """Let the application of this connection hang up."""
        assert isinstance(transport, Transport)
        super().connection_made(transport)
        # asyncio forgets it for a socket that it did not make; head and body of an answer would then wait for each other
        transport.get_extra_info("socket").setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)
        self.app = _hanging_up(self.app, transport)


def _hanging_up(app: Any, transport: Transport) -> Any:
    async def served(scope: Message, receive: Receive, send: Send) -> None:
        try:
            await app(scope, receive, send)
        except FaultError as fault:
            if fault.kind == "truncated":
                transport.close()  # what has been written still leaves
            else:
                # without lingering, the client sees a reset and not an orderly end
                transport.get_extra_info("socket").setsockopt(SOL_SOCKET, SO_LINGER, pack("ii", 1, 0))
                transport.abort()
            while (await receive())["type"] != "http.disconnect":
                pass

    return served


def _listen(port: int) -> socket:
    try:
        return create_server((_ADDRESS, port), backlog=2_048)
    except OSError as problem:
        raise FileError(
            f"cannot listen on port {port}: {problem.strerror or problem}", hint="try --port 0"
        ) from problem


def _read_faults(path: Path) -> FaultPlan:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise FileError(f"cannot read {path}: {problem}") from problem
    try:
        return read_fault_plan(loads(text) if path.suffix == ".json" else loads_toml(text))
    except (FaultPlanError, ValueError, RecursionError) as problem:
        raise ConfigError(f"{path} is no plan of faults: {problem}") from problem

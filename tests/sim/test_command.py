"""`storyc sim` as a process of its own, over real sockets."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from json import loads
from pathlib import Path
from queue import Queue
from signal import SIGINT
from socket import create_server
from subprocess import PIPE, Popen, TimeoutExpired, run
from sys import executable
from threading import Thread
from time import monotonic
from typing import Any

import httpx
import pytest

from storyc.wire import WEBHOOK_SIGNATURE, WEBHOOK_TIMESTAMP, is_signed, read_webhook

llamagen = pytest.importorskip("llamagen")

ROOT = Path(__file__).parents[2]
PATIENCE_S = 60.0
"""After so long, what is waited for will never come."""
PLAN = """
[[fault]]
kind = "reset-before"
on = "create"
[[fault]]
kind = "reset-after"
on = "create"
skip = 1
[[fault]]
kind = "truncated"
on = "usage"
[[fault]]
kind = "slow"
on = "usage"
skip = 1
seconds = 0.3
"""


@contextmanager
def running(*arguments: str) -> Iterator[tuple[str, Popen[str]]]:
    """Run the command; give its base URL and its process."""
    command = [executable, "-m", "storyc", "sim", "--port", "0", *arguments]
    with Popen(command, cwd=ROOT, stdout=PIPE, stderr=PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            url, *keys = [process.stdout.readline().strip() for _ in range(3)]
            assert keys == ["sk-demo", "sk-paid"], process.communicate(timeout=PATIENCE_S)
            yield url, process
        finally:
            if process.poll() is None:
                stop(process)


def stop(process: Popen[str]) -> str:
    """Press Ctrl-C, and return what the command said on stderr."""
    process.send_signal(SIGINT)
    try:
        return process.communicate(timeout=PATIENCE_S)[1]
    except TimeoutExpired:
        process.kill()
        raise


def ask(url: str) -> httpx.Response:
    """Return what is found at an address."""
    return httpx.get(url, timeout=PATIENCE_S)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with running("--seed", "3", "--webhook-secret", "whsec_mine") as (found, _):
        yield found


def test_the_vendor_s_client_has_its_whole_surface(url: str) -> None:
    api = llamagen.LlamaGenClient(api_key="sk-paid", base_url=url)
    comic = api.comic
    before = comic.usage()["credits"]
    done = comic.create_and_wait({"prompt": "Leo", "fixPanelNum": 2, "size": "512x768"}, interval_ms=10)
    assert done["status"] == "PROCESSED"
    job = done["id"]
    assert comic.get(job)["comics"] == done["comics"]
    assert comic.get(job, page=0, panel=1)["data"] == {**done["comics"][0]["panels"][1], "image": []}
    assert (
        comic.continue_write(job, {"prompt": "more", "pagination": {"totalPages": 2, "panelsPerPage": 1}})["id"] == job
    )
    assert comic.update_panel(job, {"page": 1, "panel": 0, "panelPrompt": "closer"})["status"] == "LOADING"
    assert len(comic.wait_for_completion(job)["comics"]) == 3
    link = comic.upload(b"\x89PNG", "a.png")["fileUrl"]
    options = {"duration": 4, "resolution": "480p", "image": link}
    shot = api.animation.create_and_wait({"prompt": "rain", "videoOptions": options}, interval_ms=10)
    assert comic.usage()["credits"] == before - (2 + 2 + 1) * 150 - 4 * 640
    assert ask(link).content == b"\x89PNG"
    assert ask(done["comics"][0]["panels"][0]["assetUrl"]).headers["content-type"] == "image/webp"
    assert ask(shot["comics"][0]["videoUrl"]).headers["content-type"] == "video/webm"
    with pytest.raises(llamagen.LlamaGenAPIError) as caught:
        llamagen.LlamaGenClient(api_key="sk-none", base_url=url).comic.usage()
    assert caught.value.status == 401


def test_a_large_file_is_refused_over_a_socket_too(url: str) -> None:
    headers = {"authorization": "Bearer sk-paid"}
    for size_bytes, status in ((1024 * 1024, 200), (16 * 1024 * 1024, 413)):
        files = {"file": b"x" * size_bytes}
        assert (
            httpx.post(f"{url}/comics/upload", files=files, headers=headers, timeout=PATIENCE_S).status_code == status
        )


class Hook(BaseHTTPRequestHandler):
    """Takes webhooks."""

    taken: Queue[tuple[dict[str, str], bytes]] = Queue()

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.taken.put((dict(self.headers.items()), body))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def test_webhooks_arrive(url: str) -> None:
    with HTTPServer(("127.0.0.1", 0), Hook) as server:
        listening = Thread(target=server.serve_forever, args=(0.01,))
        listening.start()
        try:
            callback = f"http://127.0.0.1:{server.server_port}/hook"
            body = {"prompt": "x", "callbackUrl": callback}
            made = httpx.post(
                f"{url}/comics/generations", json=body, headers={"authorization": "Bearer sk-paid"}, timeout=PATIENCE_S
            ).json()
            taken = [Hook.taken.get(timeout=PATIENCE_S) for _ in range(3)]
        finally:
            server.shutdown()
            listening.join()
    events = [read_webhook(loads(content)) for _, content in taken]
    assert [event.type.rpartition(".")[2] for event in events] == ["created", "updated", "completed"]
    assert {event.generation_id for event in events} == {made["id"]}
    headers, content = taken[2]
    timestamp = headers[WEBHOOK_TIMESTAMP]
    assert is_signed("whsec_mine", timestamp, headers[WEBHOOK_SIGNATURE], content, now_s=float(timestamp))


def test_connections_break_as_planned(tmp_path: Path) -> None:
    plan = tmp_path / "faults.toml"
    plan.write_text(PLAN, "utf-8")
    with running("--faults", str(plan), "--no-polls-count") as (url, process):
        headers = {"authorization": "Bearer sk-paid"}
        with httpx.Client(base_url=url, headers=headers, timeout=PATIENCE_S) as client:
            for charged in (0, 600):
                with pytest.raises(httpx.TransportError):
                    client.post("/comics/generations", json={"prompt": "x"})
                assert ask(url.replace("/v1", "/sim/ledger")).json()["credits"] == charged
            with pytest.raises(httpx.RemoteProtocolError):
                client.get("/comics/usage")
            began_s = monotonic()
            assert client.get("/comics/usage").json()["apiUsageCount"] == 1
            assert monotonic() - began_s > 0.25
        errors = stop(process)
        assert f"LLAMAGEN_BASE_URL={url} LLAMAGEN_API_KEY=sk-paid" in errors
        assert process.returncode == 0
        assert "Traceback" not in errors


@pytest.fixture
def busy_port() -> Iterator[int]:
    with create_server(("127.0.0.1", 0)) as door:
        yield door.getsockname()[1]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--faults", "none.toml"], "cannot read none.toml"),
        (["--port", "{busy}"], "cannot listen on port"),
        (["--profile", "x"], "--profile"),
    ],
)
def test_what_cannot_be_done_is_said(arguments: Sequence[str], complaint: str, busy_port: int) -> None:
    command = [executable, "-m", "storyc", "sim", *(part.format(busy=busy_port) for part in arguments)]
    ended = run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
    assert (ended.stdout, ended.returncode) == ("", 2)
    assert complaint in ended.stderr

"""Free requests are patient; downloads are patient and tell nobody the key."""

from asyncio import run
from collections.abc import Callable, Sequence
from random import Random
from typing import TYPE_CHECKING

import httpx
import pytest

from storyc.api import ComicClient, DownloadError, NotSentError, Patience, RejectedError, UnavailableError
from storyc.errors import CredentialsError
from storyc.wire import Generation, Usage

if TYPE_CHECKING:
    from tests.api.conftest import NotingClock

KEY = "sk-very-secret-key"
GOOD = {"id": "c1", "status": "PROCESSED", "comics": []}

Step = httpx.Response | type[httpx.HTTPError]


class Service:
    """Answers with one step after another, the last one for ever."""

    def __init__(self, *steps: Step) -> None:
        self.steps = steps
        self.sent: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        step = self.steps[min(len(self.sent), len(self.steps) - 1)]
        self.sent.append(request)
        if isinstance(step, httpx.Response):
            return step
        raise step("no luck")


def client(
    service: Callable[[httpx.Request], httpx.Response], clock: "NotingClock", base_url: str = "https://api.example"
) -> ComicClient:
    return ComicClient(base_url, KEY, transport=httpx.MockTransport(service), clock=clock, random=Random(1))


def get(service: Service, clock: "NotingClock") -> Generation:
    async def once() -> Generation:
        async with client(service, clock) as api:
            return await api.get("c1")

    return run(once())


@pytest.mark.parametrize(
    "steps",
    [[httpx.ConnectError], [httpx.ReadTimeout, httpx.ReadError], [httpx.Response(503)], [httpx.Response(200, content=b"{")],
     [httpx.Response(200, html="<p>busy</p>")], [httpx.Response(500), httpx.RemoteProtocolError, httpx.Response(408)]],
)  # fmt: skip
def test_a_question_is_asked_again_with_growing_pauses(steps: Sequence[Step], clock: "NotingClock") -> None:
    service = Service(*steps, httpx.Response(200, json=GOOD))
    assert get(service, clock).id == "c1"
    assert len(service.sent) == len(steps) + 1
    assert len(clock.slept_s) == len(steps)
    assert all(0 <= slept <= 2**place for place, slept in enumerate(clock.slept_s))


def test_patience_ends(clock: "NotingClock") -> None:
    service = Service(httpx.Response(503))
    with pytest.raises(UnavailableError):
        get(service, clock)
    assert len(service.sent) == Patience().attempts
    with pytest.raises(NotSentError):
        get(Service(httpx.ConnectError), clock)


def test_a_rate_limit_is_waited_out_as_told(clock: "NotingClock") -> None:
    service = Service(
        httpx.Response(429, headers={"retry-after": "17"}), httpx.Response(429), httpx.Response(200, json=GOOD)
    )
    get(service, clock)
    assert clock.slept_s[0] == 17.0
    assert 5.0 <= clock.slept_s[1] <= 10.0


@pytest.mark.parametrize(
    ("status", "problem"),
    [(400, RejectedError), (404, RejectedError), (401, CredentialsError), (402, CredentialsError)],
)
def test_a_refusal_is_final(status: int, problem: type[Exception], clock: "NotingClock") -> None:
    service = Service(httpx.Response(status, json={"error": "no"}))
    with pytest.raises(problem):
        get(service, clock)
    assert len(service.sent) == 1


def test_every_free_request_waits_at_the_gate_and_no_paid_one_does(clock: "NotingClock") -> None:
    passed: list[int] = []

    async def gate() -> None:
        passed.append(len(service.sent))

    service = Service(
        httpx.Response(503), httpx.Response(200, json={"credits": 100, "fileUrl": "https://s.example/x.png"})
    )

    async def calls() -> tuple[Usage, str]:
        async with ComicClient(
            "https://api.example", KEY, transport=httpx.MockTransport(service), clock=clock, gate=gate
        ) as api:
            return await api.usage(), await api.upload(b"picture", "x.png", "image/png")

    usage, url = run(calls())
    assert (usage.credits, url) == (100, "https://s.example/x.png")
    assert passed == [0, 1, 2]
    assert [request.url.path for request in service.sent] == [
        "/v1/comics/usage",
        "/v1/comics/usage",
        "/v1/comics/upload",
    ]
    assert b'name="file"; filename="x.png"' in service.sent[-1].content


def download(service: Service, url: str, clock: "NotingClock", *, base_url: str = "https://api.example") -> bytes:
    async def once() -> bytes:
        async with client(service, clock, base_url) as api:
            return await api.download(url, limit_bytes=1000)

    return run(once())


def test_art_is_fetched_without_the_key(clock: "NotingClock") -> None:
    service = Service(
        httpx.Response(302, headers={"location": "/b.webp"}), httpx.Response(404), httpx.Response(200, content=b"art")
    )
    assert download(service, "https://cdn.example/a.webp", clock) == b"art"
    assert [request.url.path for request in service.sent] == ["/a.webp", "/b.webp", "/a.webp"]
    assert all("authorization" not in request.headers for request in service.sent)
    assert all(
        KEY.encode() not in b"".join(part for pair in request.headers.raw for part in pair) for request in service.sent
    )


@pytest.mark.parametrize(
    "url",
    [
        "http://cdn.example/a.webp",
        "file:///etc/passwd",
        "ftp://cdn.example/a",
        "",
        "art",
        "https://u:p@cdn.example/a",
        "http://127.0.0.1/a",
        "https://[",
        "https://x/" + "a" * 5000,
    ],
)
def test_art_is_fetched_from_nowhere_unsafe(url: str, clock: "NotingClock") -> None:
    service = Service(httpx.Response(200, content=b"art"))
    with pytest.raises(DownloadError):
        download(service, url, clock)
    assert service.sent == []


def test_a_redirect_cannot_lead_where_the_first_address_could_not(clock: "NotingClock") -> None:
    service = Service(httpx.Response(302, headers={"location": "http://169.254.169.254/key"}))
    with pytest.raises(DownloadError):
        download(service, "https://cdn.example/a.webp", clock)
    assert len(service.sent) == 1
    with pytest.raises(DownloadError):
        download(Service(httpx.Response(302, headers={"location": "/again"})), "https://cdn.example/a", clock)


def test_plain_http_is_for_a_service_on_this_machine(clock: "NotingClock") -> None:
    service = Service(httpx.Response(200, content=b"art"))
    assert download(service, "http://127.0.0.1:8000/a", clock, base_url="http://localhost:8000") == b"art"


@pytest.mark.parametrize(
    "step",
    [
        httpx.Response(200, content=b"x" * 1001),
        httpx.Response(200, content=b""),
        httpx.Response(403),
        httpx.Response(404),
        httpx.ReadError,
    ],
)
def test_art_that_does_not_come_is_an_error(step: Step, clock: "NotingClock") -> None:
    with pytest.raises(DownloadError):
        download(Service(step), "https://cdn.example/a.webp", clock)

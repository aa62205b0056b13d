"""A paid request is sent once, and what its failure means for money is the type of the exception."""

from asyncio import run
from collections.abc import Callable, Iterable
from typing import Any

import httpx
import pytest

from storyc.api import ComicClient, NoCreditsError, NotSentError, RateLimitedError, RejectedError, UnauthorisedError
from storyc.errors import ApiError, CredentialsError, InDoubtError, NetworkError, StorycError
from storyc.wire import CreateComic, Generation, RegeneratePanel

KEY = "sk-very-secret-key"
ORDER = CreateComic(prompt="a comic about a cat and a dog", fix_panel_num=4)

Answerer = Callable[[httpx.Request], httpx.Response]


def submit(
    answer: Answerer, *, base_url: str = "https://api.example", sent: list[httpx.Request] | None = None
) -> Generation:
    def note(request: httpx.Request) -> httpx.Response:
        if sent is not None:
            sent.append(request)
        return answer(request)

    async def once() -> Generation:
        async with ComicClient(base_url, KEY, transport=httpx.MockTransport(note)) as client:
            return await client.submit(ORDER)

    return run(once())


def failing(problem: type[Exception]) -> Answerer:
    def answer(_request: httpx.Request) -> httpx.Response:
        raise problem(f"no luck with {KEY}" if problem is httpx.LocalProtocolError else "no luck")

    return answer


def answering(status: int, **parts: Any) -> Answerer:
    return lambda _request: httpx.Response(status, **parts)


@pytest.mark.parametrize(
    "base_url", ["https://api.example", "https://api.example/", "https://api.example/v1", "https://api.example/v1/"]
)
def test_both_spellings_of_the_base_url_send_the_same_request(base_url: str) -> None:
    sent: list[httpx.Request] = []
    generation = submit(answering(200, json={"id": "c1", "status": "LOADING"}), base_url=base_url, sent=sent)
    (request,) = sent
    assert generation.id == "c1"
    assert (request.method, str(request.url)) == ("POST", "https://api.example/v1/comics/generations")
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert request.headers["content-type"] == "application/json"
    assert request.headers["user-agent"].startswith("storyc/")
    assert (
        request.content
        == b'{"preset":"neutral","size":"1024x1024","prompt":"a comic about a cat and a dog","fixPanelNum":4}'
    )


@pytest.mark.parametrize(
    "base_url", ["http://api.example", "ftp://api.example", "api.example", "https://user:pw@api.example", "https://["]
)
def test_the_key_is_not_sent_in_the_clear(base_url: str) -> None:
    with pytest.raises(StorycError):
        submit(answering(200, json={"id": "c1"}), base_url=base_url)


@pytest.mark.parametrize("key", ["", "two words", "line\nbreak", "ключ"])
def test_a_key_that_cannot_be_a_header_is_refused_without_being_shown(key: str) -> None:
    with pytest.raises(CredentialsError) as caught:
        ComicClient("https://api.example", key)
    assert not key or key not in str(caught.value)


@pytest.mark.parametrize(
    "problem", [httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError, httpx.UnsupportedProtocol]
)
def test_what_never_left_may_be_sent_again(problem: type[Exception]) -> None:
    sent: list[httpx.Request] = []
    with pytest.raises(NotSentError) as caught:
        submit(failing(problem), sent=sent)
    assert isinstance(caught.value, NetworkError)
    assert len(sent) == 1


@pytest.mark.parametrize(
    "problem",
    [httpx.ReadTimeout, httpx.WriteTimeout, httpx.ReadError, httpx.WriteError, httpx.CloseError,
     httpx.RemoteProtocolError, httpx.LocalProtocolError, httpx.DecodingError],
)  # fmt: skip
def test_what_may_have_left_is_in_doubt(problem: type[Exception]) -> None:
    sent: list[httpx.Request] = []
    with pytest.raises(InDoubtError):
        submit(failing(problem), sent=sent)
    assert len(sent) == 1


@pytest.mark.parametrize("status", [400, 404, 405, 409, 413, 415, 422])
def test_a_refusal_buys_nothing(status: int) -> None:
    sent: list[httpx.Request] = []
    body = {"error": {"code": "invalid_request", "message": "Provide \x1b[31mprompt", "details": {"field": "prompt"}}}
    with pytest.raises(RejectedError) as caught:
        submit(answering(status, json=body), sent=sent)
    assert (caught.value.said.status, caught.value.said.code, caught.value.said.field) == (
        status,
        "invalid_request",
        "prompt",
    )
    assert "\x1b" not in str(caught.value)
    assert len(sent) == 1


@pytest.mark.parametrize("status", [401, 403])
@pytest.mark.parametrize("body", [{"error": "Invalid API key."}, {"error": "forbidden"}, None, []])
def test_a_bad_key_is_told_by_both_statuses(status: int, body: object) -> None:
    with pytest.raises(UnauthorisedError) as caught:
        submit(answering(status, json=body))
    assert isinstance(caught.value, CredentialsError)


@pytest.mark.parametrize(("status", "message"), [(402, "no"), (429, "Insufficient credits."), (429, "quota exceeded")])
def test_no_credits_are_told_by_both_statuses(status: int, message: str) -> None:
    with pytest.raises(NoCreditsError):
        submit(answering(status, json={"error": {"code": "x", "message": message}}))


@pytest.mark.parametrize(
    ("header", "wait_s"),
    [({}, None), ({"retry-after": "7"}, 7.0), ({"retry-after": "soon"}, None), ({"retry-after": "-3"}, 0.0),
     ({"retry-after": "inf"}, None), ({"retry-after": "99999999"}, 3600.0),
     ({"retry-after": "Sun, 06 Nov 1994 08:49:37 GMT"}, 0.0), ({"retry-after": "Sun, 06 Nov 9994 08:49:37 GMT"}, 3600.0)],
)  # fmt: skip
def test_a_rate_limit_says_how_long_to_wait(header: dict[str, str], wait_s: float | None) -> None:
    sent: list[httpx.Request] = []
    with pytest.raises(RateLimitedError) as caught:
        submit(answering(429, json={"message": "slow down"}, headers=header), sent=sent)
    assert caught.value.retry_after_s == wait_s
    assert len(sent) == 1


@pytest.mark.parametrize("status", [301, 302, 307, 308, 408, 500, 502, 503, 504])
def test_an_answer_that_decides_nothing_is_in_doubt_and_no_redirect_is_followed(status: int) -> None:
    sent: list[httpx.Request] = []
    with pytest.raises(InDoubtError):
        submit(answering(status, headers={"location": "https://elsewhere.example/"}, html="<h1>?</h1>"), sent=sent)
    assert len(sent) == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b'{"status":"LOADING"}',
        b'{"id":"c1',
        b"<html>200 OK</html>",
        b"\xff\xfe\x00",
        b"[" * 200_000,
        b"1" * 10_000,
    ],
)
def test_a_success_that_cannot_be_read_is_in_doubt(content: bytes) -> None:
    with pytest.raises(InDoubtError):
        submit(answering(200, content=content))


def test_an_endless_answer_is_cut_off() -> None:
    def forever() -> Iterable[bytes]:
        while True:
            yield b" " * 1_000_000

    async def chunks() -> Any:
        for chunk in forever():
            yield chunk

    with pytest.raises(InDoubtError, match="longer than"):
        submit(lambda _request: httpx.Response(200, content=chunks()))


@pytest.mark.parametrize("status", [201, 202])
def test_every_success_is_one(status: int) -> None:
    assert submit(answering(status, json={"artwork": {"id": "c9", "status": "QUEUED"}})).id == "c9"


def test_an_id_is_one_segment_of_the_path_whatever_it_holds() -> None:
    sent: list[httpx.Request] = []

    def note(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200, json={"id": "x", "status": "LOADING"})

    async def twice() -> None:
        async with ComicClient("https://api.example", KEY, transport=httpx.MockTransport(note)) as client:
            for generation_id in ("a/../b?c#d é", "..", "%2e"):
                await client.submit(RegeneratePanel(page=0, panel=2, panel_prompt="hopeful"), generation_id)

    run(twice())
    paths = [request.url.raw_path for request in sent]
    assert [path.count(b"/") for path in paths] == [4, 4, 4]
    assert all(b"?" not in path for path in paths)
    assert {request.method for request in sent} == {"PATCH"}


@pytest.mark.parametrize(
    "answer",
    [
        failing(httpx.ConnectError),
        failing(httpx.ReadTimeout),
        failing(httpx.LocalProtocolError),
        answering(500),
        answering(400),
        answering(401),
        answering(402),
        answering(429),
        answering(200),
    ],
)
def test_the_key_is_in_no_message_and_no_cause(answer: Answerer) -> None:
    with pytest.raises((ApiError, CredentialsError, InDoubtError)) as caught:
        submit(answer)
    assert caught.value.__cause__ is None
    assert KEY not in f"{caught.value!r}{caught.value}{caught.value.hint}{vars(caught.value)!r}"
    assert KEY not in repr(ComicClient("https://api.example", KEY))

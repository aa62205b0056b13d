"""`storyc usage`: what the account has."""

from json import loads
from typing import Any

import pytest

from tests.e2e.answering import answering, simulated, usage
from tests.e2e.conftest import Desk


@pytest.fixture(autouse=True)
def _key(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert desk  # it empties the environment first
    monkeypatch.setenv("LLAMAGEN_API_KEY", "sk-paid")
    monkeypatch.setattr("storyc.api.patience.Patience.wait_s", lambda *_words: 0.0)


def test_the_account_of_a_key(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LLAMAGEN_API_KEY", "sk-demo")
    with simulated() as door:
        monkeypatch.setenv("LLAMAGEN_BASE_URL", door.url)
        assert desk.run("usage") == (0, "plan      demo\ncredits   0\nrequests  0 of 15\n", "")
        monkeypatch.setenv("LLAMAGEN_API_KEY", "sk-paid")
        assert desk.run("usage") == (0, "plan      paid\ncredits   1,000,000\nrequests  0 of 100,000\n", "")
        code, out, _ = desk.run("usage", "--json")
        assert code == 0
        assert loads(out) == {"plan": "paid", "credits": 1_000_000, "requests": 0, "max_requests": 100_000}
        assert [one.method for one in door.asked] == ["GET"] * 3
    assert list(desk.root.iterdir()) == [desk.root / ".git"]


@pytest.mark.parametrize(
    ("members", "shown"),
    [
        ({}, ["the service does not say"] * 3),
        ({"creditBalance": 5}, ["the service does not say", "5", "the service does not say"]),
        ({"apiUsageCount": 1_234}, ["the service does not say", "the service does not say", "1,234"]),
        ({"usage": {"isPaidPlan": False, "credits": "7"}}, ["demo", "7", "the service does not say"]),
        ({"isPaidPlan": "yes", "credits": -1, "apiUsageCount": [], "apiMaxUsage": 3}, ["the service does not say"] * 3),
    ],
)
def test_what_the_service_does_not_say(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, members: dict[str, Any], shown: list[str]
) -> None:
    with answering(usage(**members)) as door:
        monkeypatch.setenv("LLAMAGEN_BASE_URL", door.url)
        code, out, _ = desk.run("usage")
    assert code == 0
    assert [line[10:] for line in out.splitlines()] == shown


@pytest.mark.parametrize(("status", "code"), [(401, 4), (403, 4), (402, 4), (400, 2), (500, 2), (307, 2), (204, 2)])
def test_what_the_service_refuses(desk: Desk, monkeypatch: pytest.MonkeyPatch, status: int, code: int) -> None:
    with answering(usage(status, message="No.")) as door:
        monkeypatch.setenv("LLAMAGEN_BASE_URL", door.url)
        ran = desk.run("usage")
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith("error: ")


def test_without_a_key_nobody_is_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LLAMAGEN_API_KEY")
    with simulated() as door:
        monkeypatch.setenv("LLAMAGEN_BASE_URL", door.url)
        code, out, err = desk.run("usage")
        assert (code, out) == (4, "")
        assert err.startswith(f"error: there is no API key for {door.url}\n")
        assert not door.asked
        desk.write("sk-paid\r\n", "key")
        assert desk.run("usage", "--api-key-file", "key").code == 0

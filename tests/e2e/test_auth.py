"""`storyc auth`: a key is stored, used, looked at and removed."""

from collections.abc import Iterator
from json import dumps, loads
from os import O_NOCTTY, O_RDWR, close, environ, pidfd_open, read, ttyname, write
from os import open as open_descriptor
from pathlib import Path
from pty import openpty
from select import select
from subprocess import Popen
from sys import executable

import pytest

from tests.credentials.conftest import backend_of
from tests.e2e.answering import Door, answering, simulated, usage
from tests.e2e.conftest import Desk, surroundings

PATIENCE_S = 60.0
"""After so long, what is waited for will never come."""
SECRET = "sk-paid-0123456789-wxyz"
OTHER = "sk-demo-0123456789-abcd"


@pytest.fixture
def door(monkeypatch: pytest.MonkeyPatch) -> Iterator[Door]:
    """The simulator, with two keys of a usual length."""
    with simulated({SECRET: "paid", OTHER: "demo"}) as found:
        monkeypatch.setenv("LLAMAGEN_BASE_URL", f"{found.url}/v1")
        yield found


def stored() -> Path:
    return Path(environ["STORYC_CONFIG_HOME"]) / "credentials.json"


def test_login_status_logout(desk: Desk, door: Door) -> None:
    assert desk.run("auth", "status") == (4, f"service  {door.url}\nkey      none\n", "`storyc auth login` stores one; or set LLAMAGEN_API_KEY, or say --api-key-file FILE\n")  # fmt: skip
    code, out, err = desk.run("auth", "login", "--with-token", stdin=f"\ufeff{SECRET}\r\n".encode())
    assert (code, out, err) == (0, "", f"the key ***wxyz for {door.url} is in {stored()} now\n")
    assert desk.run("auth", "status") == (0, f"service  {door.url}, which accepts the key\nkey      ***wxyz, from {stored()}\n", "")  # fmt: skip
    code, out, _ = desk.run("auth", "logout")
    assert (code, out) == (0, "")
    assert not stored().exists()
    assert desk.run("auth", "logout") == (0, "", f"no key was stored for {door.url}\n")


def test_a_key_that_is_refused_is_not_stored(desk: Desk, door: Door) -> None:
    code, _, err = desk.run("auth", "login", "--with-token", stdin=b"sk-nobody-0123456789\n")
    assert code == 4
    assert err.startswith("error: the Comic API refused the key (401)")
    assert not stored().exists()
    assert desk.run("auth", "login", "--with-token", "--no-check", stdin=b"sk-nobody-0123456789\n").code == 0
    code, out, err = desk.run("auth", "status")
    assert code == 4
    assert out.startswith(f"service  {door.url}, which refuses the key\n")
    assert desk.run("auth", "status", "--offline").code == 0


def test_what_status_says_to_programs(desk: Desk, door: Door) -> None:
    desk.run("auth", "login", "--with-token", stdin=SECRET.encode())
    code, out, _ = desk.run("auth", "status", "--json")
    assert code == 0
    assert loads(out) == {
        "service": door.url,
        "source": "credentials file",
        "where": str(stored()),
        "key": "***wxyz",
        "is_accepted": True,
        "problem": None,
        "account": {"plan": "paid", "credits": 1_000_000, "requests": 0, "max_requests": 100_000},
    }
    desk.write("sk-nobody-0123456789", "key")
    code, out, _ = desk.run("auth", "status", "--json", "--api-key-file", "key")
    assert code == 4
    assert loads(out).items() >= {"source": "named file", "is_accepted": False, "account": None}.items()
    desk.run("auth", "logout")
    code, out, _ = desk.run("auth", "status", "--json")
    assert code == 4
    assert loads(out).items() >= {"source": None, "key": None, "is_accepted": None}.items()


def test_a_stored_key_builds_and_opens_no_other_service(
    desk: Desk, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write(name="main.story")
    desk.run("auth", "login", "--with-token", stdin=SECRET.encode())
    code, _, err = desk.run("build")
    assert code == 3
    assert "this build costs 150 credits" in err
    with answering(usage()) as other:
        monkeypatch.setenv("LLAMAGEN_BASE_URL", other.url)
        code, _, err = desk.run("build", "--backend", "api", "--yes", "--max-cost", "1000")
        assert code == 4
        assert "`storyc auth login` stores one" in err
        assert desk.run("usage").code == 4
        assert not other.asked
    assert not [one for one in door.asked if one.method != "GET"]


def test_the_environment_goes_first_and_remains(desk: Desk, door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LLAMAGEN_API_KEY", OTHER)
    code, _, err = desk.run("auth", "login", "--with-token", stdin=SECRET.encode())
    assert code == 0
    assert err.endswith("LLAMAGEN_API_KEY is set as well, and goes first\n")
    assert "***abcd, from LLAMAGEN_API_KEY" in desk.run("auth", "status").out
    code, _, err = desk.run("auth", "logout")
    assert code == 0
    assert err.endswith("LLAMAGEN_API_KEY is still set, and builds use it\n")
    assert "***abcd" in desk.run("auth", "status").out
    assert door.asked


def test_logout_says_what_else_there_is(desk: Desk, door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.run("auth", "login", "--with-token", stdin=SECRET.encode())
    monkeypatch.setenv("LLAMAGEN_BASE_URL", "http://127.0.0.1:1")
    desk.run("auth", "login", "--with-token", "--no-check", stdin=SECRET.encode())
    vendor = Path(environ["LLAMAGEN_CONFIG_HOME"]) / "credentials.json"
    vendor.parent.mkdir()
    vendor.write_text(dumps({"apiToken": OTHER, "apiBaseUrl": "http://127.0.0.1:1"}))
    code, _, err = desk.run("auth", "logout")
    assert code == 0
    assert f"from {vendor}; `llamagen auth logout` removes it\n" in err
    assert err.endswith("keys for other services are kept: 1\n")
    assert vendor.exists()
    assert desk.run("auth", "status", "--offline").out.endswith(f"key      ***abcd, from {vendor}\n")
    assert door.asked


@pytest.mark.parametrize(
    "given", [b"", b"\n", b"two words", b"\xff\xfes\x00k\x00", b"sk-\x00", "ｓｋ－ｋｅｙ".encode(), b"k" * 100_000]
)
def test_what_is_no_key_is_not_stored(desk: Desk, door: Door, given: bytes) -> None:
    code, _, err = desk.run("auth", "login", "--with-token", stdin=given)
    assert (code, err.splitlines()[0]) == (4, "error: that is no API key")
    assert not stored().exists()
    assert not door.asked


def test_nobody_is_asked_who_is_not_there(desk: Desk) -> None:
    for more in ([], ["--no-input"]):
        code, _, err = desk.run("auth", "login", *more)
        assert code == 2
        assert err.startswith("error: nobody is here to give a key\n")


def test_a_key_that_is_typed_is_not_shown(desk: Desk, door: Door) -> None:
    master, slave = openpty()
    terminal = open_descriptor(ttyname(slave), O_RDWR | O_NOCTTY)
    close(slave)
    asking = Popen(
        [executable, "-m", "storyc", "auth", "login"],
        cwd=desk.root, env=surroundings(), stdin=terminal, stdout=terminal, stderr=terminal, start_new_session=True,
    )  # fmt: skip
    ended = pidfd_open(asking.pid)
    seen, is_typed = b"", False
    while select([master, ended], [], [], PATIENCE_S)[0] not in ([], [ended]):
        seen += read(master, 4_096)
        if b"not shown" in seen and not is_typed:
            write(master, f"{SECRET}\n".encode())
            is_typed = True
    assert asking.wait(PATIENCE_S) == 0
    for descriptor in (master, terminal, ended):
        close(descriptor)
    assert f"the key ***wxyz for {door.url} is in {stored()} now".encode() in seen
    assert SECRET.encode() not in seen


@pytest.mark.parametrize(
    ("status", "code", "is_stored"),
    [(500, 2, False), (403, 4, False), (402, 0, True), (302, 2, False), (404, 2, False)],
)
def test_what_the_service_may_answer(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, status: int, code: int, is_stored: bool
) -> None:
    monkeypatch.setattr("storyc.api.patience.Patience.wait_s", lambda *_words: 0.0)
    with answering(usage(status, message=f"{SECRET} \x1b[2J")) as door:
        monkeypatch.setenv("LLAMAGEN_BASE_URL", door.url)
        ran = desk.run("auth", "login", "--with-token", stdin=SECRET.encode())
        assert (ran.code, stored().exists()) == (code, is_stored)
        assert SECRET not in ran.err
        assert "\x1b" not in ran.err
        monkeypatch.setenv("LLAMAGEN_API_KEY", SECRET)
        ran = desk.run("auth", "status", "--json")
        assert ran.code == (4 if status in (402, 403) else 2)
        assert SECRET not in ran.out + ran.err
        assert loads(ran.out)["is_accepted"] is {403: False, 402: True}.get(status)


def test_a_service_that_is_not_there(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storyc.api.patience.Patience.wait_s", lambda *_words: 0.0)
    monkeypatch.setenv("LLAMAGEN_BASE_URL", "http://127.0.0.1:1")
    code, _, err = desk.run("auth", "login", "--with-token", stdin=SECRET.encode())
    assert code == 2
    assert "--no-check stores the key without asking" in err
    assert not stored().exists()


def test_a_file_of_keys_that_others_can_read_stops_every_command(desk: Desk, door: Door) -> None:
    desk.write(name="main.story")
    desk.run("auth", "login", "--with-token", stdin=SECRET.encode())
    stored().chmod(0o644)
    for words in (["build"], ["usage"], ["auth", "status"], ["auth", "logout"]):
        code, _, err = desk.run(*words)
        assert code == 4
        assert err == f"error: others can read {stored()}, which holds a key\n  = help: say: chmod 600 '{stored()}'\n"
    assert desk.run("build", "--backend", "draft").code == 0
    assert door.asked


def test_a_keyring_keeps_the_key_except_in_ci(desk: Desk, door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = backend_of({})
    monkeypatch.setattr("keyring.get_keyring", lambda: backend)
    monkeypatch.delenv("CI", raising=False)
    assert "is in the keyring (" in desk.run("auth", "login", "--with-token", stdin=SECRET.encode()).err
    assert backend.get_password("storyc", door.url) == SECRET
    assert loads(stored().read_text()) == {"version": 1, "keys": {door.url: None}}
    assert "***wxyz, from the keyring (" in desk.run("auth", "status").out
    monkeypatch.setenv("CI", "true")
    assert desk.run("auth", "status").code == 4
    assert f"is in {stored()} now" in desk.run("auth", "login", "--with-token", stdin=OTHER.encode()).err
    monkeypatch.delenv("CI")
    assert "gone from the keyring (" in desk.run("auth", "logout").err
    assert backend.get_password("storyc", door.url) is None
    assert not stored().exists()

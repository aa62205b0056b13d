"""The options in front of an inbox."""

from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from storyc.cli.arguments.listening import SECRET_VARIABLE, find_webhook, with_webhook
from storyc.cli.arguments.options import with_screen
from storyc.cli.terminal.screen import Screen
from storyc.errors import ConfigError, StorycError, UsageError
from storyc.inbox import WebhookSettings

URL = "https://hooks.test/storyc"
SECRET = "whsec_nobody_may_see_me"


@pytest.fixture(autouse=True)
def no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SECRET_VARIABLE, raising=False)


def test_nothing_said_is_nothing_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_webhook(None, None) is None
    monkeypatch.setenv(SECRET_VARIABLE, SECRET)
    assert find_webhook(None, None) is None


def test_a_secret_comes_from_a_file_or_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret"
    path.write_text(f"{SECRET}\n", "utf-8")
    assert find_webhook(URL, 8_751, str(path)) == WebhookSettings(URL, 8_751, SECRET)
    monkeypatch.setenv(SECRET_VARIABLE, f" {SECRET}2 ")
    settings = find_webhook(URL, 8_751)
    assert settings == WebhookSettings(URL, 8_751, f"{SECRET}2")
    assert SECRET not in f"{settings!r} {settings!s}"
    assert find_webhook(URL, 8_751, str(path)) == WebhookSettings(URL, 8_751, SECRET)


@pytest.mark.parametrize(
    ("said", "words"),
    [((URL, None, None), "--listen PORT"), ((None, 8_751, None), "--webhook URL"), ((None, None, "x"), "--webhook URL and --listen PORT")],
)  # fmt: skip
def test_half_of_it_is_not_enough(said: tuple[Any, Any, Any], words: str) -> None:
    with pytest.raises(UsageError) as refused:
        find_webhook(*said)
    assert words in (refused.value.hint or "")


@pytest.mark.parametrize("url", ["", "hooks.test", "ftp://hooks.test/", "https:///storyc", "https://", "https://hooks.test/a b", "https://hooks.test/ä", "https://hooks.test/\n", "https://hooks.test:x/", "https://hooks.test:99999/", "https://[", "javascript:alert(1)", "https://hooks.test/#a", f"https://{SECRET}@hooks.test/", f"https://u:{SECRET}@hooks.test/", f"https://hooks.test/{'x' * 3_000}"])  # fmt: skip
def test_an_address_that_nobody_can_call_is_refused(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SECRET_VARIABLE, SECRET)
    with pytest.raises(UsageError) as refused:
        find_webhook(url, 8_751)
    assert SECRET not in f"{refused.value.message} {refused.value.hint}"


@pytest.mark.parametrize("content", [b"", b" \n", b"one two", b"one\ntwo", b"\xff\xfe", b"a\x00b", b"x" * 5_000, None])
def test_a_file_that_holds_no_secret_is_refused(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "secret"
    if content is not None:
        path.write_bytes(content)
    refused(find_webhook, str(path))
    refused(find_webhook, str(tmp_path))


@pytest.mark.parametrize("value", [None, "", " ", f"{SECRET} {SECRET}", f"{SECRET}\udcff"])
def test_an_environment_that_holds_no_secret_is_refused(value: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if value is not None:
        monkeypatch.setenv(SECRET_VARIABLE, value)
    refused(find_webhook, None)


def refused(find: Any, secret_file: str | None) -> None:
    with pytest.raises(ConfigError) as caught:
        find(URL, 8_751, secret_file)
    assert SECRET not in f"{caught.value.message} {caught.value.hint}"
    assert caught.value.__cause__ is None or isinstance(caught.value.__cause__, StorycError)


@click.command()
@with_screen
@with_webhook
def listen(screen: Screen, webhook: WebhookSettings | None) -> None:
    screen.tell(repr(webhook))


def test_a_command_is_given_settings_or_says_what_is_wrong() -> None:
    def say(*arguments: str, **shell: str) -> tuple[int, str]:
        ended = CliRunner().invoke(listen, arguments, env=shell)
        return ended.exit_code, ended.output

    secret = {SECRET_VARIABLE: SECRET}
    assert say() == (0, "None\n")
    assert say("--webhook", URL, "--listen", "8751", **secret) == (0, f"WebhookSettings({URL!r}, 8751)\n")
    assert say("--webhook", URL, "--listen", "0", **secret)[0] == 2
    code, told = say("--webhook", URL, **secret)
    assert code == 2
    assert "error: --webhook says where" in told
    assert "help: say --listen PORT" in told
    code, told = say("--webhook", URL, "--listen", "8751")
    assert code == 2
    assert SECRET_VARIABLE in told

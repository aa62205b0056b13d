"""A user's own settings, beside those of a project and of a command."""

from os import environ
from pathlib import Path

import pytest

from tests.e2e.conftest import Desk

PRICE = 150


def said(text: str) -> None:
    folder = Path(environ["STORYC_CONFIG_HOME"])
    folder.mkdir(exist_ok=True)
    (folder / "config.toml").write_text(text)


@pytest.fixture(autouse=True)
def _project(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write(name="main.story")
    monkeypatch.setenv("LLAMAGEN_API_KEY", "sk-paid")
    monkeypatch.setenv("LLAMAGEN_BASE_URL", "http://127.0.0.1:1")


@pytest.mark.parametrize(
    ("flag", "project", "user", "limit"),
    [
        (1_000, None, 100, 100),
        (1_000, 1_000, 149, 149),
        (100, 1_000, 1_000, 100),
        (1_000, 120, 130, 120),
        (1_000, 1_000, 0, 0),
        (None, None, 10, 10),
        (None, 20, 30, 20),
    ],
)
def test_the_smallest_limit_counts(desk: Desk, flag: int | None, project: int | None, user: int, limit: int) -> None:
    said(f"max-cost = {user}")
    if project is not None:
        desk.write(f"max-cost = {project}", "storyc.toml")
    words = [] if flag is None else ["--max-cost", str(flag)]
    code, _, err = desk.run("build", "--yes", *words)
    assert code == 3
    assert f"this build costs {PRICE} credits, over the limit of {limit}" in err


def test_a_users_limit_is_a_limit(desk: Desk) -> None:
    said("max-cost = 150")
    code, _, err = desk.run("build", "--yes")
    assert (code, "cannot reach 127.0.0.1" in err) == (2, True)
    assert desk.run("build").code == 3


def test_a_user_says_who_draws_and_a_command_says_otherwise(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    said('backend = "draft"')
    assert "this is a draft" in desk.run("build").err
    assert desk.run("build", "--backend", "api").code == 3
    said('backend = "api"')
    monkeypatch.delenv("LLAMAGEN_API_KEY")
    assert desk.run("build").code == 4


def test_what_a_user_got_wrong_keeps_only_builds_from_working(desk: Desk) -> None:
    said("max_cost = 5")
    code, _, err = desk.run("build")
    assert code == 2
    assert err.endswith("there is no setting `max_cost`\n  = help: did you mean `max-cost`?\n")
    assert desk.run("check").code == 0
    assert desk.run("compile").code == 0

"""`storyc doctor`: each thing that may be wrong is found, and what to do about it is said."""

from collections.abc import Mapping
from email.utils import formatdate
from json import dumps, loads
from os import environ
from pathlib import Path
from shutil import rmtree
from subprocess import run as start
from time import time
from tomllib import loads as load_toml
from typing import Any

import pytest

from tests.e2e.answering import Answer, answering, simulated
from tests.e2e.conftest import CHECKOUT, Desk
from tests.kill.driver import HASTE
from tests.kill.server import Service, served

SECRET = "sk-paid-0123456789-wxyz"
Found = Mapping[str, Any]


def examined(desk: Desk, *words: str, code: int = 0) -> Mapping[str, Found]:
    """Return what the doctor says, by the name of the check."""
    ran = desk.run("doctor", "--json", *words)
    assert ran.code == code, ran.out + ran.err
    return {one["name"]: one for one in loads(ran.out)}


def git(desk: Desk, *words: str) -> None:
    start(["git", *words], cwd=desk.root, check=True, capture_output=True)


@pytest.fixture
def project(desk: Desk) -> Desk:
    """A new project under version control."""
    rmtree(desk.root / ".git")
    git(desk, "init", "-q")
    desk.run("init")
    return desk


def test_a_healthy_project(project: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LLAMAGEN_API_KEY", SECRET)
    with simulated({SECRET: "paid"}) as door:
        monkeypatch.setenv("LLAMAGEN_BASE_URL", door.url)
        found = examined(project)
        assert {one["level"] for one in found.values()} == {"ok"}
        assert "1,000,000 credits" in found["service"]["text"]
        assert "***wxyz" in found["key"]["text"]
        code, out, err = project.run("doctor")
        assert (code, err) == (0, "")
        assert out.startswith("ok       program        storyc ")
        assert SECRET not in out
        assert [one.method for one in door.asked] == ["GET", "GET"]
        examined(project, "--offline")
        assert len(door.asked) == 2
    assert not (project.root / ".storyc").exists()


def test_outside_a_project_nothing_is_wrong(desk: Desk) -> None:
    found = examined(desk)
    assert found["project"]["level"] == "warning"
    assert found["key"]["level"] == "warning"
    assert "auth login" in found["key"]["advice"]
    assert examined(desk, "nowhere/at/all.story", code=1)["project"]["level"] == "problem"


@pytest.mark.parametrize(
    ("name", "content", "check", "level"),
    [
        ("storyc.toml", "entri = 1", "project", "problem"),
        ("storyc.toml", "entry = 'gone.story'", "project", "problem"),
        ("story.story", "PAGE 1\n\nPANEL 1\n{{gone}}\n", "script", "problem"),
        (".storyc", "a file", "folder", "problem"),
        (".storyc/ledger.sqlite", b"SQLite format 3\0" + bytes(4_000), "ledger", "problem"),
        ("story.lock", "# storyc lock 1: x\nnonsense\n", "story.lock", "problem"),
        (".storyc/store/ab/" + "c" * 62, "damaged", "art", "problem"),
        (".gitignore", "", "folder", "warning"),
        (".gitignore", "/.storyc/\n*.lock\n", "story.lock", "warning"),
    ],
)
def test_what_may_be_wrong_with_a_project(
    project: Desk, name: str, content: str | bytes, check: str, level: str
) -> None:
    project.write(content, name)
    found = examined(project, "--offline", code=int(level == "problem"))
    assert found[check]["level"] == level
    assert found[check]["text"]
    assert check == "ledger" or found[check]["advice"] or check == "story.lock"


def test_what_may_be_wrong_with_the_user(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    user = Path(environ["STORYC_CONFIG_HOME"])
    user.mkdir()
    (user / "config.toml").write_text("max_cost = 1")
    (user / "credentials.json").write_text("{}")
    (user / "credentials.json").chmod(0o644)
    found = examined(desk, code=1)
    assert found["settings"]["advice"] == "did you mean `max-cost`?"
    assert found["key"]["advice"].startswith("say: chmod 600")
    (user / "config.toml").write_text("max-cost = 900\nbackend = 'draft'")
    (user / "credentials.json").unlink()
    monkeypatch.setenv("LLAMAGENAI_API_KEY", SECRET)
    found = examined(desk)
    assert found["settings"]["text"].endswith("max-cost = 900, backend = draft")
    assert found["key"]["advice"] == "storyc reads LLAMAGEN_API_KEY, not LLAMAGENAI_API_KEY"
    monkeypatch.setenv("LLAMAGEN_BASE_URL", "http://example.com")
    assert examined(desk, code=1)["key"]["level"] == "problem"


@pytest.mark.parametrize(("ahead_s", "level"), [(0, "ok"), (60, "ok"), (3_600, "warning"), (-86_400, "warning")])
def test_a_clock_that_is_wrong(desk: Desk, monkeypatch: pytest.MonkeyPatch, ahead_s: int, level: str) -> None:
    monkeypatch.setenv("LLAMAGEN_API_KEY", SECRET)
    date = formatdate(time() - ahead_s, usegmt=True)
    with answering(lambda _asked: Answer(200, b"{}", {"Date": date})) as door:
        monkeypatch.setenv("LLAMAGEN_BASE_URL", door.url)
        found = examined(desk)
    assert found["service"]["level"] == "ok"
    assert found["clock"]["level"] == level
    assert ("ahead of" in found["clock"]["text"]) == (ahead_s > 60)


@pytest.mark.parametrize("date", ["", "yesterday", "Mon, 99 Jan 2026 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 -2359"])
def test_a_service_that_does_not_say_the_time(desk: Desk, monkeypatch: pytest.MonkeyPatch, date: str) -> None:
    monkeypatch.setenv("LLAMAGEN_API_KEY", SECRET)
    with answering(lambda _asked: Answer(200, b"{}", {"Date": date})) as door:
        monkeypatch.setenv("LLAMAGEN_BASE_URL", door.url)
        assert examined(desk)["service"]["level"] == "ok"


@pytest.mark.parametrize("status", [401, 500])
def test_a_service_that_does_not_answer_well(desk: Desk, monkeypatch: pytest.MonkeyPatch, status: int) -> None:
    monkeypatch.setattr("storyc.api.patience.Patience.wait_s", lambda *_words: 0.0)
    monkeypatch.setenv("LLAMAGEN_API_KEY", SECRET)
    body = dumps({"message": f"no {SECRET} \x1b[2J"}).encode()
    with answering(lambda _asked: Answer(status, body)) as door:
        monkeypatch.setenv("LLAMAGEN_BASE_URL", door.url)
        code, out, _ = desk.run("doctor")
    assert code == 1
    assert "\nproblem  service " in out
    assert SECRET not in out
    assert "\x1b" not in out


def test_what_was_bought_is_looked_at(project: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    service = Service()
    service.answers_to_lose = 1
    monkeypatch.setattr("storyc.pipeline.desks.PAID_PACE", HASTE)
    project.write("PAGE 1\n\nPANEL 1\nRain.\n\nPAGE 2\n\nPANEL 1\nWind.\n", "story.story")
    monkeypatch.setenv("LLAMAGEN_API_KEY", SECRET)
    with served(service) as port:
        monkeypatch.setenv("LLAMAGEN_BASE_URL", f"http://127.0.0.1:{port}/shop")
        build = ("build", "--yes", "--max-cost", "1000", "--layout", "pages")
        assert project.run(*build).code == 5
    found = examined(project, "--offline", code=1)
    assert found["in doubt"]["level"] == "problem"
    assert "storyc state resolve" in found["in doubt"]["advice"]
    assert found["ledger"]["text"] == "2 on record"
    assert found["art"]["text"] == "1 files as they should be"
    assert found["story.lock"]["advice"].startswith("say: git add story.lock")
    git(project, "add", "story.lock")
    assert examined(project, "--offline", code=1)["story.lock"]["level"] == "ok"


def test_a_repository_cannot_make_git_start_a_program(project: Desk) -> None:
    project.write("#!/bin/sh\ntouch started\n", "program")
    (project.root / "program").chmod(0o755)
    git(project, "config", "core.fsmonitor", str(project.root / "program"))
    project.write("# storyc lock 1: x\n", "story.lock")
    examined(project, "--offline")
    assert not (project.root / "started").exists()


def test_without_git_nothing_is_said_of_it(project: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(project.root))
    project.write("", ".gitignore")
    assert {one["level"] for one in examined(project, "--offline").values() if one["name"] != "key"} == {"ok"}


def test_every_extra_is_looked_for(desk: Desk) -> None:
    extras = load_toml((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    found = examined(desk)
    assert {f"extra {name}" for name in extras if name != "test"} == {name for name in found if name[:6] == "extra "}
    assert all(found[f"extra {name}"]["text"].startswith("installed: ") for name in ("pdf", "watch", "lsp", "mcp"))

"""What runs on code hosts: the comment of the action, by HTTP, and the hooks of pre-commit."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from storyc.cli.overview import COMMANDS

ROOT = Path(__file__).parents[2]
yaml: Any = pytest.importorskip("yaml")
ACTION = ROOT / ".github" / "actions" / "storyc"
SOUND = "PAGE 1\n\nPANEL 1\nRain.\n"


class CodeHost(ThreadingHTTPServer):
    """Comments of one pull request, as a code host keeps them."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.comments = [{"id": number, "body": f"remark {number}"} for number in range(1, 131)]
        self.writes = 0
        self.is_writable = True


class Answers(BaseHTTPRequestHandler):
    """Lists, adds and changes comments."""

    server: CodeHost

    def do_GET(self) -> None:
        size, page = map(int, re.findall(r"page=(\d+)", self.path))
        self._answer(self.server.comments[size * (page - 1) : size * page])

    def do_POST(self) -> None:
        if not self.server.is_writable:
            self.send_error(403, "Forbidden")
            return
        self.server.comments.append({"id": len(self.server.comments) + 1, **self._content()})
        self._answer(self.server.comments[-1])

    def do_PATCH(self) -> None:
        comment = self.server.comments[int(self.path.rpartition("/")[2]) - 1]
        comment.update(self._content())
        self._answer(comment)

    def _content(self) -> dict[str, Any]:
        assert self.headers["Authorization"] == "Bearer of-the-job"
        self.server.writes += 1
        content: dict[str, Any] = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        return content

    def _answer(self, content: object) -> None:
        body = json.dumps(content).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name in the library
        pass


@pytest.fixture
def host() -> Iterator[CodeHost]:
    with CodeHost() as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def comment(host: CodeHost, plan: str, folder: Path, name: str = "comic") -> str:
    (folder / "plan.md").write_text(plan, "utf-8")
    environment = {
        "GITHUB_API_URL": f"http://127.0.0.1:{host.server_port}",
        "GITHUB_REPOSITORY": "somebody/comic",
        "GITHUB_TOKEN": "of-the-job",
        "PULL_REQUEST": "7",
    }
    program = [sys.executable, str(ACTION / "comment.py"), name, "plan.md"]
    return subprocess.run(program, cwd=folder, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout


def test_one_comment_is_kept_up_to_date(host: CodeHost, tmp_path: Path) -> None:
    comment(host, "", tmp_path)
    assert host.writes == 0, "nothing is bought, and nobody has said otherwise"
    comment(host, "### storyc: 600 credits — 狐\n", tmp_path)
    comment(host, "### storyc: 900 credits\n", tmp_path)
    comment(host, "### storyc: 300 credits\n", tmp_path, name="other -->")
    assert [one["body"] for one in host.comments[130:]] == [
        '<!-- storyc plan "comic" -->\n### storyc: 900 credits\n',
        '<!-- storyc plan "other -\\u002d>" -->\n### storyc: 300 credits\n',
    ]
    comment(host, "", tmp_path)
    assert "nothing would be bought" in str(host.comments[130]["body"])


def test_a_job_that_may_not_comment_is_told_so_and_goes_on(host: CodeHost, tmp_path: Path) -> None:
    host.is_writable = False
    said = comment(host, "### storyc: 600 credits\n", tmp_path)
    assert said.startswith("::warning title=no comment::")
    assert said.endswith('403: Forbidden; give the job `pull-requests: write`, or say `comment: "false"`\n')


def test_the_action_runs_what_is_there() -> None:
    action = yaml.safe_load((ACTION / "action.yml").read_text("utf-8"))
    steps = action["runs"]["steps"]
    assert [step["uses"] for step in steps if "uses" in step] == ["actions/setup-python@v5"]
    lines = "\n".join(step.get("run", "") for step in steps)
    assert set(re.findall(r'bin/storyc" (\w+)', lines)) <= COMMANDS.keys()
    assert "${{" not in lines, "what a stranger wrote must not become a program"
    subprocess.run(["bash", "-n"], input=lines, text=True, check=True)


class Runner:
    """A folder under version control, and what a runner gives to a step of the action."""

    def __init__(self, folder: Path) -> None:
        self.script = folder / "comic" / "main.story"
        self.script.parent.mkdir()
        program = folder / "storyc" / "bin" / "storyc"
        program.parent.mkdir(parents=True)
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m storyc "$@"\n')
        program.chmod(0o755)
        self._git("init", "--quiet")
        self.summary, self.output = folder / "summary.md", folder / "output"

    def commit(self, script: str) -> str:
        self.script.write_text(script)
        self._git("add", ".")
        who = ("-c", "user.name=Ann", "-c", "user.email=ann@example.com")
        self._git(*who, "commit", "--quiet", "--allow-empty", "--message", "a change")
        return self._git("rev-parse", "HEAD").strip()

    def plan(self, base: str) -> str:
        """Return what the step prints."""
        action = yaml.safe_load((ACTION / "action.yml").read_text("utf-8"))
        [step] = [step["run"] for step in action["runs"]["steps"] if step.get("id") == "plan"]
        given = {"RUNNER_TEMP": self._temp, "BASE": base, "STORY": "comic"}
        files = {"GITHUB_STEP_SUMMARY": self.summary, "GITHUB_OUTPUT": self.output}
        environment = {**os.environ, **given, **{name: str(path) for name, path in files.items()}}
        return self._run("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step, environment=environment)

    @property
    def _temp(self) -> str:
        return str(self.script.parents[1])

    def _git(self, *words: str) -> str:
        return self._run("git", *words)

    def _run(self, *words: str, environment: dict[str, str] | None = None) -> str:
        return subprocess.run(
            words, cwd=self._temp, env=environment, check=True, stdout=subprocess.PIPE, text=True
        ).stdout


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


def test_the_plan_is_in_the_summary_of_the_job(runner: Runner) -> None:
    base = runner.commit(SOUND)
    runner.commit(SOUND.replace("Rain", "Snow"))
    assert runner.plan(base) == ""
    assert runner.output.read_text() == "is-known=true\n"
    assert "1 request, 150 credits" in runner.summary.read_text()


def test_a_base_that_cannot_be_planned_is_no_fault_of_the_change(runner: Runner) -> None:
    base = runner.commit(SOUND + "\nTOBY: Who am I?\n")
    runner.commit(SOUND)
    assert runner.plan(base).startswith("::warning title=no plan::error: the script has errors in ")
    assert not runner.output.exists()
    assert not runner.summary.exists()


def test_every_hook_is_a_command() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {hook["entry"].split()[1] for hook in hooks} <= COMMANDS.keys()
    assert all(re.compile(hook["files"]).search("a/b.story") for hook in hooks)

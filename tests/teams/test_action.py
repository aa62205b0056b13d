"""What runs on code hosts: the comment of the action, by HTTP, and the hooks of pre-commit."""

import json
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


class CodeHost(ThreadingHTTPServer):
    """Comments of one pull request, as a code host keeps them."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.comments = [{"id": number, "body": f"remark {number}"} for number in range(1, 131)]
        self.writes = 0


class Answers(BaseHTTPRequestHandler):
    """Lists, adds and changes comments."""

    server: CodeHost

    def do_GET(self) -> None:
        size, page = map(int, re.findall(r"page=(\d+)", self.path))
        self._answer(self.server.comments[size * (page - 1) : size * page])

    def do_POST(self) -> None:
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
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def comment(host: CodeHost, plan: str, folder: Path, name: str = "comic") -> None:
    (folder / "plan.md").write_text(plan, "utf-8")
    environment = {
        "GITHUB_API_URL": f"http://127.0.0.1:{host.server_port}",
        "GITHUB_REPOSITORY": "somebody/comic",
        "GITHUB_TOKEN": "of-the-job",
        "PULL_REQUEST": "7",
    }
    program = [sys.executable, str(ACTION / "comment.py"), name, "plan.md"]
    subprocess.run(program, cwd=folder, env=environment, check=True)


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


def test_the_action_runs_what_is_there() -> None:
    action = yaml.safe_load((ACTION / "action.yml").read_text("utf-8"))
    steps = action["runs"]["steps"]
    assert [step["uses"] for step in steps if "uses" in step] == ["actions/setup-python@v5"]
    lines = "\n".join(step.get("run", "") for step in steps)
    assert set(re.findall(r'bin/storyc" (\w+)', lines)) <= COMMANDS.keys()
    assert "${{" not in lines, "what a stranger wrote must not become a program"
    subprocess.run(["bash", "-n"], input=lines, text=True, check=True)


def test_every_hook_is_a_command() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {hook["entry"].split()[1] for hook in hooks} <= COMMANDS.keys()
    assert all(re.compile(hook["files"]).search("a/b.story") for hook in hooks)

"""VS Code, with the extension in it, on this machine only."""

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from shutil import copytree, ignore_patterns, which
from socket import AF_INET, SOCK_STREAM, socket
from subprocess import DEVNULL, PIPE, Popen, run
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from .workbench import Workbench

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[3]
EXTENSION = ROOT / "grammar/editors/vscode"
TOML_READER = Path(__file__).parent / "toml-reader"
FOLDER = os.environ.get("CODE_SERVER")
PICTURES = os.environ.get("SCREENSHOTS")
CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
QUIET = {
    "extensions.autoCheckUpdates": False,
    "extensions.autoUpdate": False,
    "extensions.ignoreRecommendations": True,
    "security.workspace.trust.enabled": False,
    "telemetry.telemetryLevel": "off",
    "workbench.startupEditor": "none",
    "workbench.tips.enabled": False,
    "workbench.colorTheme": "Default Light Modern",
    "editor.minimap.enabled": False,
}
START_S = 120


class Server:
    """A running code-server."""

    def __init__(self, address: str, folder: Path, storyc: Path) -> None:
        self.address = address
        self._storyc = storyc
        self._settings = folder / "user/User/settings.json"

    def configure(self, **settings: Any) -> None:
        """Let these settings hold, and otherwise only those that keep the editor quiet."""
        named = {name.replace("__", "."): value for name, value in settings.items()}
        content = json.dumps(QUIET | {"storyc.path": str(self._storyc)} | named)
        self._settings.parent.mkdir(parents=True, exist_ok=True)
        self._settings.write_text(content, "utf-8")


@pytest.fixture(scope="session")
def storyc(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the program under test, as a program."""
    if named := os.environ.get("STORYC"):
        return Path(named)
    path = tmp_path_factory.mktemp("program") / "storyc"
    path.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m storyc "$@"\n', "utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def buy(storyc: Path) -> Callable[[Path, str], None]:
    """A function that has a script of a folder drawn by a service on this machine, which is paid in play money."""

    def drawn(folder: Path, name: str) -> None:
        with Popen([storyc, "sim", "--port", "0"], stdin=DEVNULL, stdout=PIPE, stderr=DEVNULL, text=True) as service:
            try:
                assert service.stdout is not None
                surroundings = {"LLAMAGEN_BASE_URL": service.stdout.readline().strip(), "LLAMAGEN_API_KEY": "sk-paid"}
                command = [str(storyc), "build", name, "--yes", "--max-cost", "5000"]
                run(command, cwd=folder, env=os.environ | surroundings, check=True, stdin=DEVNULL)
            finally:
                service.terminate()

    return drawn


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Path]:
    """Give the extension as writers install it, and one that looks for schemas of TOML files."""
    if FOLDER is None:
        pytest.skip("CODE_SERVER names no folder; see tests/editors/vscode/README.md")
    folder = tmp_path_factory.mktemp("packages")
    vsce = Path(FOLDER, "node_modules/.bin/vsce")
    for extension in (EXTENSION, TOML_READER):
        path = folder / f"{extension.name}.vsix"
        options = ("--no-dependencies", "--skip-license", "--allow-missing-repository")
        run([vsce, "package", *options, "--out", path], cwd=extension, check=True, stdin=DEVNULL)
    return sorted(folder.iterdir())


@pytest.fixture(scope="session")
def server(packages: Sequence[Path], storyc: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("code-server")
    with socket(AF_INET, SOCK_STREAM) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    entry = Path(FOLDER or "", "node_modules/code-server/out/node/entry.js")
    command = [which("node") or "node", str(entry), "--user-data-dir", str(folder / "user"),
               "--extensions-dir", str(folder / "extensions"), "--config", str(folder / "config.yaml"),
               "--auth", "none", "--bind-addr", f"127.0.0.1:{port}",
               "--disable-telemetry", "--disable-update-check"]  # fmt: skip
    for package in packages:
        run([*command, "--install-extension", str(package)], check=True, stdin=DEVNULL)
    found = Server(f"http://127.0.0.1:{port}", folder, storyc)
    found.configure()
    with (folder / "log").open("w") as log, Popen(command, stdin=DEVNULL, stdout=log, stderr=log) as running:
        try:
            _wait_for(found.address)
            yield found
        finally:
            running.terminate()


def _wait_for(address: str) -> None:
    end = monotonic() + START_S
    while True:
        try:
            with urlopen(f"{address}/healthz", timeout=1):
                return
        except URLError:
            assert monotonic() < end, "code-server does not answer"
            sleep(0.2)


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright drives the browser")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture
def window(
    server: Server, browser: "Browser", tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Workbench]]:
    """A function that opens a window on a copy of a folder, or on a workspace file in it, with some settings; how it looks at the end is kept."""
    contexts = []
    windows = []
    pictures = Path(PICTURES) if PICTURES else None
    if pictures is not None:
        pictures.mkdir(parents=True, exist_ok=True)

    def opened(folder: Path, workspace: str = "", **settings: Any) -> Workbench:
        server.configure(**settings)
        there = copytree(folder, tmp_path / folder.name, ignore=ignore_patterns(".storyc", "build"))
        context = browser.new_context(viewport={"width": 1500, "height": 950})
        contexts.append(context)
        windows.append(Workbench(context.new_page(), server.address, there, workspace, pictures))
        return windows[-1]

    yield opened
    for found in windows:
        found.picture(f"end of {request.node.name}")
    for context in contexts:
        context.close()
    server.configure()

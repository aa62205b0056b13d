"""A key is nowhere but where its user put it."""

import sys
from asyncio import run
from collections.abc import Callable, Iterator
from io import StringIO
from itertools import chain
from json import dumps
from os import environ
from pathlib import Path
from secrets import token_hex
from subprocess import PIPE, Popen
from traceback import format_exception

import pytest
from rich.console import Console

from storyc.api import ComicClient, Patience
from storyc.cli.accounts.credentials import find_credential, user_places
from storyc.errors import StorycError
from storyc.pipeline import ApiBackend
from storyc.wire import CreateComic
from tests.e2e.answering import Answer, Asked, answering
from tests.e2e.conftest import CHECKOUT, Desk, surroundings
from tests.kill.server import Service, served

SECRET = f"sk-{token_hex(16)}"
STORY = "PAGE 1\n\nPANEL 1\nRain.\n\nPAGE 2\n\nPANEL 1\nWind.\n"
BUILD = ("build", "-v", "--yes", "--max-cost", "1000", "--layout", "pages")


def holders(*folders: Path) -> list[Path]:
    """Return the files that hold the key, or are called after it."""
    files = chain.from_iterable(folder.rglob("*") for folder in folders)
    return [path for path in files if SECRET in path.name or (path.is_file() and SECRET.encode() in path.read_bytes())]


def command_lines(pid: int) -> Iterator[bytes]:
    """Yield the command lines of a process and of all that it started."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
            if str(pid) in (folder.name, parent):
                yield (folder / "cmdline").read_bytes()
        except OSError:
            continue  # it has ended


def homes(desk: Desk) -> tuple[Path, Path]:
    return desk.root, Path(environ["HOME"])


@pytest.mark.parametrize("place", ["environment", "login", "file"])
def test_after_a_paid_build_nothing_holds_the_key(desk: Desk, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    desk.write(STORY, "main.story")
    more: dict[str, str] = {}
    words: tuple[str, ...] = BUILD
    kept: list[Path] = []
    with served(Service()) as port:
        address = f"http://127.0.0.1:{port}/shop"
        if place == "environment":
            more["LLAMAGEN_API_KEY"] = SECRET
        elif place == "file":
            kept = [Path(environ["HOME"]) / "key"]
            kept[0].write_text(SECRET)
            words = (*BUILD, "--api-key-file", str(kept[0]))
        else:
            kept = [Path(environ["STORYC_CONFIG_HOME"]) / "credentials.json"]
            monkeypatch.setenv("LLAMAGEN_BASE_URL", address)
            assert desk.run("auth", "login", "--with-token", stdin=SECRET.encode()).code == 0
        building = Popen(
            [sys.executable, "-m", "tests.kill.driver", "0", *words, str(desk.root)],
            cwd=CHECKOUT, env=surroundings(LLAMAGEN_BASE_URL=address, **more), stdout=PIPE, stderr=PIPE,
        )  # fmt: skip
        seen: set[bytes] = set()
        while building.poll() is None:
            seen.update(command_lines(building.pid))
        out, err = building.communicate()
    assert building.returncode == 0, err.decode()
    assert (desk.root / "story.lock").read_text().count("\n") == 3
    assert any(b"tests.kill.driver" in line for line in seen)
    assert not any(SECRET.encode() in line for line in seen)
    assert SECRET.encode() not in out + err
    assert holders(*homes(desk)) == kept


def echo(status: int, elsewhere: str = "") -> Callable[[Asked], Answer]:
    """Return what repeats the key in its answer, as a careless service may, and leads to another one."""

    def answer(asked: Asked) -> Answer:
        said = {"id": SECRET, "message": f"no {asked.headers.get('Authorization')}", "url": f"/?{SECRET}"}
        return Answer(status, dumps(said).encode(), {"Location": f"{elsewhere}/{SECRET}", "X-Key": SECRET})

    return answer


def told(problem: BaseException) -> str:
    """Return all that an exception, and those behind it, can tell."""
    return "".join(format_exception(problem)) + "".join(
        f"{one!r} {vars(one)}" for one in (problem, problem.__cause__, problem.__context__) if one is not None
    )


@pytest.mark.parametrize("status", [302, 307, 308, 400, 401, 402, 403, 404, 413, 422, 500, 503])
def test_a_build_that_fails_tells_nobody_the_key(desk: Desk, monkeypatch: pytest.MonkeyPatch, status: int) -> None:
    desk.write(STORY, "main.story")
    monkeypatch.setenv("LLAMAGEN_API_KEY", SECRET)
    monkeypatch.setattr("storyc.api.patience.Patience.wait_s", lambda *_words: 0.0)
    with answering(echo(200)) as elsewhere, answering(echo(status, elsewhere.url)) as door:
        monkeypatch.setenv("LLAMAGEN_BASE_URL", door.url)
        ran = desk.run(*BUILD)
        assert ran.code in (1, 2, 4, 5)
        assert SECRET not in ran.out + ran.err
        for words in (["usage"], ["auth", "status", "--json"], ["doctor", "--json"], ["state", "list", "--json"]):
            more = desk.run(*words)
            assert SECRET not in more.out + more.err
        assert door.asked
        assert not elsewhere.asked
    assert holders(*homes(desk)) == []


@pytest.mark.parametrize("status", [200, 201, 204, 302, 400, 401, 402, 403, 429, 500, None])
@pytest.mark.parametrize("operation", ["submit", "usage", "upload"])
def test_no_exception_tells_the_key(status: int | None, operation: str) -> None:
    async def ask(url: str) -> str:
        async with ComicClient(url, SECRET, patience=Patience(attempts=1)) as client:
            shown = repr(client)
            try:
                match operation:
                    case "submit":
                        answer: object = await client.submit(CreateComic(prompt="Rain."))
                    case "usage":
                        answer = await client.usage()
                    case _:
                        answer = await client.upload(b"art", "art.png")
            except StorycError as problem:
                return shown + told(problem)
            return f"{shown}{answer!r}"

    with answering(echo(status or 200)) as door:
        shown = run(ask("http://127.0.0.1:1" if status is None else door.url))
    assert SECRET not in shown


def test_what_is_passed_around_does_not_show_the_key(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert desk
    monkeypatch.setenv("LLAMAGEN_API_KEY", SECRET)
    key = find_credential(None)
    assert key is not None
    screen = StringIO()
    for one in (key, ApiBackend("https://api.llamagen.ai", SECRET), user_places()):
        Console(file=screen, width=200).print(one, repr(one), str(one))
    assert SECRET not in screen.getvalue()


@pytest.mark.parametrize(
    "words",
    [
        ["build", "--backend", "api", "--api-key-file", SECRET],
        ["auth", "status", f"--api-key-file={SECRET}"],
        ["auth", "login", SECRET],
        ["auth", "login", SECRET, "--no-check"],
        ["auth", "status", SECRET],
        ["auth", SECRET],
        [SECRET],
        ["build", SECRET],
        ["check", SECRET],
        ["plan", "--diff", SECRET],
        ["build", "--backend", SECRET],
        ["build", f"--api-key={SECRET}"],
    ],
)
def test_a_key_in_the_wrong_place_is_not_shown(desk: Desk, words: list[str]) -> None:
    desk.write()
    code, out, err = desk.run(*words)
    assert code in {2, 4}
    assert SECRET not in out + err
    assert SECRET[3:] not in out + err


def test_who_gives_a_key_as_an_argument_is_told_what_to_do_instead(desk: Desk) -> None:
    other = token_hex(16)  # another service's keys may look like anything
    said = ""
    for words in (["auth", "login", SECRET], ["auth", "login", other], ["usage", "--api-key-file", SECRET]):
        code, _, said = desk.run(*words)
        assert code in {2, 4}
        assert "`storyc auth login` asks for it" in said
        assert other not in said
    assert f"error: {SECRET[:5]}*** looks like an API key, not like a file with one" in said
    assert f"error: {other[:5]}*** looks like" in desk.run("usage", "--api-key-file", other).err


@pytest.mark.parametrize("name", ["key", "sk-notes.txt", "sk-harbour-light.story", "a-file-with-a-rather-long-name"])
def test_a_file_that_is_not_there_is_named(desk: Desk, name: str) -> None:
    code, _, err = desk.run("usage", "--api-key-file", name)
    assert (code, f"cannot read the API key from {name}: " in err) == (4, True)


def test_a_file_that_is_called_like_a_key_is_read(desk: Desk) -> None:
    desk.write("sk-test\n", SECRET)
    assert '"key": "***"' in desk.run("auth", "status", "--offline", "--json", "--api-key-file", SECRET).out

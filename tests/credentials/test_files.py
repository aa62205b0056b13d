"""Files that hold keys, and files that are something else."""

import os
from collections.abc import Callable
from pathlib import Path
from stat import S_IMODE
from subprocess import run
from sys import executable

import pytest

from storyc.credentials import Places, find_key, forget_key, key_in_file, load_records, store_key
from storyc.errors import CredentialsError, FileError, StorycError
from tests.credentials.conftest import SECRET, SERVICE

Hostile = Callable[[Path], object]


def written(content: bytes) -> Hostile:
    def write(path: Path) -> None:
        path.write_bytes(content)
        path.chmod(0o600)

    return write


def linked(path: Path) -> None:
    target = path.with_name("target")
    written(b'{"version": 1, "keys": {}}')(target)
    path.symlink_to(target)


def shown(problem: BaseException) -> str:
    """Return all that an exception and those behind it can say."""
    told = []
    one: BaseException | None = problem
    while one is not None:
        told.append(f"{one} {one!r} {vars(one)}")
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return "\n".join(told)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Where storyc keeps its keys; there is nothing yet."""
    return tmp_path / "user" / "storyc" / "credentials.json"


def test_what_is_stored_is_found_and_forgotten(own: Path) -> None:
    places = Places(own)
    assert store_key(SERVICE, SECRET, places) == str(own)
    assert (S_IMODE(own.stat().st_mode), S_IMODE(own.parent.stat().st_mode)) == (0o600, 0o700)
    found = find_key(SERVICE, {}, places)
    assert found is not None
    assert (found.secret, found.source, found.where) == (SECRET, "credentials file", str(own))
    assert find_key("http://127.0.0.1:8750", {}, places) is None
    assert store_key("http://127.0.0.1:8750", "sk-paid", places) == str(own)
    assert forget_key(SERVICE, places) == (str(own),)
    assert load_records(own) == {"http://127.0.0.1:8750": "sk-paid"}
    assert SECRET.encode() not in own.read_bytes()
    assert forget_key("http://127.0.0.1:8750", places) == (str(own),)
    assert list(own.parent.iterdir()) == []
    assert forget_key(SERVICE, places) == ()


def test_nothing_that_a_dead_login_left_survives_a_logout(own: Path) -> None:
    store_key(SERVICE, SECRET, Places(own))
    written(SECRET.encode())(own.with_name(".credentials.json-0123"))
    forget_key(SERVICE, Places(own))
    assert list(own.parent.iterdir()) == []


def test_no_instant_shows_the_key_to_others(own: Path) -> None:
    """The kernel says with which mode the file was made, and that no mode was changed afterwards."""
    program = (
        "import os, sys; from pathlib import Path; from storyc.credentials import Places, store_key\n"
        "os.umask(0)\n"
        "def hook(name, values):\n"
        "    if name == 'open' and 'credentials' in str(values[0]): print(values[0], values[2] & os.O_EXCL != 0)\n"
        "    if name == 'os.chmod': print('chmod')\n"
        "sys.addaudithook(hook)\n"
        f"store_key({SERVICE!r}, {SECRET!r}, Places(Path(sys.argv[1])))\n"
    )
    ended = run([executable, "-c", program, str(own)], capture_output=True, text=True, check=True, cwd=Path.cwd())
    lines = ended.stdout.splitlines()
    assert "chmod" not in lines
    assert [line.endswith("True") for line in lines if ".credentials.json-" in line] == [True]
    assert (S_IMODE(own.stat().st_mode), S_IMODE(own.parent.stat().st_mode)) == (0o600, 0o700)


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o610, 0o666])
def test_a_file_that_others_can_read_is_not_read(own: Path, mode: int) -> None:
    store_key(SERVICE, SECRET, Places(own))
    own.chmod(mode)
    for use in (
        lambda: find_key(SERVICE, {}, Places(own)),
        lambda: store_key(SERVICE, SECRET, Places(own)),
        lambda: forget_key(SERVICE, Places(own)),
    ):
        with pytest.raises(CredentialsError, match="others can read") as caught:
            use()
        assert caught.value.hint == f"say: chmod 600 '{own}'"
    own.chmod(0o600)
    assert find_key(SERVICE, {}, Places(own)) is not None


def test_a_folder_that_others_can_write_to_keeps_nothing(own: Path) -> None:
    own.parent.mkdir(parents=True)
    own.parent.chmod(0o777)
    with pytest.raises(CredentialsError, match="others can write") as caught:
        store_key(SERVICE, SECRET, Places(own))
    assert caught.value.hint == f"say: chmod 700 '{own.parent}'"
    assert list(own.parent.iterdir()) == []


@pytest.mark.parametrize(
    "make",
    [
        Path.mkdir,
        linked,
        lambda path: path.symlink_to(path),
        lambda path: os.mkfifo(path, 0o600),
        written(b""),
        written(b"\xff\xfe\x00"),
        written(b"{" * 60_000),
        written(b"[" * 60_000),
        written(b" " * 200_000),
        written(b"null"),
        written(f'{{"version": 2, "keys": {{"{SERVICE}": "{SECRET}"}}}}'.encode()),
        written(f'{{"version": 1, "keys": ["{SECRET}"]}}'.encode()),
        written(f'{{"version": 1, "keys": {{"{SERVICE}": ["{SECRET}"]}}}}'.encode()),
        written(f'{{"version": 1, "keys": {{"{SERVICE}": "{SECRET}'.encode()),
    ],
    ids=["folder", "link", "loop", "pipe", "empty", "binary", "deep", "deeper", "huge", "null", "newer", "list", "lists", "cut"],
)  # fmt: skip
def test_a_file_that_is_something_else_is_named_and_never_quoted(own: Path, make: Hostile) -> None:
    own.parent.mkdir(parents=True, mode=0o700)
    make(own)
    for use in (lambda: find_key(SERVICE, {}, Places(own)), lambda: store_key(SERVICE, SECRET, Places(own))):
        with pytest.raises(CredentialsError) as caught:
            use()
        assert str(own) in caught.value.message
        assert caught.value.hint is not None
        assert "auth login" in caught.value.hint
        assert SECRET not in shown(caught.value)


def test_a_folder_that_is_a_file_holds_no_key(tmp_path: Path) -> None:
    (tmp_path / "storyc").write_text("mine")
    places = Places(tmp_path / "storyc" / "credentials.json")
    assert find_key(SERVICE, {}, places) is None
    with pytest.raises(FileError, match="cannot write"):
        store_key(SERVICE, SECRET, places)
    assert forget_key(SERVICE, places) == ()
    assert (tmp_path / "storyc").read_text() == "mine"


@pytest.mark.parametrize("kept", ["", "two words", "ｓｋ－ｋｅｙ", "sk-\\u0000"])
def test_a_stored_text_that_is_no_key_is_none(own: Path, kept: str) -> None:
    own.parent.mkdir(parents=True, mode=0o700)
    written(f'{{"version": 1, "keys": {{"{SERVICE}": "{kept}"}}}}'.encode())(own)
    assert find_key(SERVICE, {}, Places(own)) is None


def test_a_user_without_a_home_keeps_nothing() -> None:
    assert find_key(SERVICE, {}, Places()) is None
    assert forget_key(SERVICE, Places()) == ()
    with pytest.raises(FileError, match="no folder"):
        store_key(SERVICE, SECRET, Places())


@pytest.mark.parametrize(
    "content",
    [SECRET, f"{SECRET}\r\n", f"\ufeff{SECRET}\n", f"\u3000{SECRET}\u3000\n", f"\n\n\t{SECRET} \n"],
    ids=["bare", "crlf", "mark", "wide", "spaces"],
)
def test_a_named_file_may_have_spaces_around_its_key(tmp_path: Path, content: str) -> None:
    (tmp_path / "key").write_bytes(content.encode())
    assert key_in_file(tmp_path / "key").secret == SECRET


@pytest.mark.parametrize(
    "make",
    [
        Path.mkdir,
        lambda path: path.symlink_to(path),
        lambda path: path.symlink_to("/dev/zero"),
        lambda path: path.symlink_to("/dev/null"),
        written(b""),
        written(b"\xff\xfe" + SECRET.encode("utf-16-le")),
        written(SECRET.encode() + b"\0"),
        written(f"{SECRET}\n{SECRET}\n".encode()),
        written(f"LLAMAGEN_API_KEY = {SECRET}".encode()),
        written(SECRET.encode() * 10_000),
    ],
    ids=["folder", "loop", "zero", "null", "empty", "utf-16", "nul", "two", "setting", "huge"],
)
def test_a_named_file_without_a_key_is_an_error_that_never_quotes_it(tmp_path: Path, make: Hostile) -> None:
    make(tmp_path / "key")
    with pytest.raises(StorycError) as caught:
        key_in_file(tmp_path / "key")
    assert caught.value.exit_code == 4
    assert str(tmp_path / "key") in caught.value.message
    assert SECRET not in shown(caught.value)


def test_a_named_file_may_be_a_pipe() -> None:
    reading, writing = os.pipe()
    os.write(writing, f"{SECRET}\n".encode())
    os.close(writing)
    try:
        assert key_in_file(Path(f"/dev/fd/{reading}")).secret == SECRET
    finally:
        os.close(reading)

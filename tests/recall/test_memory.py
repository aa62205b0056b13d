"""Where answers are kept, when they are given again, and when they are not."""

import os
import sys
from collections.abc import Iterator, MutableMapping
from pathlib import Path
from subprocess import PIPE, Popen, run

import pytest

from storyc.cli import run as run_here
from storyc.recall import DISK, Answer, Memory, Witness
from storyc.recall.folder import cache_folder
from storyc.recall.memory import MOST_BYTES, SURROUNDINGS

ROOT = Path(__file__).parents[2]
RAIN = "PAGE 1\n\nPANEL 1\nRain.\n"
WRONG = f"{RAIN}\nTOBY: Hello?\n"


def a_witness(*paths: Path) -> Witness:
    witness = Witness()
    for path in paths:
        witness.read_bytes(str(path))
    return witness


def kept(answer: Answer, witness: Witness, *arguments: str) -> tuple[int, str, str] | None:
    """Return what is recalled after an answer was kept."""
    Memory(arguments).keep(answer, witness)
    found = Memory(arguments).recall()
    return None if found is None else (found.exit_code, found.out, found.err)


@pytest.fixture
def script(answers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    assert not answers.exists()
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "rain.story"
    path.write_text(WRONG)
    return path


def test_an_answer_is_given_again(script: Path) -> None:
    assert kept(Answer(1, "out ✓\n", "err\udcff\n"), a_witness(script), "check") == (1, "out ✓\n", "err\udcff\n")
    assert Memory(("check", "-q")).recall() is None


@pytest.mark.parametrize("change", ["content", "gone", "folder"])
def test_a_change_is_noticed(script: Path, change: str) -> None:
    assert kept(Answer(0, "", ""), a_witness(script))
    times = script.stat()
    script.unlink()
    if change == "folder":
        script.mkdir()
    elif change == "content":
        script.write_text(WRONG.replace("TOBY", "NELL"))
        os.utime(script, ns=(times.st_atime_ns, times.st_mtime_ns))  # of the same length, and as old
    assert Memory(()).recall() is None


def test_trouble_is_an_answer_too(script: Path) -> None:
    witness = Witness()
    script.unlink()
    with pytest.raises(OSError, match="No such file"):
        witness.read_bytes(str(script))
    assert kept(Answer(0, "", ""), witness)
    script.write_text("now")
    assert Memory(()).recall() is None


def test_what_changed_under_our_eyes_is_not_kept(script: Path) -> None:
    witness = a_witness(script)
    script.write_text(RAIN)
    witness.read_bytes(str(script))
    assert kept(Answer(0, "", ""), witness) is None


def test_code_that_was_written_only_now_is_not_trusted(script: Path) -> None:
    witness = a_witness(script)
    witness.stamp(str(script))
    assert kept(Answer(0, "", ""), witness) is None
    os.utime(script, (1, 1))
    assert kept(Answer(0, "", ""), _stamped(script)) is not None
    os.utime(script, (2, 2))
    assert Memory(()).recall() is None


def _stamped(path: Path) -> Witness:
    witness = Witness()
    witness.stamp(str(path))
    return witness


@pytest.mark.parametrize("out", ["x" * MOST_BYTES, "a\0b"])
def test_what_does_not_fit_is_not_kept(script: Path, out: str) -> None:
    assert kept(Answer(0, out, ""), a_witness(script)) is None


def test_any_damage_is_noticed(script: Path, answers: Path) -> None:
    assert kept(Answer(0, "said", ""), a_witness(script))
    (place,) = answers.iterdir()
    whole = place.read_bytes()
    for damaged in (
        b"",
        whole[:-1],
        whole[1:],
        whole.replace(b"said", b"saie"),
        whole + b"\0",
        b"\0" * 99,
        b"\xff\0\xff",
    ):
        place.write_bytes(damaged)
        assert Memory(()).recall() is None
    place.write_bytes(whole)
    assert Memory(()).recall()


def test_places_are_few(script: Path, answers: Path) -> None:
    witness = a_witness(script)
    for number in range(400):
        Memory((str(number),)).keep(Answer(0, str(number), ""), witness)
    assert len([*answers.iterdir()]) <= 256
    last = Memory(("399",)).recall()
    assert last is not None
    assert last.out == "399"


def test_a_folder_that_cannot_be_is_no_trouble(script: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("STORYC_CACHE_HOME", str(tmp_path / "file"))
    assert kept(Answer(0, "", ""), a_witness(script)) is None


def test_a_working_directory_that_is_gone(script: Path, tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    os.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert kept(Answer(0, "", ""), a_witness(script)) is None


def test_nobody_else_may_read_answers(script: Path, answers: Path) -> None:
    assert kept(Answer(0, "", ""), a_witness(script))
    assert answers.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(sys.platform != "linux", reason="each system has its own folder")
def test_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("STORYC_CACHE_HOME", str(tmp_path))
    assert cache_folder() == str(tmp_path)
    monkeypatch.delenv("STORYC_CACHE_HOME")
    monkeypatch.setenv("XDG_CACHE_HOME", "/caches")
    assert cache_folder() == "/caches/storyc"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", "/home/nell")
    assert cache_folder() == "/home/nell/.cache/storyc"


class Overheard(dict[str, str]):
    """An environment that notes who asks for what."""

    def __init__(self, real: MutableMapping[str, str]) -> None:
        super().__init__(real)
        self.asked: set[str] = set()

    def get(self, key: str, default: object = None) -> object:  # type: ignore[override] # the widest of its overloads
        self.asked.add(key)
        return super().get(key, default)

    def __getitem__(self, key: str) -> str:
        self.asked.add(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self.asked.add(str(key))
        return super().__contains__(key)

    def __iter__(self) -> Iterator[str]:
        self.asked.add("everything")
        return super().__iter__()


@pytest.mark.parametrize(
    "arguments", [("check",), ("check", "--output-format", "concise"), ("check", "-v", "rain.story")]
)
def test_a_check_asks_for_no_other_variables(
    script: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    run_here(arguments)  # what libraries ask for when they are loaded
    script.write_text(RAIN)
    overheard = Overheard(os.environ)
    monkeypatch.setattr(os, "environ", overheard)
    run_here(arguments)
    # click translates its own messages, of which a kept answer has none
    translations = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "TEXTDOMAIN"}
    assert overheard.asked - translations <= {*SURROUNDINGS, "STORYC_CACHE_HOME"}


def start(*arguments: str, folder: Path, program: Path = ROOT) -> Popen[str]:
    shell = {**os.environ, "PYTHONPATH": str(program)}
    return Popen(
        [sys.executable, "-m", "storyc", *arguments], cwd=folder, env=shell, stdout=PIPE, stderr=PIPE, text=True
    )


def test_two_at_once_say_the_same(script: Path, answers: Path) -> None:
    for _ in range(2):
        running = [start("check", folder=script.parent) for _ in range(3)]
        said = [one.communicate(timeout=60) for one in running]
        assert len(set(said)) == 1
        assert "nobody called `TOBY`" in said[0][0]
    assert [path.suffix for path in answers.iterdir()] == [""]


def test_an_answer_is_given_without_loading_anything(script: Path) -> None:
    program = "import sys; from storyc.cli import run; run(['check', 'rain.story']); print(*sys.modules)"
    shell = {**os.environ, "PYTHONPATH": str(ROOT)}
    words = [
        run(
            [sys.executable, "-c", program], cwd=script.parent, env=shell, capture_output=True, text=True, check=True
        ).stdout
        for _ in range(2)
    ]
    assert "msgspec" in words[0].split()
    assert not {"msgspec", "click", "typing", "re", "pathlib", "hashlib"} & {*words[1].split()}
    assert words[0].splitlines()[:-1] == words[1].splitlines()[:-1]


@pytest.mark.usefixtures("script")
def test_no_cache_asks_anew_and_keeps_nothing(answers: Path) -> None:
    assert run_here(("check", "--no-cache")) == 1
    assert not answers.exists()


@pytest.mark.usefixtures("script")
@pytest.mark.parametrize("arguments", [("check", "nowhere.story"), ("compile",), ("lint",), ("--help",), ("chek",)])
def test_only_what_was_found_in_files_is_kept(answers: Path, arguments: tuple[str, ...]) -> None:
    run_here(arguments)
    assert not answers.exists()


def test_the_disk_is_asked_absolutely(tmp_path: Path) -> None:
    (tmp_path / "ring").symlink_to("ring")
    (tmp_path / "folder").mkdir()
    kinds = [DISK.kind(str(tmp_path / name)) for name in ("ring", "folder", "nothing", "folder/x")]
    assert kinds == ["ring", "folder", "", ""]
    assert DISK.kind("/dev/zero") == "other"
    assert DISK.size_bytes(str(tmp_path / "folder")) is None
    assert DISK.stamp(str(tmp_path / "nothing")) == ""

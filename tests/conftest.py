"""Golden cases: scripts with, beside each, the whole output they are expected to have.

A case is a file `<name>.story` or a folder `<name>/` with a `main.story` in a folder of `tests/golden`; its golden is
`<name><suffix>` beside it. A test asks for them by a mark and hands over what it made of the case:

    @pytest.mark.golden("format", ".formatted")
    def test_formatting(case: Path, expect: Callable[[str], None]) -> None:
        expect(formatted(case))

A case without golden fails, and so does a golden without case. `pytest --update-golden` writes what is missing or different
and removes what has no case; review its diff as you would review code.
"""

from collections.abc import Callable, Iterator
from difflib import unified_diff
from os import environ
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# how long an example takes says more about the machine than about the law
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

pytest_plugins = ["pytester"]

GOLDEN = Path(__file__).parent / "golden"
SCRIPT_SUFFIX = ".story"
MAIN = "main.story"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what the golden cases now give")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: takes seconds; left out by -m 'not slow'")
    config.addinivalue_line("markers", "golden(folder, suffix): run once for each case in a folder of tests/golden")
    if config.getoption("--update-golden") and environ.get("CI"):
        raise pytest.UsageError("--update-golden is refused in CI: what it would write has to be reviewed")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    mark = metafunc.definition.get_closest_marker("golden")
    if mark is None:
        return
    folder, suffix = mark.args
    names = sorted(_case_names(GOLDEN / folder) | _golden_names(GOLDEN / folder, suffix))
    assert names, f"no golden cases in {GOLDEN / folder}"
    metafunc.parametrize("golden", [GOLDEN / folder / f"{name}{suffix}" for name in names], ids=names)


@pytest.fixture(autouse=True, scope="session")
def no_answers_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What `check` keeps for the next time is kept apart from what it keeps for whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STORYC_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(autouse=True, scope="session")
def no_proxy_of_the_user() -> Iterator[None]:
    """The services of the tests are on this machine, and nothing stands before them."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in environ if name.lower().endswith("_proxy")]:
            patch.delenv(name)
        yield


@pytest.fixture
def case(golden: Path, request: pytest.FixtureRequest) -> Path:
    """The script to start from."""
    mark = request.node.get_closest_marker("golden")
    stem = golden.name.removesuffix(mark.args[1])
    found = golden.with_name(f"{stem}{SCRIPT_SUFFIX}")
    if not found.exists():
        found = golden.with_name(stem) / MAIN
    if not found.exists():
        if request.config.getoption("--update-golden"):
            golden.unlink()
            pytest.skip("removed: it had no case")
        pytest.fail(f"{golden.name} has no case: remove it, or run pytest --update-golden", pytrace=False)
    return found


@pytest.fixture
def expect(golden: Path, request: pytest.FixtureRequest) -> Callable[[str], None]:
    """A function that compares an output with the golden of this case, or writes it there if asked to."""

    def compare(output: str) -> None:
        expected = golden.read_bytes().decode() if golden.exists() else None
        if output == expected:
            return
        if request.config.getoption("--update-golden"):
            golden.write_bytes(output.encode())
            return
        if expected is None:
            pytest.fail(f"{golden.name} is missing: run pytest --update-golden and review it", pytrace=False)
        changes = unified_diff(expected.splitlines(), output.splitlines(), "golden", "now", lineterm="")
        pytest.fail("\n".join((f"{golden.name} is different", *changes)), pytrace=False)

    return compare


def _case_names(folder: Path) -> set[str]:
    return {path.stem for path in folder.glob(f"*{SCRIPT_SUFFIX}")} | {
        path.parent.name for path in folder.glob(f"*/{MAIN}")
    }


def _golden_names(folder: Path, suffix: str) -> set[str]:
    return {path.name.removesuffix(suffix) for path in folder.glob(f"*{suffix}") if path.is_file()}

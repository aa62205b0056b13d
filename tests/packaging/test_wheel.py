"""What a user installs: a wheel made from the source distribution, in an environment that never saw the checkout."""

import tarfile
from json import loads
from os import environ
from pathlib import Path
from shutil import copytree
from subprocess import run
from sys import executable
from sysconfig import get_path
from venv import create

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/storyc.toml"))
SHELL = {name: value for name, value in environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}

pytestmark = pytest.mark.slow


def sh(*command: str | Path, cwd: Path) -> str:
    ended = run(list(map(str, command)), cwd=cwd, env=SHELL, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, f"{ended.stdout}\n{ended.stderr}"
    return ended.stdout


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution, unpacked."""
    folder = tmp_path_factory.mktemp("sdist")
    sh(executable, "-m", "hatchling", "build", "--target", "sdist", "--directory", folder, cwd=ROOT)
    (archive,) = folder.glob("*.tar.gz")
    with tarfile.open(archive) as files:
        files.extraction_filter = getattr(tarfile, "data_filter", None)  # which Python has since 3.11.4
        files.extractall(folder)
    return next(path for path in folder.iterdir() if path.is_dir())


@pytest.fixture(scope="module")
def environment(unpacked: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel; the libraries are lent by the environment that runs the tests."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = (executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
    sh(*pip, "wheel", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", folder, unpacked, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    fresh = folder / "environment"
    create(fresh)
    sh(*pip, "--python", fresh / "bin" / "python", "install", "--no-deps", "--no-index", wheel, cwd=folder)
    (installed_into,) = fresh.glob("lib/python*/site-packages")
    (installed_into / "lent.pth").write_text(get_path("purelib"), "utf-8")
    return fresh


@pytest.fixture(scope="module")
def package(environment: Path) -> Path:
    """The installed package."""
    (found,) = environment.glob("lib/python*/site-packages/storyc")
    return found


def test_the_installed_package_is_the_one_that_runs(environment: Path, package: Path) -> None:
    where = sh(environment / "bin" / "python", "-c", "import storyc; print(storyc.__path__[0])", cwd=environment)
    assert Path(where.strip()) == package


def test_the_grammar_ships_with_its_tables(package: Path) -> None:
    grammar = package / "_grammar"
    assert (grammar / "story.lark").read_bytes() == (ROOT / "grammar" / "story.lark").read_bytes()
    assert (grammar / "README.md").exists()
    assert (package / "syntax" / "_tables.py").exists()


def test_every_file_of_the_package_ships(package: Path) -> None:
    ours = {path.relative_to(ROOT / "storyc") for path in (ROOT / "storyc").rglob("*.*") if path.is_file()}
    shipped = {path.relative_to(package) for path in package.rglob("*.*")}
    assert not {path for path in ours - shipped if "__pycache__" not in path.parts}


def test_nothing_but_the_package_is_installed(package: Path) -> None:
    names = {path.name for path in package.parent.iterdir()}
    assert {name for name in names if not name.endswith(".dist-info")} <= {"storyc", "lent.pth", "__pycache__"}


def test_the_source_distribution_holds_what_the_tests_need(unpacked: Path) -> None:
    assert {"storyc", "grammar", "examples", "tests", "README.md", "LICENSE"} <= {
        path.name for path in unpacked.iterdir()
    }


def test_there_are_examples() -> None:
    assert EXAMPLES


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_an_example_compiles(example: Path, environment: Path, tmp_path: Path) -> None:
    project = copytree(example, tmp_path / example.name)
    units = loads(sh(environment / "bin" / "storyc", "compile", cwd=project))["units"]
    assert units
    assert all(unit["request"] for unit in units)

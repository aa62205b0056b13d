"""The example projects and the scripts of the language reference do what they promise."""

import json
import re
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from tests.e2e.conftest import CHECKOUT, Desk

EXAMPLES = sorted(path.parent.name for path in (CHECKOUT / "examples").glob("*/storyc.toml"))
BIG = {"long-night"}
REFERENCE = (CHECKOUT / "grammar" / "README.md").read_text("utf-8")
SCRIPTS = re.findall(r"^```story\n(.*?)^```$", REFERENCE, re.DOTALL | re.MULTILINE)


def example(name: str) -> str:
    return str(CHECKOUT / "examples" / name)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_has_nothing_wrong(desk: Desk, name: str) -> None:
    code, out, err = desk.run("check", example(name))
    assert (code, out) == (0, "")
    assert err.endswith("checked, nothing to say\n")


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_compiles_to_the_same_bytes_every_time(desk: Desk, name: str) -> None:
    code, out, err = desk.run("compile", example(name))
    assert (code, err) == (0, "")
    assert json.loads(out)["units"]
    assert desk.run("compile", example(name)).out == out


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.slow) if name in BIG else name for name in EXAMPLES]
)
def test_an_example_builds(desk: Desk, name: str) -> None:
    copytree(example(name), desk.root / name, ignore=ignore_patterns("build", ".storyc"))
    code, out, err = desk.run("build", name)
    assert code == 0, err
    assert out.splitlines() == [f"{name}/build/storyboard.html", f"{name}/build/storyboard.md"]
    assert all((desk.root / line).stat().st_size for line in out.splitlines())
    pictures = list((desk.root / name / "build" / "art").iterdir())
    assert err.startswith(f"{len(pictures)} pictures: ")


def test_the_reference_has_scripts() -> None:
    assert len(SCRIPTS) > 10


@pytest.mark.parametrize("number", range(len(SCRIPTS)))
def test_a_script_of_the_reference_compiles(desk: Desk, number: int) -> None:
    code, out, err = desk.run("compile", desk.write(SCRIPTS[number]))
    assert code == 0, err
    assert "error[" not in err
    assert json.loads(out)["units"]


def test_links_of_the_reference_lead_somewhere() -> None:
    assert all(Path(CHECKOUT, "grammar", target).exists() for target in re.findall(r"\]\(([\w./-]+)\)", REFERENCE))

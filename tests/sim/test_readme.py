"""What the page about the simulator says is so."""

from pathlib import Path
from re import DOTALL, MULTILINE, findall, search
from tomllib import loads
from typing import get_args

from storyc.cli.sim import command
from storyc.sim import read_fault_plan
from storyc.sim.faults import Kind
from storyc.sim.routes import Endpoint

PAGE = (Path(__file__).parents[2] / "storyc" / "sim" / "README.md").read_text("utf-8")
EVERYWHERE = {"--color", "--quiet", "--verbose", "--no-input", "--port"}


def test_every_fault_is_explained() -> None:
    rows = findall(r"^\| ((?:`[a-z-]+`(?:, )?)+) \|", PAGE.partition("| kind |")[2], flags=MULTILINE)
    assert sorted(kind.strip("`") for row in rows for kind in row.split(", ")) == sorted(get_args(Kind))


def test_the_plan_that_is_shown_can_be_read() -> None:
    shown = search(r"```toml\n(.*?)```", PAGE, DOTALL)
    assert shown is not None
    assert len(read_fault_plan(loads(shown[1])).fault) == 2
    assert " ".join(get_args(Endpoint)) in shown[1]


def test_every_switch_is_explained() -> None:
    options = {name for option in command.params for name in (*option.opts, *option.secondary_opts) if name[:2] == "--"}
    assert {*findall(r"--[a-z][a-z-]+", PAGE)} == options - EVERYWHERE

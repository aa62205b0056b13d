"""What somebody hears who does not see the page: the tree that the browser gives to a screen reader, beside an accepted one.

`pytest --update-golden` accepts what is heard now.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from storyc.storyboard import Storyboard

Write = Callable[..., str]
OpenPage = Callable[..., Any]

ACCEPTED = Path(__file__).parent / "heard"


@pytest.mark.parametrize("name", ["harbour", "fox"])
def test_the_page_is_heard_as_it_was_accepted(
    write: Write, open_page: OpenPage, request: pytest.FixtureRequest, name: str
) -> None:
    board: Storyboard = request.getfixturevalue(name)
    with open_page(write(board)) as visit:
        heard = visit.page.locator("main").aria_snapshot() + "\n"
    accepted = ACCEPTED / f"{name}.yaml"
    if request.config.getoption("--update-golden"):
        ACCEPTED.mkdir(exist_ok=True)
        accepted.write_text(heard, "utf-8")
        return
    assert heard == accepted.read_text("utf-8")

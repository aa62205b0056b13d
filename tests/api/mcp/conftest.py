"""The SDK is needed here, and comes with the `mcp` extra."""

from collections.abc import Iterator
from importlib.util import find_spec

import pytest

collect_ignore_glob = [] if find_spec("mcp") else ["test_*.py"]


@pytest.fixture(autouse=True)
def _nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """What goes wrong is raised; the SDK's log does not reach a terminal, and the key reaches neither."""
    yield
    assert capfd.readouterr() == ("", "")

"""What the examples compile to is what the service's own client would send."""

from collections.abc import Mapping
from json import loads
from pathlib import Path
from typing import Any

import pytest
from llamagen import LlamaGenClient

from storyc.cli import run

EXAMPLES = Path(__file__).parents[2] / "examples"


class Recorder:
    """A transport that keeps the body of the last request."""

    sent: Any = None

    def request(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None, timeout: float
    ) -> tuple[int, Mapping[str, str], bytes]:
        assert (method, url) == ("POST", "https://api.llamagen.ai/v1/comics/generations")
        assert headers
        assert timeout
        self.sent = loads(body or b"null")
        return 200, {}, b"{}"


@pytest.mark.parametrize("name", sorted(folder.name for folder in EXAMPLES.iterdir()))
def test_the_official_client_sends_every_compiled_request_unchanged(
    name: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(["compile", str(EXAMPLES / name)]) == 0
    recorder = Recorder()
    client = LlamaGenClient(api_key="key", transport=recorder)
    units = loads(capfdbinary.readouterr().out)["units"]
    assert units
    for unit in units:
        client.comic.create(unit["request"])
        assert recorder.sent == unit["request"]

"""What is known of the Comic API: examples from its documents and clients, and what the clients were seen to do."""

from json import loads
from pathlib import Path
from typing import Any

EXAMPLES: dict[str, Any] = loads(Path(__file__).with_name("comic-api-examples.json").read_text(encoding="utf-8"))


def pytest_generate_tests(metafunc: Any) -> None:
    """Give a test that asks for `example`, `check`, `refusal` or `vector` one run for each that is known."""
    tables = {
        "example": (EXAMPLES["examples"], "id"),
        "check": (EXAMPLES["client_check_matrix"], "name"),
        "refusal": (EXAMPLES["error_examples"], "source"),
        "vector": (EXAMPLES["webhooks"]["vectors"], "form"),
    }
    for name, (rows, label) in tables.items():
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, rows, ids=[row[label] for row in rows])
    if "known" in metafunc.fixturenames:
        metafunc.parametrize("known", [EXAMPLES], ids=["all"])

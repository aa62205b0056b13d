import re
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Path]:
    """Give the examples, and the scripts of the language's own guide."""
    folder = tmp_path_factory.mktemp("guide")
    guide = (ROOT / "grammar" / "README.md").read_text("utf-8")
    written = [folder / f"{index:02}.story" for index, _ in enumerate(re.findall("^```story$", guide, re.MULTILINE))]
    for path, text in zip(written, re.findall(r"^```story\n(.*?)^```$", guide, re.DOTALL | re.MULTILINE), strict=True):
        path.write_text(text, "utf-8")
    return (*sorted((ROOT / "examples").glob("*/*.story")), *written)

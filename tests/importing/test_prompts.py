"""A prompt that storyc wrote comes back as a story that becomes the same prompt."""

from pathlib import Path

import pytest

from storyc.importing import detect, import_text
from storyc.lowering import local_files, lower, units
from storyc.project import check_sources
from storyc.text import DiskFiles, Files, MemoryFiles
from storyc.wire import NEWEST, CreateComic

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ("glowing-key", "harbour-light", "kite", "fox-lunchbox", "paper-lantern")


def prompts(entry: str, files: Files) -> list[str]:
    checked = check_sources(entry, files, {})
    assert checked.program is not None, [said.message for said in checked.diagnostics]
    board = lower(checked.program)
    digests = dict.fromkeys(local_files(board), "0" * 64)
    requests = (unit.request for unit in units(board, NEWEST, digests).units)
    return [request.prompt for request in requests if isinstance(request, CreateComic)]


@pytest.mark.parametrize("name", NAMES)
def test_a_prompt_comes_back(name: str) -> None:
    for prompt in prompts(f"{name}.story", DiskFiles(EXAMPLES / name)):
        assert detect(prompt)[0].dialect == "prompt"
        imported = import_text(prompt, "prompt")
        assert not imported.findings
        assert prompts("again.story", MemoryFiles({"again.story": imported.text.encode()})) == [prompt]

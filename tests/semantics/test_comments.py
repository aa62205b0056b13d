"""What is only for people never reaches anybody else, wherever in a line it stands."""

import pytest

from storyc.lowering import lower, units
from storyc.project import check_sources
from storyc.text import MemoryFiles
from storyc.wire import NEWEST, CreateComic

HEAD = "Title: C\n\nCAST\n\nMARA: A pilot.\n\nPAGE 1\n\nPANEL 1\nRain.\n\n"


def sent(body: str) -> str:
    files = MemoryFiles({"main.story": (HEAD + body).encode()})
    checked = check_sources("main.story", files, {})
    assert checked.program is not None, checked.diagnostics
    (unit,) = units(lower(checked.program), NEWEST, {}).units
    assert isinstance(unit.request, CreateComic)
    return unit.request.prompt


@pytest.mark.parametrize(
    "body",
    [
        "the lighthouse at the end: dark. /* secret */\n",
        "Wait /* secret */: now. /* secret */ and more\n",
        "MARA\nWait: now. /* secret */ then\n",
        "MARA\nWait /* secret: */: now.\n",
        "the end (odd /* secret */ how): dark. /* secret\nover lines secret */ after\n",
        "MARA\n> turned around /* secret */\n",
        "MARA\n# numbered /* secret */ words\n",
        "MARA\n= a synopsis /* secret\nsecret */ words\n",
        "MARA: Well. /* secret */\nWait: now. /* secret */\n",
        "CAPTION (locale): Here. /* secret */\nthere: /* secret */ gone.\n",
        "SFX: KRSH /* secret */\n",
        "Rain. /* secret /* secret */ secret */ More rain.\n",
    ],
)
def test_comments_are_for_people(body: str) -> None:
    assert "secret" not in sent(body)

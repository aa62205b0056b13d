"""The guide of the language, in pieces that an agent can read one at a time."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import storyc
from storyc.diagnostics import closest
from storyc.errors import UsageError

_PACKAGE: Final = Path(storyc.__file__).parent
_PLACES: Final = (_PACKAGE.parent / "grammar" / "README.md", _PACKAGE / "_grammar" / "README.md")
"""In a checkout, and where it is installed."""
FIRST: Final = "a first script"


def read_guide(topic: str) -> dict[str, object]:
    """Return what the guide says about a topic, and which topics there are. Raises: UsageError for any other topic."""
    topics = _topics()
    wanted = topic.casefold().strip()
    found = next((name for name in topics if name == wanted), None) or next(
        (name for name in topics if wanted in re.split(r"\W+", name)), None
    )
    if found is None:
        near = closest(wanted, topics)
        hint = f"did you mean `{near}`?" if near else f"topics are: {'; '.join(topics)}"
        raise UsageError(f"the guide has nothing about `{topic}`", hint=hint)
    return {"topic": found, "text": topics[found], "topics": list(topics)}


@cache
def _topics() -> Mapping[str, str]:
    """Return the sections of the guide by their titles, in small letters."""
    text = next(path for path in _PLACES if path.is_file()).read_text("utf-8")
    titled = re.split(r"^## (.+)\n", text, flags=re.MULTILINE)[1:]
    return {title.casefold(): body.strip() for title, body in zip(titled[::2], titled[1::2], strict=True)}

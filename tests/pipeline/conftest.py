"""A story of two pages and a clip, and a place to build it."""

from pathlib import Path

import pytest

from storyc.building import BuildEvent
from storyc.pipeline import BuildOptions, Front, Summary, build
from storyc.project import Config, Project
from storyc.storyboard import (
    Action,
    Character,
    Clip,
    Credits,
    Page,
    Panel,
    PanelKey,
    Reference,
    Run,
    Speech,
    Storyboard,
)


def story(*words: str) -> Storyboard:
    """One page of two panels for each word, a character with a reference picture, and a clip."""
    pages = tuple(
        Page(
            ordinal=ordinal,
            panels=(
                Panel(
                    ordinal=1,
                    items=(Action(text=f"{word}."), Speech(speakers=("MARA",), text=(Run("Well."),))),
                    cast=("MARA",),
                ),
                Panel(ordinal=2, items=(Action(text=f"{word} again."),)),
            ),
        )
        for ordinal, word in enumerate(words, 1)
    )
    mara = Character(name="MARA", age=34, references=(Reference(target="mara.png", is_local=True),))
    clip = Clip(ordinal=1, prompt="The rain stops.", first_frame=PanelKey(1, 1))
    return Storyboard(
        credits=Credits(title="The Harbour Light"),
        size="512x512",
        layout="pages",
        cast=(mara,),
        pages=pages,
        clips=(clip,),
    )


class Place:
    def __init__(self, root: Path, config: Config) -> None:
        self.root = root
        self.here = Project(root, "main.story", config)
        self.events: list[BuildEvent] = []
        (root / "mara.png").write_bytes(b"\x89PNG")

    def build(self, board: Storyboard) -> Summary:
        self.events.clear()
        return build(self.here, board, BuildOptions(), Front(report=self.events.append))

    def files(self) -> dict[str, int]:
        """Everything in the build folder, with the time of its last change."""
        return {
            str(path.relative_to(self.root)): path.stat().st_mtime_ns
            for path in sorted((self.root / "build").rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def project(tmp_path: Path) -> Place:
    return Place(tmp_path, Config())

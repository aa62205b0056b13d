"""Makes the pictures of the extension's pages from those that a run of these tests has taken.

python -m tests.editors.vscode.pictures FOLDER
"""

import sys
from pathlib import Path
from typing import Final

from PIL import Image

IMAGES: Final = Path(__file__).parents[3] / "grammar/editors/vscode/images"
SHOWN: Final = {"harbour-light": "script", "fixes": "fixes", "storyboard": "storyboard"}
"""What the pictures are called there."""
COLOURS: Final = 64


def make_pictures(folder: Path) -> None:
    """Make them: as few colours as a window needs, for what readers have to load."""
    IMAGES.mkdir(exist_ok=True)
    for name, shown in SHOWN.items():
        with Image.open(folder / f"{name}.png") as picture:
            few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
            few.save(IMAGES / f"{shown}.png", optimize=True)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    make_pictures(Path(sys.argv[1]))

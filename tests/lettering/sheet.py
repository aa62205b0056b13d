"""A page with every kind of lettering on pictures of several shapes, and the picture of it that was found good.

Run as `python -m tests.lettering.sheet` from the root of the checkout to take that picture anew; then look at it.
"""

from io import BytesIO
from pathlib import Path
from shutil import which
from subprocess import run
from tempfile import TemporaryDirectory

from msgspec import Struct
from PIL import Image

from storyc.lettering import Lettered, letter_panel, style_sheet, to_svg
from storyc.storyboard import Emphasis, Panel, PanelItem, Reading, Run, Sfx, Speech, Title
from tests.lettering.panels import CAST, caption, say

BROWSER = which("chromium") or which("chromium-browser") or which("google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    "--force-device-scale-factor=1",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
ACCEPTED = Path(__file__).with_name("accepted.png")
WINDOW_PX = (1280, 1190)
_COLUMN_PX = 312
_STYLE = """
body { margin: 0; padding: 4px; background: #8fa3b3; columns: 4; column-gap: 6px; }
svg { display: block; width: 100%; height: auto; margin-bottom: 6px; background: #b9c7d2; break-inside: avoid; }
"""


class Shown(Struct, frozen=True, gc=False):
    """A panel of the sheet."""

    items: tuple[PanelItem, ...]
    size_px: tuple[int, int] = (1024, 640)
    reading: Reading = "left-to-right"
    language: str = "en"

    @property
    def panel(self) -> Panel:
        """Return the panel, with everybody in it who speaks."""
        heard = {name for item in self.items if isinstance(item, Speech) for name in item.speakers}
        return Panel(1, cast=tuple(name for name in CAST if name in heard), items=self.items)

    def lettered(self) -> Lettered:
        """Return its lettering."""
        return letter_panel(self.panel, *self.size_px, reading=self.reading, language=self.language)


SHOWN = (
    Shown((say("MARA", "Forty years and it never went out. Not in the war, not in the flood."), say("TOBY", "Until tonight?"), say("MARA", "Until tonight."))),
    Shown((say("MARA", "I should not have come here.", "thought"), say("TOBY", "Harbour control, do you copy? Over.", "radio"))),
    Shown((say("MARA", "AFFIRMATIVE. THE UNIT IS READY.", "robot"), say("TOBY", "I can’t feel my legs…", "weak"))),
    Shown((say("MARA", "Fly me to the moon", "sing"), say("TOBY", "We have been expecting you.", "double-outline"))),
    Shown((say("MARA", "First I said this."), say("MARA", "Then, after a while, I said that too.", "joined"), say("TOBY", "Who’s there?", "off"))),
    Shown((say("MARA", "Where is the lighthouse?", "translated"), say("TOBY", "Oh no.", "small"), say("MARA", "RUN!", "large"))),
    Shown((say("MARA", "You first!"), say("TOBY", "No, you first!", is_dual=True), Speech(("MARA", "TOBY"), (Run("Together, then."),)))),
    Shown((caption("A plain caption."), caption("I never liked the sea.", "monologue"), caption("Come home at once.", "spoken"), caption("Long ago, on the island…", "floating"), caption("* See issue 4. -Ed.", "editorial"))),
    Shown((Sfx((Run("KRSSHHH"),)), say("MARA", "What was that?"), Sfx((Run("boom"),), modifiers=("small",)))),
    Shown(
        (
            caption("Port Ansel. 3:12 a.m.", "locale"),
            Speech(("MARA",), (Run("You "), Run("never", Emphasis.BOLD | Emphasis.ITALIC), Run(" said it was "), Run("haunted", Emphasis.BOLD), Run("."))),
            say("TOBY", "You never asked.", "whisper"),
            say("MARA", "GET DOWN!", "burst"),
            caption("It was the last time we saw him.", "narrator"),
        ),
        (768, 1024),
    ),
    Shown((Title((Run("The Harbour Light"),)), caption("Port Ansel. 3:12 a.m.", "locale")), (1024, 1024)),
    Shown(
        (say("MARA", "灯台の明かりが消えた。四十年間、一度もなかったことだ!"), say("TOBY", "本当に?"), Sfx((Run("ドーン"),)), say("MARA", "急げ、TOBY!!", "burst")),
        (768, 1024), "right-to-left", "ja",
    ),
    Shown((say("MARA", "In a webtoon everything runs down."), say("TOBY", "And down."), say("MARA", "And down, with much more air between the balloons.")), (768, 1200), "vertical"),
    Shown((say("MARA", "A very wide panel has plenty of room for all of us."), say("TOBY", "It does."), say("EVA", "Indeed! And I stand at the far right, where nobody hears me.")), (1536, 640)),
    Shown(tuple(say(CAST[number % 2], words) for number, words in enumerate(("One is never enough.", "Two might do.", "Three is a crowd, they say.", "Four is a chorus of complaints.", "Five, and the letterer weeps.", "Six."))), (640, 640)),
)  # fmt: skip


def sheet(shown: tuple[Shown, ...] = SHOWN, *, script: str = "") -> str:
    """Return the page."""
    css = style_sheet((one.panel for one in shown), "en")
    pictures = "".join(to_svg(one.lettered()) for one in shown)
    return f"<!doctype html><meta charset=utf-8><title>Lettering</title><style>{_STYLE}{css}</style>{pictures}{script}"


def browse(page: str, *flags: str, folder: Path) -> str:
    """Return what the browser prints about a page."""
    path = folder / "sheet.html"
    path.write_text(page, "utf-8")
    command = [str(BROWSER), *FLAGS, f"--user-data-dir={folder / 'profile'}", *flags, path.as_uri()]
    return run(command, capture_output=True, check=True, text=True, encoding="utf-8", timeout=120).stdout


def photograph(page: str, folder: Path) -> Image.Image:
    """Return how a page looks."""
    taken = folder / "taken.png"
    browse(page, f"--window-size={WINDOW_PX[0]},{WINDOW_PX[1]}", f"--screenshot={taken}", folder=folder)
    return Image.open(BytesIO(taken.read_bytes())).convert("RGB")


def main() -> None:
    """Take the picture anew."""
    with TemporaryDirectory() as folder:
        picture = photograph(sheet(), Path(folder))
    picture.quantize(48, dither=Image.Dither.NONE).save(ACCEPTED, optimize=True)


if __name__ == "__main__":
    main()

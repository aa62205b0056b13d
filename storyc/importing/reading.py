"""The dialects, and who reads each."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from .draft import Draft
from .prompting import PromptReader
from .rows import rows
from .script import ScriptReader
from .translating import Serifu, Translator, csmd, markdown, moon_crystal, panels, translated


class Dialect(Struct, frozen=True, gc=False):
    """A way to write scripts."""

    name: str
    about: str
    read: Callable[[str, Draft], None]
    """Takes a tidy text in."""


def _screenplay(text: str, draft: Draft) -> None:
    ScriptReader(rows(text), draft, has_pages=False).read()


def _comic(text: str, draft: Draft) -> None:
    ScriptReader(rows(text), draft, has_pages=True).read()


def _translating(translator: Callable[[], Translator]) -> Callable[[str, Draft], None]:
    """Return a reader of a dialect that is translated line by line; each text has a translator of its own."""

    def read(text: str, draft: Draft) -> None:
        ScriptReader(translated(rows(text), translator(), draft), draft, has_pages=True).read()

    return read


def _prompt(text: str, draft: Draft) -> None:
    PromptReader(draft).read(text)


DIALECTS: Mapping[str, Dialect] = {
    one.name: one
    for one in (
        Dialect("fountain", "a screenplay in Fountain, without pages or panels", _screenplay),
        Dialect("comic", "full script: `PAGE ONE`, `PANEL 1`, `NAME: words`", _comic),
        Dialect("johnston", "comics in Fountain: `**PAGE 1**`, `_PANEL 1_`", _comic),
        Dialect("beat", "comics in Beat: `#Script page {{serial page = 1}}`, `.Panel 1`", _comic),
        Dialect("starc", "exports of STARC: `# PAGE 1`, `.PANEL 1`", _comic),
        Dialect("mangaplay", "`# PAGE 3 INT. X - DAY`, `Panel 2 [wide]`, `SFX X`", _comic),
        Dialect("comic-writer", "`Page 1`, `Panel 1`, and labels behind a tab", _comic),
        Dialect("panels", "Panels: pages parted by `---`, panels `[3]`", _translating(lambda: panels)),
        Dialect("serifu", "`# 3`, `- description`, `Name/Style: words`", _translating(Serifu)),
        Dialect("csmd", "comic script Markdown: `# page`, `## panel`, `@ NAME`", _translating(lambda: csmd)),
        Dialect(
            "markdown", "Markdown: `# PAGE 1`, `## description`, `### Name`, items", _translating(lambda: markdown)
        ),
        Dialect("moon-crystal", "single letters: `P`, `p`", _translating(lambda: moon_crystal)),
        Dialect("prompt", "a prompt of the Comic API in its five sections", _prompt),
    )
}

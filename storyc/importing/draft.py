"""What a reader of foreign scripts makes: the parts of a script, in order, before anything is written.

Texts in it are as `.story` writes them inside a line: Fountain's emphasis, a backslash before a mark that means nothing.
What no line may hold (an opening of a note or of a comment, a name in braces) is taken care of where lines are written.
"""

from typing import Literal, TypeAlias

from msgspec import Struct

FindingKind = Literal["guessed", "changed", "lost"]


class Finding(Struct, frozen=True, gc=False):
    """Something about a line that its writer should look at."""

    kind: FindingKind
    """`guessed`: it could be read in another way; `changed`: its words stand elsewhere or differently; `lost`: not carried."""
    line: int
    """Of the foreign script, from 1; 0 if it is about the whole."""
    message: str
    """In one line, without a full stop."""
    text: str = ""
    """The line, or what of it the finding is about."""


class PageStart(Struct, frozen=True, gc=False):
    """A page begins."""

    line: int
    number: str = ""
    """As written; empty if there was none."""
    last: str = ""
    """The second number of a spread."""
    count: str = ""
    """How many panels its heading promises, as written."""
    tags: tuple[str, ...] = ()


class PanelStart(Struct, frozen=True, gc=False):
    """A panel begins."""

    line: int
    number: str = ""
    tags: tuple[str, ...] = ()


class Slug(Struct, frozen=True, gc=False):
    """A place and a time, in force from here."""

    line: int
    text: str


class Prose(Struct, frozen=True, gc=False):
    """A paragraph of description."""

    line: int
    lines: tuple[str, ...]


class Balloon(Struct, frozen=True, gc=False):
    """Words under one direction."""

    lines: tuple[str, ...]
    direction: str = ""
    """What stood in brackets above them."""
    is_sung: bool = False


class Speech(Struct, frozen=True, gc=False):
    """What somebody says, in one go."""

    line: int
    speakers: tuple[str, ...]
    how: tuple[str, ...]
    balloons: tuple[Balloon, ...]
    is_dual: bool = False


LetteringLabel = Literal["CAPTION", "SFX", "TITLE", "TEXT"]


class Lettering(Struct, frozen=True, gc=False):
    """Letters that nobody speaks."""

    line: int
    label: LetteringLabel
    how: tuple[str, ...]
    lines: tuple[str, ...]


class Remark(Struct, frozen=True, gc=False):
    """A labelled note to somebody: ARTIST, COLORIST, LETTERER, EDITOR, NOTE or PROMPT."""

    line: int
    label: str
    lines: tuple[str, ...]


class Note(Struct, frozen=True, gc=False):
    """A remark in double brackets."""

    line: int
    text: str


class Comment(Struct, frozen=True, gc=False):
    """What was cut."""

    line: int
    text: str


class Synopsis(Struct, frozen=True, gc=False):
    """What happens, for the writer."""

    line: int
    text: str


class Section(Struct, frozen=True, gc=False):
    """A heading above pages."""

    line: int
    depth: int
    text: str


class Transition(Struct, frozen=True, gc=False):
    """`CUT TO:` and its kin."""

    line: int
    text: str


Element: TypeAlias = (
    PageStart | PanelStart | Slug | Prose | Speech | Lettering | Remark | Note | Comment | Synopsis | Section | Transition
)  # fmt: skip


class Entry(Struct, frozen=True, gc=False):
    """Something declared: somebody of the cast, a place, a thing, or a setting."""

    name: str
    description: str = ""
    aliases: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()


class Draft(Struct):
    """A script that was read, to be written."""

    title: dict[str, str] = {}
    """Fields of the title page, by key of the `.story` language; lines are parted by line feeds."""
    blocks: dict[str, list[Entry]] = {}
    """Entries by the heading of their block."""
    elements: list[Element] = []
    findings: list[Finding] = []
    has_pages: bool = False
    """Whether pages and panels are the writer's; otherwise they are laid out here."""
    taken: dict[int, str] = {}
    """By line, the words that were understood and are not written as words."""
    known_names: dict[str, str] = {}
    """Names and aliases of the first entries of the cast, folded, with the names that they stand for."""
    known_entries: int = 0
    """How many entries of the cast `known_names` covers."""
    listed_names: dict[str, list[str]] = {}
    """Names of described characters, by what may be short for them."""
    listed_entries: int = 0
    """How many entries of the cast `listed_names` covers."""

    def find(self, kind: FindingKind, line: int, message: str, text: str = "") -> None:
        """Add a finding."""
        self.findings.append(Finding(kind, line, message, text))

    def take(self, line: int, text: str) -> None:
        """Note words of a line that were understood, and that the script says in another way."""
        self.taken[line] = f"{self.taken.get(line, '')} {text}"

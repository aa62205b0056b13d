"""What can be said about a script: a code, a place, a message, and what to do."""

from collections.abc import Sequence
from enum import Enum
from typing import Generic, TypeVar

from msgspec import Struct

from storyc.text import Span

T_co = TypeVar("T_co", covariant=True)


class Severity(Enum):
    """How bad it is. Only errors keep a script from compiling."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Code(Struct, frozen=True, gc=False):
    """One kind of diagnostic; declared once, never reused."""

    number: str
    """`SC` and four digits; the first two are the family."""
    name: str
    """Kebab-case, as it is typed after `storyc explain`."""
    severity: Severity
    explanation: str
    """Why it matters and how to mend it, in Markdown."""
    example: str
    """A script that shows this diagnostic and no other."""
    bought: str = ""
    """The example as it was when its pictures were bought; empty if nothing has to be bought to show the diagnostic."""


class Label(Struct, frozen=True, gc=False):
    """A span of a source with a few words about it."""

    source: str
    span: Span
    text: str = ""


class Edit(Struct, frozen=True, gc=False):
    """Replace a span of a source by a text."""

    source: str
    span: Span
    text: str


class Fix(Struct, frozen=True, gc=False):
    """Edits that mend a diagnostic; they never overlap."""

    title: str
    edits: tuple[Edit, ...]
    is_safe: bool = True
    """Whether it may be applied without looking: the meaning can only become what was meant."""


class Diagnostic(Struct, frozen=True, gc=False):
    """One finding."""

    code: Code
    message: str
    """What is wrong, in one line, without a full stop."""
    primary: Label
    labels: tuple[Label, ...] = ()
    """Other places that explain it, also in other sources."""
    helps: tuple[str, ...] = ()
    """What to do, a sentence each."""
    fixes: tuple[Fix, ...] = ()

    @property
    def severity(self) -> Severity:
        """Return the severity of the code."""
        return self.code.severity

    @property
    def is_error(self) -> bool:
        """Whether the script cannot be compiled because of this."""
        return self.code.severity is Severity.ERROR


class Outcome(Struct, Generic[T_co], frozen=True, gc=False):
    """The value of a phase and all that it has to say, in the order of the text."""

    value: T_co
    diagnostics: tuple[Diagnostic, ...] = ()


def has_errors(diagnostics: Sequence[Diagnostic]) -> bool:
    """Return whether any of them is an error."""
    return any(said.is_error for said in diagnostics)

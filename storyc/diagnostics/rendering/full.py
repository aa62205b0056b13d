"""The form for people: what is wrong, the lines it is about with the place underlined, and what to do.

error[SC0201 unknown-character]: nobody called `TOBBY` is in the cast
 --> harbour.story:41:1
41 | TOBBY (whisper)
   | ^^^^^ speaks here
   = help: did you mean `TOBY`?
"""

from collections.abc import Iterator, Mapping, Sequence

from storyc.diagnostics import Diagnostic, Label, Severity
from storyc.text import Source

from .excerpt import Row, excerpt
from .look import Look
from .marks import marks
from .pen import Pen, Style, make_pen
from .wording import advice, summary, title

NARROWEST_GUTTER = 2
"""Line numbers below ten stand where those below a hundred do, so that the messages of a short script line up."""


def render(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source], look: Look) -> str:
    """Return a block for each diagnostic, a blank line after each, and at last a line that counts them."""
    blocks = (*("\n".join(_block(said, sources, look)) for said in diagnostics), summary(diagnostics))
    return "\n\n".join(blocks) + "\n" if diagnostics else ""


def point_out(label: Label, source: Source, look: Look) -> str:
    """Return a place and its line with the place underlined, as below the message of an error, without a line end."""
    pen = make_pen(look, Severity.ERROR)
    margin = Margin(max(NARROWEST_GUTTER, *_digits({source.name: [label]}, {source.name: source})), pen)
    marked = list(marks(source, label, is_primary=True))
    return "\n".join((margin.arrow(source, label, pen.glyphs.here), *map(margin.row, excerpt(source, marked, pen))))


def _block(said: Diagnostic, sources: Mapping[str, Source], look: Look) -> Iterator[str]:
    pen = make_pen(look, said.severity)
    kind = pen.paint(f"{said.severity.value}[{title(said.code)}]", pen.severity)
    yield kind + pen.paint(f": {pen.visible(said.message)}", Style.MESSAGE)

    places = _labels_by_source(said)
    margin = Margin(max(NARROWEST_GUTTER, *_digits(places, sources)), pen)
    for key, labels in places.items():
        source = sources[key]
        yield margin.arrow(source, labels[0], pen.glyphs.here if labels[0] is said.primary else pen.glyphs.there)
        marked = [mark for label in labels for mark in marks(source, label, is_primary=label is said.primary)]
        yield from (margin.row(row) for row in excerpt(source, marked, pen))
    words = advice(said)
    for rank, line in enumerate(words, start=1):
        yield margin.note(line, pen.glyphs.last_note if rank == len(words) else pen.glyphs.note)


def _labels_by_source(said: Diagnostic) -> dict[str, list[Label]]:
    """Return all labels, the primary one first, by the key of their source."""
    places: dict[str, list[Label]] = {}
    for label in (said.primary, *said.labels):
        places.setdefault(label.source, []).append(label)
    return places


def _digits(places: Mapping[str, Sequence[Label]], sources: Mapping[str, Source]) -> Iterator[int]:
    """Yield the length of the highest line number of each label."""
    for key, labels in places.items():
        yield from (len(str(sources[key].position(label.span.end).line)) for label in labels)


class Margin:
    """What stands left of the script: line numbers, bars and arrows."""

    def __init__(self, digits: int, pen: Pen) -> None:
        self._digits = digits
        self._pen = pen

    def arrow(self, source: Source, label: Label, arrow: str) -> str:
        """Return the line that names a file and a place in it."""
        start = source.position(label.span.start)
        indent = " " * (self._digits + 1 - self._pen.glyphs.arrow_overhang)
        return f"{self._paint(indent + arrow)} {self._pen.visible(source.name)}:{start.line}:{start.column}"

    def row(self, row: Row) -> str:
        """Return a row of an excerpt behind its line number and bar."""
        if row.is_gap:
            return self._paint(self._pen.glyphs.gap.rjust(self._digits + 2))
        number = "" if row.number is None else row.number
        return f"{self._paint(f'{number:>{self._digits}} {self._pen.glyphs.bar}')} {row.body}".rstrip()

    def note(self, line: str, corner: str) -> str:
        """Return a line of advice."""
        kind, _, text = line.partition(": ")
        words = f"{self._pen.paint(f'{kind}:', Style.ADVICE)} {self._pen.visible(text)}"
        return f"{self._paint(corner.rjust(self._digits + 2))} {words}"

    def _paint(self, text: str) -> str:
        return self._pen.paint(text, Style.PLACE)

"""What to take out of a script with a line or an entry that goes."""

from storyc.diagnostics import Edit
from storyc.storyboard import Origin
from storyc.syntax import Field, More
from storyc.text import Source, Span

from .story import Story


def remove_lines(source: Source, span: Span) -> Span:
    """Return the lines that a span touches, with their line ends and the blank lines behind them."""
    first = source.position(span.start).line
    start = source.line_starts[first - 1]
    line = source.position(max(span.start, span.end - 1)).line + 1
    while line <= len(source.line_starts) and source.line_span(line).is_empty:
        line += 1
    end = source.line_starts[line - 1] if line <= len(source.line_starts) else len(source.text)
    return Span(start, end)


def remove_entry(story: Story, origin: Origin) -> Edit | None:
    """Return the edit that takes an entry out of its block, None if no entry stands in the line."""
    entry = story.entry(origin)
    if entry is None:
        return None
    ends = [line.span.end for line in entry.lines if isinstance(line, Field | More)]
    source = story.documents[origin.source].source
    return Edit(origin.source, remove_lines(source, Span(entry.name_at, max(entry.span.end, *ends, 0))), "")

"""A place in a script that is being read, and what can be told about the lines around it."""

import re
from collections.abc import Sequence

from .draft import Comment, Draft, Note
from .headings import FoundHeading, find_heading
from .labels import Labels
from .rows import Row

_MARKED = re.compile(r"[=#>]\s*[^\s=#>]|[@~]\S|\.[^\s.]")


class Cursor:
    """The rows of a script, and the one to read next."""

    def __init__(self, rows: Sequence[Row], draft: Draft, *, has_pages: bool) -> None:
        self.rows = rows
        self.draft = draft
        self.has_pages = has_pages
        """Whether there are headings of pages and panels, and labels; otherwise they are nothing but words."""
        self.at = 0
        self.labels = Labels(())
        self.is_settled = True
        """Whether an empty line or a heading stands above."""
        self.beside: list[Comment | Note] = []
        """What stood beside the lines of what is not finished; it comes after it."""

    def go_on(self, lines: list[str]) -> None:
        """Add the lines that go on with a speech or a paragraph."""
        while self.at < len(self.rows):
            row = self.rows[self.at]
            if self.hides_heading(row) or not (row.text or row.is_aside):
                break
            if row.text:
                if lines and (self.begins_anew(row) or begins_marked(row)):
                    break
                lines.append(row.text)
            self.beside += row.asides
            self.at += 1

    def begins_anew(self, row: Row) -> bool:
        """Return whether a line is something of its own although no empty line stands above it."""
        if not self.has_pages:
            return False
        if find_heading(row.text) is not None or self.labels.read(row.text) is not None or row.text[0] == "@":
            return True
        return self.labels.read_cue(row.text, is_new=False) is not None and not self.ends(self.at + 1)

    def hidden_heading(self, aside: Comment | Note) -> FoundHeading | None:
        return find_heading(aside.text) if self.has_pages and isinstance(aside, Comment) else None

    def hides_heading(self, row: Row) -> bool:
        return row.is_aside and any(self.hidden_heading(aside) for aside in row.asides)

    def ends(self, at: int) -> bool:
        """Return whether no text stands on a row."""
        return at >= len(self.rows) or not self.rows[at].text


def begins_marked(row: Row) -> bool:
    """Return whether a line begins with a mark that ends a paragraph."""
    return _MARKED.match(row.text) is not None

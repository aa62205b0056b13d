"""Reads Fountain, and comic scripts in all the ways that writers have of typing them.

Both are lines and empty lines: a cue above words, a paragraph, a heading. A comic has headings of pages and panels besides,
and `label: text`; in a screenplay these are nothing but words.
"""

import re
from collections.abc import Sequence

from storyc.syntax import find_number

from .casting import read_cast
from .cursor import Cursor, begins_marked
from .draft import (
    Draft,
    Lettering,
    Note,
    PageStart,
    PanelStart,
    Prose,
    Section,
    Slug,
    Synopsis,
    Transition,
)
from .headings import FoundHeading, find_heading
from .labels import Labels
from .rows import Row
from .speaking import SpeechReader
from .titles import read_opening, read_title_page

_SLUG = re.compile(r"(?:INT|EXT|EST|I/E|INT\.?/EXT|EXT\.?/INT)(?:\.|\s).*", re.IGNORECASE)
_TRANSITION = re.compile(r"[^a-z]*TO:|FADE (?:IN|OUT)[.:]?|(?:FADE|CUT|SMASH CUT|DISSOLVE) TO [A-Z ]+[.:]?")
_PAGE_BREAK = re.compile(r"={3,}|-{3,}|\*{3,}|_{3,}")
_SCENE_NUMBER = re.compile(r"\s*#[\w.\-]{1,12}#$")
_CENTERED = re.compile(r">\s*(.*?)\s*<")
_SILENT = re.compile(r"[(\[*_]*(?:no (?:copy|dialogue|dialog|lettering)|silent(?: panel)?)[.)\]*_]*", re.IGNORECASE)


class ScriptReader:
    """Reads one script into a draft."""

    def __init__(self, rows: Sequence[Row], draft: Draft, *, has_pages: bool) -> None:
        self._cursor = Cursor(rows, draft, has_pages=has_pages)
        self._speeches = SpeechReader(self._cursor)
        self._draft = draft
        self._last_page = 0
        """The number of the page that is open, 0 if there is none."""

    def read(self) -> None:
        """Read the script."""
        draft = self._draft
        draft.has_pages = self._cursor.has_pages
        self._cursor.at = read_title_page(self._cursor.rows, draft)
        if self._cursor.has_pages:
            self._cursor.at += read_opening(self._cursor.rows[self._cursor.at :], draft)
        texts = (row.text for row in self._cursor.rows[self._cursor.at :] if row.text)
        self._cursor.labels = Labels(texts if self._cursor.has_pages else ())
        while self._cursor.at < len(self._cursor.rows):
            row = self._cursor.rows[self._cursor.at]
            if row.is_aside:
                self._cursor.at += 1
                self._asides(row)
            elif not row.text:
                self._cursor.at += 1
                self._cursor.is_settled = True
            else:
                self._block(row)
                draft.elements += self._cursor.beside
                self._cursor.beside.clear()

    # ---- what begins here

    def _block(self, row: Row) -> None:
        text = row.text
        heading = self._heading(row)
        if heading is not None:
            self._take(row)
            self._open(heading, row)
            self._asides(row)
            self._cursor.is_settled = True
            return
        if (
            self._cursor.has_pages
            and (end := read_cast(self._cursor.rows, self._cursor.at, self._draft)) > self._cursor.at
        ):
            self._cursor.at = end
            for entry in self._draft.blocks["CAST"]:
                self._cursor.labels.add(entry.name)
            return
        if not self._marked(row) and not self._speeches.read(row):
            if self._cursor.is_settled and _SLUG.fullmatch(text):
                self._take(row)
                self._slug(row, text)
            elif self._cursor.is_settled and _TRANSITION.fullmatch(text) and self._cursor.ends(self._cursor.at + 1):
                self._take(row)
                self._draft.elements.append(Transition(row.number, text))
                self._asides(row)
            else:
                self._prose()
        self._cursor.is_settled = False

    def _heading(self, row: Row) -> FoundHeading | None:
        return find_heading(row.text) if self._cursor.has_pages else None

    def _open(self, heading: FoundHeading, row: Row) -> None:
        draft, line = self._draft, row.number
        draft.take(
            line,
            row.text.replace(heading.text, " ").replace(heading.slug, " ")
            if heading.text or heading.slug
            else row.text,
        )
        if heading.kind == "page":
            number = heading.number or str(self._last_page + 1)
            self._last_page = _value(heading.last or number)
            draft.elements.append(PageStart(line, number, heading.last, heading.count, heading.tags))
        else:
            draft.elements.append(PanelStart(line, heading.number, heading.tags))
        if heading.odd_range:
            draft.find("changed", line, f"{heading.kind}s {heading.odd_range} became one {heading.kind}", row.text)
            draft.elements.append(Note(line, row.text.strip("*_# ")))
        if heading.slug:
            draft.elements.append(Slug(line, heading.slug))
        if heading.text and (label := self._cursor.labels.read(heading.text)) is not None and label.kind != "prose":
            self._speeches.say(label, row, [label.text] if label.text else [])
        elif heading.text:
            lines = [heading.text]
            self._cursor.go_on(lines)
            draft.elements.append(Prose(line, tuple(lines)))

    def _marked(self, row: Row) -> bool:
        """Take in a line that begins with a mark; return whether it does."""
        text, line, draft = row.text, row.number, self._draft
        if _PAGE_BREAK.fullmatch(text):
            if not self._cursor.has_pages:
                draft.find("changed", line, "a page of the typescript ends here; pages of the comic are laid out anew")
        elif text[0] == "#" and (title := text.lstrip("#").strip()):
            draft.elements.append(Section(line, len(text) - len(text.lstrip("#")), title))
        elif text[0] == "=" and (told := text.lstrip("=").strip()):
            draft.elements.append(Synopsis(line, told))
        elif text[0] == "!" and text[1:].strip():
            self._prose(is_forced=True)
            return True
        elif text[0] == "~":
            self._song(row)
            return True
        elif text[0] == ">" and (centered := _CENTERED.fullmatch(text)) and centered[1]:
            draft.find("guessed", line, "centred text became title lettering", text)
            draft.elements.append(Lettering(line, "TITLE", (), (centered[1],)))
        elif text[0] == ">" and text[1:].strip(" ><"):
            draft.elements.append(Transition(line, text[1:].strip(" ><")))
        elif re.match(r"\.[^\s.]", text):
            self._take(row)
            self._slug(row, text[1:])
            return True
        else:
            return False
        self._take(row)
        self._asides(row)
        return True

    def _song(self, row: Row) -> None:
        """Take in lines of a lyric that stand together; one without words parts two stanzas."""
        lines: list[str] = []
        while self._cursor.at < len(self._cursor.rows):
            sung = self._cursor.rows[self._cursor.at]
            if sung.text[:1] != "~":
                break
            if words := sung.text.lstrip("~").strip():
                lines.append(words)
            self._cursor.beside += sung.asides
            self._cursor.at += 1
        if lines:
            self._draft.find("guessed", row.number, "a lyric that nobody sings; it became a caption", row.text)
            self._draft.elements.append(Lettering(row.number, "CAPTION", ("floating", "sing"), tuple(lines)))

    def _slug(self, row: Row, text: str) -> None:
        number = _SCENE_NUMBER.search(text)
        if number is not None:
            self._draft.find("changed", row.number, "a scene's number is kept as a note", number[0].strip())
            text = text[: number.start()]
        if text.strip(". "):
            self._draft.elements.append(Slug(row.number, text.strip()))
        if number is not None:
            self._draft.elements.append(Note(row.number, f"Scene {number[0].strip().strip('#')}"))
        self._asides(row)

    # ---- description, and what stands beside lines

    def _prose(self, *, is_forced: bool = False) -> None:
        row = self._cursor.rows[self._cursor.at]
        self._take(row)
        self._cursor.beside += row.asides
        lines = [row.text[1:].strip() if is_forced else row.text]
        while self._cursor.at < len(self._cursor.rows):
            following = self._cursor.rows[self._cursor.at]
            if self._cursor.hides_heading(following) or not (following.text or following.is_aside):
                break
            if following.text:
                if self._cursor.begins_anew(following) or begins_marked(following):
                    break
                lines.append(following.text)
            self._cursor.beside += following.asides
            self._cursor.at += 1
        if not (self._cursor.has_pages and len(lines) == 1 and _SILENT.fullmatch(lines[0]) and self._silence(row)):
            self._draft.elements.append(Prose(row.number, tuple(lines)))

    def _silence(self, row: Row) -> bool:
        """Tag the panel that begins right above, with its description, as silent; return whether one does."""
        elements = self._draft.elements
        place = len(elements) - 1
        if place > 0 and isinstance(elements[place], Prose):
            place -= 1
        panel = elements[place] if place >= 0 else None
        if not isinstance(panel, PanelStart):
            return False
        elements[place] = PanelStart(panel.line, panel.number, tuple(dict.fromkeys((*panel.tags, "silent"))))
        self._draft.take(row.number, row.text)
        return True

    def _take(self, row: Row) -> None:
        """Go past a row; what stands beside it comes after what it begins."""
        assert row is self._cursor.rows[self._cursor.at]
        self._cursor.at += 1

    def _asides(self, row: Row) -> None:
        """Add what stands beside a row; a comment may be a heading that is hidden from other programs."""
        for aside in row.asides:
            heading = self._cursor.hidden_heading(aside)
            if heading is not None:
                self._open(heading, row)
                self._cursor.is_settled = True
            else:
                self._draft.elements.append(aside)


def _value(number: str) -> int:
    found = find_number(number)
    return found[0] if found else 0

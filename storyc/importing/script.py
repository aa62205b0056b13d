"""Reads Fountain, and comic scripts in all the ways that writers have of typing them.

Both are lines and empty lines: a cue above words, a paragraph, a heading. A comic has headings of pages and panels besides,
and `label: text`; in a screenplay these are nothing but words.
"""

import re
from collections.abc import Sequence

from storyc.text import flow

from .casting import read_cast
from .draft import (
    Balloon,
    Comment,
    Draft,
    Lettering,
    Note,
    PageStart,
    PanelStart,
    Prose,
    Remark,
    Section,
    Slug,
    Speech,
    Synopsis,
    Transition,
)
from .headings import FoundHeading, find_heading
from .labels import Label, Labels
from .names import declare, is_how, read_how
from .rows import Row
from .titles import read_opening, read_title_page

_SLUG = re.compile(r"(?:INT|EXT|EST|I/E|INT\.?/EXT|EXT\.?/INT)(?:\.|\s).*", re.IGNORECASE)
_TRANSITION = re.compile(r"[^a-z]*TO:|FADE (?:IN|OUT)[.:]?|(?:FADE|CUT|SMASH CUT|DISSOLVE) TO [A-Z ]+[.:]?")
_PAGE_BREAK = re.compile(r"={3,}|-{3,}|\*{3,}|_{3,}")
_SCENE_NUMBER = re.compile(r"\s*#[\w.\-]{1,12}#$")
_CENTERED = re.compile(r">\s*(.*?)\s*<")
_BRACKETED = re.compile(r"[(（](.*)[)）]")
_LEADING_BRACKET = re.compile(r"[(（]([^()（）]{1,60})[)）]\s*(?=\S)")
_KEPT_BLANK = 2
"""Spaces on an otherwise empty line that keep a speech open."""
_LONGEST_BRACKET_ROWS = 5
_LONGEST_CUE = 100


class ScriptReader:
    """Reads one script into a draft."""

    def __init__(self, rows: Sequence[Row], draft: Draft, *, has_pages: bool) -> None:
        self._rows = rows
        self._draft = draft
        self._has_pages = has_pages
        self._at = 0
        self._is_settled = True
        """Whether an empty line or a heading stands above."""
        self._labels = Labels(())
        self._beside: list[Comment | Note] = []
        """What stood beside the lines of what is not finished; it comes after it."""

    def read(self) -> None:
        """Read the script."""
        draft = self._draft
        draft.has_pages = self._has_pages
        self._at = read_title_page(self._rows, draft)
        if self._has_pages:
            self._at += read_opening(self._rows[self._at :], draft)
        texts = (row.text for row in self._rows[self._at :] if row.text)
        self._labels = Labels(texts if self._has_pages else ())
        while self._at < len(self._rows):
            row = self._rows[self._at]
            if row.is_aside:
                self._at += 1
                self._asides(row)
            elif not row.text:
                self._at += 1
                self._is_settled = True
            else:
                self._block(row)
                draft.elements += self._beside
                self._beside.clear()

    # ---- what begins here

    def _block(self, row: Row) -> None:
        text = row.text
        heading = self._heading(row)
        if heading is not None:
            self._take(row)
            self._open(heading, row)
            self._asides(row)
            self._is_settled = True
            return
        if self._has_pages and (end := read_cast(self._rows, self._at, self._draft)) > self._at:
            self._at = end
            for entry in self._draft.blocks["CAST"]:
                self._labels.add(entry.name)
            return
        if not self._marked(row) and not self._spoken(row):
            if self._is_settled and _SLUG.fullmatch(text):
                self._take(row)
                self._slug(row, text)
            elif self._is_settled and _TRANSITION.fullmatch(text) and self._ends(self._at + 1):
                self._take(row)
                self._draft.elements.append(Transition(row.number, text))
                self._asides(row)
            else:
                self._prose()
        self._is_settled = False

    def _heading(self, row: Row) -> FoundHeading | None:
        return find_heading(row.text) if self._has_pages else None

    def _open(self, heading: FoundHeading, row: Row) -> None:
        draft, line = self._draft, row.number
        draft.take(line, row.text.replace(heading.text, " ").replace(heading.slug, " ") if heading.text or heading.slug else row.text)
        if heading.kind == "page":
            draft.elements.append(PageStart(line, heading.number, heading.last, heading.count, heading.tags))
        else:
            draft.elements.append(PanelStart(line, heading.number, heading.tags))
        if heading.odd_range:
            draft.find("changed", line, f"{heading.kind}s {heading.odd_range} became one {heading.kind}", row.text)
            draft.elements.append(Note(line, row.text.strip("*_# ")))
        if heading.slug:
            draft.elements.append(Slug(line, heading.slug))
        if heading.text and (label := self._labels.read(heading.text)) is not None and label.kind != "prose":
            self._said(label, row, [label.text] if label.text else [])
        elif heading.text:
            draft.elements.append(Prose(line, (heading.text,)))

    def _marked(self, row: Row) -> bool:
        """Take in a line that begins with a mark; return whether it does."""
        text, line, draft = row.text, row.number, self._draft
        if _PAGE_BREAK.fullmatch(text):
            if not self._has_pages:
                draft.find("changed", line, "a page of the typescript ends here; pages of the comic are laid out anew")
        elif text[0] == "#" and (title := text.lstrip("#").strip()):
            draft.elements.append(Section(line, len(text) - len(text.lstrip("#")), title))
        elif text[0] == "=" and (told := text.lstrip("=").strip()):
            draft.elements.append(Synopsis(line, told))
        elif text[0] == "!" and text[1:].strip():
            self._prose(is_forced=True)
            return True
        elif text[0] == "~" and text[1:].strip():
            draft.find("guessed", line, "a lyric that nobody sings; it became a caption", text)
            draft.elements.append(Lettering(line, "CAPTION", ("floating", "sing"), (text[1:].strip(),)))
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

    # ---- speech

    def _spoken(self, row: Row) -> bool:
        """Take in what begins with a label or a cue; return whether this does."""
        label = self._labels.read(row.text) if self._has_pages else None
        if label is not None and (label.text or not self._ends(self._at + 1) or label.kind != "prose"):
            self._take(row)
            self._draft.take(row.number, row.text.removesuffix(label.text))
            lines = [label.text] if label.text else []
            if not lines:
                lines = self._under_label()
            else:
                self._go_on(lines)
            self._beside += row.asides
            self._said(label, row, [flow(lines)] if label.text else lines)
            return True
        return self._cue(row)

    def _said(self, label: Label, row: Row, lines: list[str]) -> None:
        """Add what a label makes of some lines."""
        line, elements = row.number, self._draft.elements
        lines = [one for one in lines if one]
        if not lines:
            self._nothing_said(row)
            return
        if label.kind == "speech":
            self._speech(label, row, lines)
        elif label.kind == "lettering":
            elements.append(Lettering(line, label.lettering, self._lettering_how(label), tuple(lines)))
        elif label.kind == "remark":
            how = f"({label.how}) " if label.how else ""
            elements.append(Remark(line, label.audience, (f"{how}{flow(lines)}",)))
        else:
            how = f"({label.how}) " if label.how else ""
            elements.append(Prose(line, (f"{how}{lines[0]}", *lines[1:])))

    def _nothing_said(self, row: Row) -> None:
        self._draft.find("guessed", row.number, "nothing is said under this label; it is kept as description", row.text)
        self._draft.elements.append(Prose(row.number, (row.text,)))

    def _lettering_how(self, label: Label) -> tuple[str, ...]:
        """Return what stands in the brackets of lettering; names of speakers as they are declared."""
        how = (*label.more_how, *read_how(label.how))
        if label.lettering != "CAPTION":
            return tuple(dict.fromkeys(how))
        return tuple(dict.fromkeys(self._named(word) for word in how))

    def _named(self, word: str) -> str:
        return declare(self._draft, (word,))[0] if self._labels.has(word) else word

    def _under_label(self) -> list[str]:
        """Return the lines under a label that has nothing behind it; one empty line may stand between."""
        lines: list[str] = []
        if self._at + 1 < len(self._rows) and self._ends(self._at):
            following = self._rows[self._at + 1]
            if following.text and not self._begins_anew(following) and not self._labels.read_cue(following.text, is_new=True):
                self._at += 1
        self._go_on(lines)
        return lines

    def _go_on(self, lines: list[str]) -> None:
        """Add the lines that go on with a speech or a paragraph."""
        while self._at < len(self._rows):
            row = self._rows[self._at]
            if self._hides_heading(row) or not (row.text or row.is_aside):
                break
            if row.text:
                if lines and self._begins_anew(row):
                    break
                lines.append(row.text)
            self._beside += row.asides
            self._at += 1

    def _begins_anew(self, row: Row) -> bool:
        """Return whether a line is something of its own although no empty line stands above it."""
        if not self._has_pages:
            return False
        if find_heading(row.text) is not None or self._labels.read(row.text) is not None:
            return True
        return self._labels.read_cue(row.text, is_new=False) is not None and not self._ends(self._at + 1)

    def _cue(self, row: Row) -> bool:
        text = row.text
        if len(text) > _LONGEST_CUE or self._ends(self._at + 1):
            return False
        is_forced = text[0] == "@"
        name = _before_brackets(text)
        if not is_forced and not name.isupper() and not (self._has_pages and self._labels.has(name)):
            return False
        if not is_forced and not self._is_settled and not (self._has_pages and self._labels.has(name)):
            return False
        label = self._labels.read_cue(text, is_new=True) if self._has_pages or is_forced else self._film_cue(text)
        if label is None:
            return False
        self._take(row)
        if label.kind == "speech":
            self._draft.take(row.number, text)
            self._under_cue(label, row)
        else:
            lines: list[str] = []
            self._draft.take(row.number, text)
            self._go_on(lines)
            self._said(label, row, lines)
        self._beside += row.asides
        return True

    def _film_cue(self, text: str) -> Label | None:
        """Return a cue of a screenplay, where every name in capitals is one."""
        label = Labels(()).read_cue(f"@{text}", is_new=True)
        return None if label is None or text.endswith((":", ".", "!", "?")) else label

    def _under_cue(self, label: Label, row: Row) -> None:
        """Take in the words under a cue, up to the empty line."""
        balloons: list[Balloon] = []
        lines: list[str] = []
        direction = ""
        is_sung = False

        def finish() -> None:
            nonlocal direction
            if lines:
                balloons.append(Balloon(tuple(lines), direction, is_sung))
                lines.clear()
                direction = ""

        while self._at < len(self._rows):
            spoken = self._rows[self._at]
            if self._hides_heading(spoken):
                break
            if spoken.is_aside:
                self._beside += spoken.asides
            elif not spoken.text:
                if len(spoken.indent) < _KEPT_BLANK or self._ends(self._at + 1):
                    break
                finish()
            elif (lines or balloons) and self._begins_anew(spoken):
                break
            elif (told := self._bracketed()) is not None:
                finish()
                direction = ", ".join(filter(None, (direction, told)))
            else:
                if (spoken.text[0] == "~") != is_sung:
                    finish()
                    is_sung = spoken.text[0] == "~"
                words = spoken.text.lstrip("~").strip() if is_sung else spoken.text
                lines.extend([words] if words else [])
                self._beside += spoken.asides
            self._at += 1
        finish()
        self._add_speech(label, row, balloons, direction)

    def _bracketed(self) -> str | None:
        """Return what a line says that is all in brackets, also if it closes on a later line; then that line is the current one."""
        row = self._rows[self._at]
        if row.text[0] not in "(（":
            return None
        parts: list[str] = []
        for place in range(self._at, min(self._at + _LONGEST_BRACKET_ROWS, len(self._rows))):
            if not self._rows[place].text or self._rows[place].is_aside:
                return None
            parts.append(self._rows[place].text)
            if found := _BRACKETED.fullmatch(flow(parts)):
                for passed in self._rows[self._at : place + 1]:
                    self._beside += passed.asides
                    self._draft.take(passed.number, passed.text if is_how(found[1]) else "")
                self._at = place
                return ", ".join(read_how(found[1])) if is_how(found[1]) else found[1].strip()
            if parts[-1].endswith((")", "）")):
                return None
        return None

    def _speech(self, label: Label, row: Row, lines: list[str]) -> None:
        """Add what stands behind a label; a direction may come first."""
        text = flow(lines)
        told = _LEADING_BRACKET.match(text)
        direction = ""
        if told is not None:
            direction = ", ".join(read_how(told[1])) if is_how(told[1]) else told[1].strip()
            self._draft.take(row.number, told[1])
            text = text[told.end() :]
        self._add_speech(label, row, [Balloon((text,), direction)], "")

    def _add_speech(self, label: Label, row: Row, balloons: list[Balloon], left_over: str) -> None:
        elements, line = self._draft.elements, row.number
        if not balloons:
            self._nothing_said(row)
        else:
            how = read_how(label.how, keeps_continued=self._has_pages)
            first = balloons[0]
            if first.direction and is_how(first.direction):
                how = tuple(dict.fromkeys((*how, *read_how(first.direction))))
                balloons[0] = Balloon(first.lines, "", first.is_sung)
            speakers = declare(self._draft, label.speakers)
            elements.append(Speech(line, speakers, how, tuple(balloons), label.is_dual and self._speaks_before()))
        if left_over:
            self._draft.find("changed", line, "nothing is said after this direction; it is kept as a note", left_over)
            elements.append(Note(line, left_over))

    def _speaks_before(self) -> bool:
        """Return whether a speech stands before, beside which another can stand."""
        before = (one for one in reversed(self._draft.elements) if not isinstance(one, Note | Comment))
        return isinstance(next(before, None), Speech)

    # ---- description, and what stands beside lines

    def _prose(self, *, is_forced: bool = False) -> None:
        row = self._rows[self._at]
        self._take(row)
        self._beside += row.asides
        lines = [row.text[1:].strip() if is_forced else row.text]
        while self._at < len(self._rows):
            following = self._rows[self._at]
            if self._hides_heading(following) or not (following.text or following.is_aside):
                break
            if following.text:
                if self._begins_anew(following) or self._begins_marked(following):
                    break
                lines.append(following.text)
            self._beside += following.asides
            self._at += 1
        self._draft.elements.append(Prose(row.number, tuple(lines)))

    @staticmethod
    def _begins_marked(row: Row) -> bool:
        return bool(re.match(r"[=#>]\s*\S|[@~]\S|\.[^\s.]", row.text))

    def _take(self, row: Row) -> None:
        """Go past a row; what stands beside it comes after what it begins."""
        assert row is self._rows[self._at]
        self._at += 1

    def _asides(self, row: Row) -> None:
        """Add what stands beside a row; a comment may be a heading that is hidden from other programs."""
        for aside in row.asides:
            heading = self._hidden_heading(aside)
            if heading is not None:
                self._open(heading, row)
                self._is_settled = True
            else:
                self._draft.elements.append(aside)

    def _hidden_heading(self, aside: Comment | Note) -> FoundHeading | None:
        return find_heading(aside.text) if self._has_pages and isinstance(aside, Comment) else None

    def _hides_heading(self, row: Row) -> bool:
        return row.is_aside and any(self._hidden_heading(aside) for aside in row.asides)

    def _ends(self, at: int) -> bool:
        """Return whether no text stands on a row."""
        return at >= len(self._rows) or not self._rows[at].text


def _before_brackets(text: str) -> str:
    return re.split(r"[(（\[^:：]", text, maxsplit=1)[0].strip("*_ \t")

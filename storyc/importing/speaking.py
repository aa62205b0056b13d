"""Reads who says what: `NAME (how): words`, and a cue above its words."""

import re

from storyc.text import flow

from .cursor import Cursor
from .draft import Balloon, Comment, Lettering, Note, Prose, Remark, Speech
from .labels import Label, Labels
from .names import declare, is_how, read_how
from .nicknames import find_owner
from .rows import Row

_BRACKETED = re.compile(r"[(（](.*)[)）]")
_LEADING_BRACKET = re.compile(r"[(（]([^()（）]{1,60})[)）]\s*(?=\S)")
_KEPT_BLANK = 2
"""Spaces on an otherwise empty line that keep a speech open."""
_LONGEST_BRACKET_ROWS = 5
_LONGEST_CUE = 100


class SpeechReader:
    """Reads the speeches and the lettering of one script into its draft."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor
        self._draft = cursor.draft

    def read(self, row: Row) -> bool:
        """Take in what begins with a label or a cue; return whether this does."""
        label = self._cursor.labels.read(row.text) if self._cursor.has_pages else None
        if label is not None and (label.text or not self._cursor.ends(self._cursor.at + 1) or label.kind != "prose"):
            self._cursor.at += 1
            self._draft.take(row.number, label.words_of_it(row.text))
            lines = [label.text] if label.text else []
            if not lines:
                lines = self._under_label()
            else:
                self._cursor.go_on(lines)
            self._cursor.beside += row.asides
            self.say(label, row, [flow(lines)] if label.text else lines)
            return True
        return self._cue(row)

    def say(self, label: Label, row: Row, lines: list[str]) -> None:
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
        is_name = self._cursor.labels.has(word) or find_owner(word, self._draft) is not None
        return declare(self._draft, (word,))[0] if is_name else word

    def _under_label(self) -> list[str]:
        """Return the lines under a label that has nothing behind it; one empty line may stand between."""
        lines: list[str] = []
        if self._cursor.at + 1 < len(self._cursor.rows) and self._cursor.ends(self._cursor.at):
            following = self._cursor.rows[self._cursor.at + 1]
            if (
                following.text
                and not self._cursor.begins_anew(following)
                and not self._cursor.labels.read_cue(following.text, is_new=True)
            ):
                self._cursor.at += 1
        self._cursor.go_on(lines)
        return lines

    def _cue(self, row: Row) -> bool:
        text = row.text
        if len(text) > _LONGEST_CUE or self._cursor.ends(self._cursor.at + 1):
            return False
        is_forced = text[0] == "@"
        name = _before_brackets(text)
        if not is_forced and not name.isupper() and not self._cursor.labels.has(name):
            return False
        is_known = self._cursor.has_pages and self._cursor.labels.has(name)
        if not is_forced and not self._cursor.is_settled and not is_known:
            return False
        label = (
            self._cursor.labels.read_cue(text, is_new=True)
            if self._cursor.has_pages or is_forced
            else self._film_cue(text)
        )
        if label is None:
            return False
        self._cursor.at += 1
        self._draft.take(row.number, label.words_of_it(text))
        if label.kind == "speech":
            self._under_cue(label, row)
        else:
            lines: list[str] = []
            self._cursor.go_on(lines)
            self.say(label, row, lines)
        self._cursor.beside += row.asides
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

        while self._cursor.at < len(self._cursor.rows):
            spoken = self._cursor.rows[self._cursor.at]
            if self._cursor.hides_heading(spoken):
                break
            if spoken.is_aside:
                self._cursor.beside += spoken.asides
            elif not spoken.text:
                if len(spoken.indent) < _KEPT_BLANK or self._cursor.ends(self._cursor.at + 1):
                    break
                finish()
            elif (lines or balloons) and self._cursor.begins_anew(spoken):
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
                self._cursor.beside += spoken.asides
            self._cursor.at += 1
        finish()
        self._add_speech(label, row, balloons, direction)

    def _bracketed(self) -> str | None:
        """Return what a line says that is all in brackets, also if it closes on a later line; then that line is the current one."""
        row = self._cursor.rows[self._cursor.at]
        if row.text[0] not in "(（":
            return None
        parts: list[str] = []
        for place in range(self._cursor.at, min(self._cursor.at + _LONGEST_BRACKET_ROWS, len(self._cursor.rows))):
            if not self._cursor.rows[place].text or self._cursor.rows[place].is_aside:
                return None
            parts.append(self._cursor.rows[place].text)
            if found := _BRACKETED.fullmatch(flow(parts)):
                for passed in self._cursor.rows[self._cursor.at : place + 1]:
                    self._cursor.beside += passed.asides
                    self._draft.take(passed.number, passed.text if is_how(found[1]) else "")
                self._cursor.at = place
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
            how = read_how(label.how, keeps_continued=self._cursor.has_pages)
            first = balloons[0]
            if first.direction and is_how(first.direction):
                how = tuple(dict.fromkeys((*how, *read_how(first.direction))))
                balloons[0] = Balloon(first.lines, "", first.is_sung)
            speakers = declare(self._draft, label.speakers)
            for name in speakers:
                self._cursor.labels.add(name)
            elements.append(Speech(line, speakers, how, tuple(balloons), label.is_dual and self._speaks_before()))
        if left_over:
            self._draft.find("changed", line, "nothing is said after this direction; it is kept as a note", left_over)
            elements.append(Note(line, left_over))

    def _speaks_before(self) -> bool:
        """Return whether a speech stands before, beside which another can stand."""
        before = (one for one in reversed(self._draft.elements) if not isinstance(one, Note | Comment))
        return isinstance(next(before, None), Speech)


def _before_brackets(text: str) -> str:
    return re.split(r"[(（\[^:：]", text, maxsplit=1)[0].strip("*_ \t")

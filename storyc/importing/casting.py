"""The list of characters that many comic scripts begin with."""

import re
from collections.abc import Sequence

from .draft import Draft, Entry
from .headings import find_heading
from .names import clean_name, fold
from .rows import Row

_HEADING = re.compile(
    r"(?:cast(?: list| of characters)?|characters?(?: list)?|dramatis person(?:ae|æ)|登場人物|キャラクター)",
    re.IGNORECASE,
)
_UNDRESS = "#*_:： \t[]【】"
_BULLET = re.compile(r"^(?:[-•*–]\s+|\d{1,2}[.)]\s+)")
_ENTRY = re.compile(
    r"(?P<name>[^:：()（）]{1,48}?)\s*(?:[(（](?P<aside>[^()（）]*)[)）])?\s*(?:[:：]|\s[-–—]\s|\s*[–—]\s*)\s*(?P<text>.+)"
)
_AGE = re.compile(r"\d{1,2}")
_LEADING_AGE = re.compile(r"(\d{1,2})(?:[,;.]\s+|$)")


def heads_cast(row: Row) -> bool:
    """Return whether a row is the heading of a list of characters."""
    return not row.asides and _HEADING.fullmatch(row.text.strip(_UNDRESS)) is not None


def read_cast(rows: Sequence[Row], at: int, draft: Draft) -> int:
    """Take in the list of characters that begins at a row, and return where it ends; `at` if there is none."""
    if not heads_cast(rows[at]):
        return at
    cast = draft.blocks.setdefault("CAST", [])
    known = {fold(entry.name) for entry in cast}
    end = at
    for place in range(at + 1, len(rows)):
        row = rows[place]
        if not row.text and not row.asides:
            continue
        found = _ENTRY.fullmatch(_BULLET.sub("", row.text).replace("**", ""))
        if row.asides or find_heading(row.text) or found is None:
            break
        name = clean_name(found["name"])
        if not name or fold(name) in known:
            break
        known.add(fold(name))
        aside, text, fields = (found["aside"] or "").strip(), found["text"], []
        if _AGE.fullmatch(aside):
            fields.append(("age", aside))
            aside = ""
        elif leading := _LEADING_AGE.match(text):
            fields.append(("age", leading[1]))
            text = text[leading.end() :]
        cast.append(Entry(name, f"({aside}) {text}" if aside else text, (), tuple(fields)))
        end = place + 1
    if end > at:
        draft.take(rows[at].number, rows[at].text)
    return end

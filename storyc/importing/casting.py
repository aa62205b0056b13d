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


def read_cast(rows: Sequence[Row], at: int, draft: Draft) -> int:
    """Take in the list of characters that begins at a row, and return where it ends; `at` if there is none."""
    if not _HEADING.fullmatch(rows[at].text.strip(_UNDRESS)) or rows[at].asides:
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
        aside, fields = (found["aside"] or "").strip(), []
        if _AGE.fullmatch(aside):
            fields.append(("age", aside))
        cast.append(Entry(name, f"{'' if fields or not aside else f'({aside}) '}{found['text']}", (), tuple(fields)))
        end = place + 1
    if end > at:
        draft.take(rows[at].number, rows[at].text)
    return end

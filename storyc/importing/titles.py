"""What stands before a script: its title page, or the lines that say as much without keys."""

import re
from collections.abc import Sequence

from .casting import heads_cast
from .draft import Draft
from .headings import find_heading
from .rows import Row

_KEYS = {
    "title": "Title", "series": "Series", "issue": "Issue", "credit": "Credit", "author": "Author", "authors": "Author",
    "source": "Source", "draft date": "Draft date", "date": "Date", "contact": "Contact", "copyright": "Copyright",
    "notes": "Notes", "revision": "Revision", "written by": "Author", "writer": "Author", "writers": "Author", "by": "Author",
    "script": "Author", "story by": "Credit", "episode": "Issue", "chapter": "Issue", "draft": "Revision", "version": "Revision",
    "タイトル": "Title", "題名": "Title", "作者": "Author", "作": "Author", "原作": "Author", "脚本": "Author",
}  # fmt: skip
_READINGS = {"left-to-right", "right-to-left", "vertical"}
_KEY = re.compile(r"([^\W\d_][\w ]{0,30})\s*[:：]\s*(.*)")
_LANGUAGE = re.compile(r"[a-z]{2}(?:-[A-Z]{2})?")
_MARKUP = re.compile(r"(?<!\\)[*_]{1,3}")
_AUTHOR = re.compile(
    r"(?:(?:written|script|story|created)(?: and (?:drawn|illustrated))? )?by[: ]\s*(.+)", re.IGNORECASE
)
_ISSUE = re.compile(r"(?:issue|#|no\.)\s*#?(\d+)", re.IGNORECASE)
_LONGEST_TITLE = 80
_ENDS = (".", "!", "?", ":", ",", ";", "。")


def read_title_page(rows: Sequence[Row], draft: Draft) -> int:
    """Take in the title page that a script begins with, and return how many rows it has; 0 if there is none."""
    at = next((index for index, row in enumerate(rows) if row.text), len(rows))
    first = _KEY.fullmatch(rows[at].text) if at < len(rows) else None
    if first is None or _key(first[1]) not in _KEYS:
        return 0
    fields: list[tuple[str, int, list[str]]] = []
    while at < len(rows) and (rows[at].text or rows[at].is_aside):
        row = rows[at]
        if find_heading(row.text) is not None:
            break
        at += 1
        draft.elements += row.asides
        if row.is_aside:
            continue
        found = _KEY.fullmatch(row.text)
        if found is not None and (not row.indent or _key(found[1]) in _KEYS):
            fields.append((found[1], row.number, [found[2]] if found[2] else []))
        elif fields:
            fields[-1][2].append(row.text)
    for key, line, values in fields:
        _field(draft, key, line, "\n".join(values))
    return at


def is_title_line(text: str) -> bool:
    """Return whether a line could stand on a title page."""
    found = _KEY.fullmatch(text)
    return found is not None and _key(found[1]) in _KEYS


def read_opening(rows: Sequence[Row], draft: Draft) -> int:
    """Take in the title and author that stand without keys in the first rows of a comic, and return how many rows those are."""
    at = 0
    while at < len(rows):
        row = rows[at]
        text = _MARKUP.sub("", row.text).strip("# ").strip()
        if row.asides and row.text:
            break
        draft.elements += row.asides
        if not row.text:
            at += 1
        elif (by := _AUTHOR.fullmatch(text)) and "Author" not in draft.title:
            _add(draft, "Author", by[1])
            draft.take(row.number, text)
            at += 1
        elif (issue := _ISSUE.fullmatch(text)) and "Issue" not in draft.title:
            _add(draft, "Issue", issue[1])
            draft.take(row.number, text)
            at += 1
        elif find_heading(row.text) is not None or heads_cast(row):
            break
        elif not draft.title and _is_title(text):
            _add(draft, "Title", text)
            draft.find("guessed", row.number, "this is taken for the title", text)
            at += 1
        else:
            break
    return at


def _is_title(text: str) -> bool:
    return (
        bool(text) and len(text) <= _LONGEST_TITLE and not text.endswith(_ENDS) and not re.search(r"[:：\[\]{}]", text)
    )


def _plain(line: str) -> str:
    """Return a line of a value without emphasis, and so that it begins no comment."""
    return re.sub(r"^/(?=/)", "/ ", _MARKUP.sub("", line).strip())


def _key(written: str) -> str:
    return " ".join(written.split()).casefold()


def _field(draft: Draft, written: str, line: int, value: str) -> None:
    value = "\n".join(filter(None, map(_plain, value.split("\n"))))
    key = _key(written)
    draft.take(line, written)
    if not value:
        return
    if (known := _KEYS.get(key)) is not None:
        _add(draft, known, value)
    elif key == "language" and _LANGUAGE.fullmatch(value):
        draft.title["Language"] = value
    elif key == "reading" and value.lower() in _READINGS:
        draft.title["Reading"] = value.lower()
    else:
        draft.find("changed", line, f"the title page has no `{written}`; it is kept under Notes")
        _add(draft, "Notes", f"{written}: {value}")


def _add(draft: Draft, key: str, value: str) -> None:
    before = draft.title.get(key)
    draft.title[key] = value if before is None else f"{before}\n{value}"

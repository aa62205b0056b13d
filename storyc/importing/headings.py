"""Recognises the headings of pages and panels, however they are dressed up.

`PAGE ONE (FIVE PANELS)`, `**PAGE 1**`, `_PANEL 1_`, `.Panel 1`, `# PAGE 3 INT. BARN - DAY`, `### 📄 **Page One**`,
`#Script page {{serial page = 1}}`, `Panel 2 [wide]`, `Page 4 – 3 panels: rain`: all are a keyword, a number and a tail that
begins like one, so that `Page turned` and `Panel 2 is offline` are none.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from storyc.syntax import find_number

_DRESS = re.compile(r"^[\s#>*_.~\-–—•]*(?:[^\w\s\[(]+\s*)?[*_\s]*")
_MACRO = re.compile(r"\{\{\s*(?:serial|series|#)[^{}]*?(?:=\s*(\d+)\s*)?\}\}", re.IGNORECASE)
_KEYWORD = re.compile(r"(?P<page>(?:script\s+)?pages?|pgs?\.?|ページ|頁)|(?P<panel>panels?|pnl\.?|コマ)", re.IGNORECASE)
_GAP = re.compile(r"\s*(?:#|no\.?|number)?\s*", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:[-–—&+/]|\b(?:and|to)\b)\s*", re.IGNORECASE)
_PANELS = re.compile(r"\s*panels?\b", re.IGNORECASE)
_EAST = re.compile(
    r"(?P<number>\d{1,4})\s*(?:(?P<page>ページ目?|頁)|(?P<panel>コマ目?))(?=\s|$|[:：（(［\[])|第(?P<first>\d{1,4})(?P<page2>頁|ページ)"
)
_TAIL_OPENS = tuple("[({（［:：.-–—,|")
_SLUG = re.compile(r"(?:int|ext|est|i/e|int\.?/ext|ext\.?/int)[.\s]", re.IGNORECASE)
_BRACKET = re.compile(r"\s*(?:\[([^\[\]]*)\]|\(([^()]*)\)|（([^（）]*)）|［([^［］]*)］)")
_REMEMBERED = 64
"""Lines; each is looked at by who goes on with a paragraph, and by who begins the next."""
_UNDRESS = "*_ \t#"
_SEPARATORS = " \t:：.,|-–—*_"
_COUNT = re.compile(r"(\w+(?:-\w+)?)\s+panels?\b[.:]?", re.IGNORECASE)
_SPLASHES = {"splash": "splash", "splash page": "splash", "full page": "splash", "full-page splash": "splash", "full page splash": "splash",
             "spread": "spread", "double page spread": "spread", "double-page spread": "spread", "dps": "spread",
             "two-page spread": "spread", "two page spread": "spread", "double spread": "spread"}  # fmt: skip
_FRAMINGS = frozenset(
    ("wide", "tall", "small", "large", "splash", "bleed", "borderless", "establishing", "long", "medium", "close-up", "extreme close-up",
     "low angle", "high angle", "over-shoulder", "pov", "insert", "reaction", "silent", "flashback", "closeup", "close up", "cu",
     "ecu", "extreme closeup", "extreme close up", "medium shot", "long shot", "establishing shot", "low-angle", "high-angle",
     "over the shoulder", "over-the-shoulder", "ots", "full page", "full-page", "full bleed", "no border")
)  # fmt: skip


class FoundHeading(Struct, frozen=True, gc=False):
    """A heading of a page or a panel."""

    kind: Literal["page", "panel"]
    number: str
    """As written; empty if there is none."""
    last: str
    count: str
    tags: tuple[str, ...]
    slug: str
    """A place and time that stands on the line."""
    text: str
    """What else stands on the line."""
    odd_range: str = ""
    """A range that is no spread, as written."""


@lru_cache(_REMEMBERED)
def find_heading(line: str) -> FoundHeading | None:
    """Return what a line says as a heading, None if it is none."""
    dress = _DRESS.match(line)
    text = line[dress.end() if dress else 0 :].rstrip(_UNDRESS)
    if not text or text[0] not in "PpSs0123456789第ペ頁コ０１２３４５６７８９":
        return None
    macro = _MACRO.search(text)
    if macro:
        text = f"{text[: macro.start()]}{macro[1] or ''}{text[macro.end() :]}".rstrip()
    east = _EAST.match(text)
    if east is not None:
        kind: Literal["page", "panel"] = "panel" if east["panel"] else "page"
        return _with_tail(kind, east["number"] or east["first"], "", text[east.end() :])
    keyword = _KEYWORD.match(text)
    if keyword is None:
        return None
    kind = "page" if keyword["page"] else "panel"
    gap = _GAP.match(text, keyword.end())
    at = gap.end() if gap else keyword.end()
    number = find_number(text, at)
    if number is None or (at == keyword.end() and text[at - 1].isascii() and text[at - 1] != "."):
        return _without_number(kind, text, keyword, is_bare=bool(macro))
    first, end = text[at : number[1]], number[1]
    last, end = _last(text, end)
    tail = text[end:].lstrip("*_")
    bare = tail.strip()
    if (
        bare
        and not bare.startswith(_TAIL_OPENS)
        and not (kind == "page" and (_SLUG.match(bare) or _SPLASHES.get(bare.lower().strip("!."))))
    ):
        return None
    return _with_tail(kind, first, last, tail)


def _without_number(
    kind: Literal["page", "panel"], text: str, keyword: re.Match[str], *, is_bare: bool
) -> FoundHeading | None:
    """Return `PAGE`, `PANEL [wide]` and their like; in lower case they are words of a sentence."""
    tail = text[keyword.end() :].strip()
    if tail and not tail.startswith(("[", "(", ":", "（", "：")):
        return None
    if not is_bare and not keyword[0].isupper():
        return None
    return None if keyword[0].isascii() and len(keyword[0]) < len("page") else _with_tail(kind, "", "", tail)


def _last(text: str, at: int) -> tuple[str, int]:
    """Return the second number of a range and where it ends; `PAGE 1 - 3 PANELS` has none."""
    between = _RANGE.match(text, at)
    last = find_number(text, between.end()) if between else None
    if between is None or last is None or _PANELS.match(text, last[1]):
        return "", at
    return text[between.end() : last[1]], last[1]


def _with_tail(kind: Literal["page", "panel"], first: str, last: str, tail: str) -> FoundHeading:
    """Return a heading with what stands behind its number taken apart."""
    tags: list[str] = []
    count = ""
    rest = tail.strip()
    while rest:
        bracket = _BRACKET.match(rest)
        if bracket is None:
            counted = _COUNT.match(rest.lstrip(_SEPARATORS))
            stripped = rest.lstrip(_SEPARATORS)
            if counted is None or count or not _is_number(counted[1]) or kind != "page":
                break
            count, rest = counted[1], stripped[counted.end() :].strip()
            continue
        inside = next(group for group in bracket.groups() if group is not None).strip()
        found = _COUNT.fullmatch(inside)
        if found and _is_number(found[1]) and kind == "page" and not count:
            count = found[1]
        elif (read := _tags(inside, kind)) is not None:
            tags += read
        else:
            break
        rest = rest[bracket.end() :].strip()
    text = rest.lstrip(_SEPARATORS).rstrip("*_ \t")
    if kind == "page" and (special := _SPLASHES.get(text.lower().strip("!."))):
        tags.append(special)
        text = ""
    is_slug = bool(_SLUG.match(text))
    odd = ""
    if first and last and not _is_spread(first, last):
        odd, last = f"{first}-{last}", ""
    first, last = map(_canonical, (first, last))
    return FoundHeading(
        kind, first, last, count, tuple(dict.fromkeys(tags)), text if is_slug else "", "" if is_slug else text, odd
    )


def _canonical(number: str) -> str:
    """Return a number in plain digits, or its word in capitals."""
    return number.upper() if number.isalpha() or "-" in number else unicodedata.normalize("NFKC", number)


def _is_number(text: str) -> bool:
    found = find_number(text)
    return found is not None and found[1] == len(text)


def _is_spread(first: str, last: str) -> bool:
    one, two = find_number(first), find_number(last)
    return one is not None and two is not None and two[0] == one[0] + 1


def read_tags(inside: str) -> list[str] | None:
    """Return what stands in a pair of brackets as tags of a panel, None if it is anything else."""
    parts = [part.strip() for part in inside.split(",")]
    tags = [part if part.lower() in _FRAMINGS else re.sub(r"\s+shot$", "", part, flags=re.IGNORECASE) for part in parts]
    return tags if all(tag.lower() in _FRAMINGS for tag in tags) else None


def _tags(inside: str, kind: str) -> list[str] | None:
    if kind == "panel":
        return read_tags(inside)
    specials = [_SPLASHES.get(part.strip().lower()) for part in inside.split(",")]
    return [special for special in specials if special] if all(specials) else None

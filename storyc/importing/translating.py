"""Lines of smaller dialects, put into the words that the reader of comic scripts knows.

Each of these dialects says with a mark at the start of a line what others say with a word. So a line is translated by
itself, and keeps its number.
"""

import re
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from .draft import Draft, Note
from .rows import Row
from .titles import is_title_line

_EMOJI = re.compile("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]+\\s*")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LEFT_RIGHT = re.compile(r"\s*\((?:L|R|left|right)\)", re.IGNORECASE)
_STYLED = re.compile(
    r"(?P<name>[^:：/*#!\-\[\]()]{0,40})(?:/(?P<style>[^:：/]{1,30}))?[:：](?!(?<=\d.)\d)\s*(?P<text>.*)"
)
_EFFECT = re.compile(r"\*\s*(?P<text>[^()（）]+?)\s*(?:[(（](?P<meaning>[^()（）]*)[)）])?")
_NUMBERED = re.compile(
    r"[#\s]*(?:page\s*)?(?P<number>\d{1,4}(?:\s*[-–]\s*\d{1,4})?)?[.:]?\s*(?P<text>.*)", re.IGNORECASE
)
_PAN_PANEL = re.compile(r"\[(?P<number>\d{0,3}[a-z]?)\]\s*(?P<text>.*)")
_MOON = {"page": "PAGE", "p": "PANEL", "P": "PAGE", "Page": "PAGE", "Panel": "PANEL", "panel": "PANEL"}
_MARKUP = re.compile(r"<br\s*/?>|\((?:L|R|left|right)\)|^[pP](?=$| )", re.IGNORECASE)
"""What says nothing once it is translated."""
_SPOKEN_ITEM = re.compile(r"[-*•]\s+(?=\S)")

Translator = Callable[[str], str | tuple[str, str]]
"""Returns a line as the reader of comic scripts knows it; if there are two, the other is a note."""


def translated(rows: Sequence[Row], translate: Translator, draft: Draft) -> list[Row]:
    """Return rows with each text translated; the title page stays as it is."""
    found: list[Row] = []
    is_title_page = True
    for row in rows:
        is_title_page = is_title_page and (not row.text or is_title_line(row.text))
        if is_title_page or not row.text:
            found.append(row)
            continue
        draft.take(row.number, " ".join(_MARKUP.findall(row.text)))
        translation = translate(row.text)
        text, note = (translation, "") if isinstance(translation, str) else translation
        asides = (*row.asides, Note(row.number, note)) if note else row.asides
        found.append(replace(row, text=text, asides=asides))
    return found


def panels(line: str) -> str:
    """Translate Panels: `---`, `---|---`, `[3]`, `@ name`."""
    if re.fullmatch(r"-{3,}", line):
        return "PAGE"
    if re.fullmatch(r"-{3,}\s*\|\s*-{3,}", line):
        return "PAGE [spread]"
    if line.startswith("==="):
        return f"# {line.strip('= ')}" if line.strip("= ") else "==="
    if found := _PAN_PANEL.fullmatch(line):
        return _heading("PANEL", found["number"], found["text"])
    return f"@{line[1:].strip()}" if line.startswith("@ ") else line


class Serifu:
    """Translates Serifu: `# 3`, `- description`, `Name/Style: words`, `: words`, `* SFX (meaning)`, `! note`."""

    def __init__(self) -> None:
        self._speaker = ""

    def __call__(self, line: str) -> str | tuple[str, str]:
        if line[0] == "#":
            found = _NUMBERED.fullmatch(line)
            assert found is not None
            number = (found["number"] or "").replace("–", "-")
            return _heading("PAGES" if "-" in number else "PAGE", number, found["text"])
        if line[0] == "-":
            return _heading("PANEL", "", line.lstrip("- "))
        if line[0] == "!":
            return f"NOTE: {line[1:].strip()}" if line[1:].strip() else line
        if line[0] == "*" and not line.startswith("**") and (effect := _EFFECT.fullmatch(line)):
            return f"SFX: {effect['text']}", effect["meaning"] or ""
        return self._spoken(line)

    def _spoken(self, line: str) -> str:
        found = _STYLED.fullmatch(line)
        if found is None or found["text"].startswith("//") or not found["text"]:
            return line
        self._speaker = found["name"].strip() or self._speaker
        style = f" ({found['style'].strip()})" if found["style"] else ""
        if not self._speaker:
            return f"CAPTION{style}: {found['text']}"
        at = "" if self._speaker.upper() in {"SFX", "CAPTION", "NARRATION", "TITLE", "SIGN", "TEXT"} else "@"
        return f"{at}{self._speaker}{style}: {found['text']}"


def csmd(line: str) -> str:
    """Translate comic script Markdown: `# page`, `## panel`, `@ NAME` or `> NAME`, and the captions `>>` and `<<`."""
    if line.startswith((">>", "<<")) and line[2:].strip(" ><"):
        return f"CAPTION: {line[2:].strip(' ><')}"
    if line[0] in "@>" and line[1:].strip():
        return f"@{line[1:].strip()}"
    return _outlined(line)


def markdown(line: str) -> str:
    """Translate scripts in Markdown: headings for pages, panels and speakers, items for words."""
    plain = _BREAK.sub(" ", _EMOJI.sub("", line))
    plain = _LEFT_RIGHT.sub("", plain) if plain.startswith("# ") else plain
    if plain.startswith("###") and not re.search(r"\b(?:page|panel)\b", plain, re.IGNORECASE):
        return f"@{plain.strip('#* ')}" if plain.strip("#* ") else line
    item = _SPOKEN_ITEM.match(plain)
    if item is not None:
        return plain[item.end() :].replace("**", "").strip() or line
    return _outlined(plain.strip() or line)


def moon_crystal(line: str) -> str:
    """Translate scripts whose headings are single letters."""
    word, _, number = line.partition(" ")
    if word in _MOON and (not number or number.isdecimal()):
        return f"{_MOON[word]} {number}".strip()
    return line


def _outlined(line: str) -> str:
    """Return `# …` as a page and `## …` as a panel."""
    depth = len(line) - len(line.lstrip("#"))
    if depth not in {1, 2}:
        return line
    title = line[depth:].strip().strip("*")
    if re.match(r"(?:pages?|panel)\b", title, re.IGNORECASE):
        return title
    found = _NUMBERED.fullmatch(title)
    assert found is not None
    return _heading("PAGE" if depth == 1 else "PANEL", found["number"] or "", found["text"])


def _heading(word: str, number: str, text: str) -> str:
    return f"{word} {number}".strip() + (f": {text}" if text else "")

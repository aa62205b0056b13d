"""Reads prompts of the Comic API in their five sections, those that storyc writes and those that people write after the guide."""

import re
from collections.abc import Callable, Mapping

from .draft import (
    Balloon,
    Draft,
    Entry,
    Lettering,
    LetteringLabel,
    Note,
    PageStart,
    PanelStart,
    Prose,
    Remark,
    Slug,
    Speech,
)
from .escaping import literal, unmarked
from .headings import read_tags
from .names import clean_name, declare, fold, read_how

_SECTION = re.compile(r"\[([A-Za-z ]{3,30})\]")
_FIELD = re.compile(r"([A-Za-z][A-Za-z' -]{0,30}?)\s*(?:\(([^()]*)\))?\s*[:：]\s*(.*)")
_CHARACTER = re.compile(
    r"(?:[-*•]\s*|\d{1,2}[.)]\s*)?([^:：()（）]{1,48}?)\s*(?:[(（](?:also |aka )?([^()（）]*)[)）])?\s*(?:[:：]\s*(.*))?"
)
_CHARACTER_FIELD = re.compile(
    r"(?:(?<=[.!?…。！？\"”」;]) |^)(Age|Gender|Role|Personality|Catchphrase|Dress|Clothing): "
)
_PAGE = re.compile(
    r"(?:#+\s*|\*\*)?page\s+(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?(, an? splash|, an? spread)?\b(.*)", re.IGNORECASE
)
_PANEL = re.compile(
    r"(?:[-*•]\s*)?(?:\*\*)?(?:panel\s+)?(\d{1,3}[a-z]?)(?:\*\*)?\s*[.):]\s*(?:\*\*)?\s*(.*)", re.IGNORECASE
)
_READ = re.compile(r"read (left to right|right to left|top to bottom)")
_SPOKEN = re.compile(r"([^:：()（）]{1,100}?)\s*(?:[(（]([^()（）]*)[)）])?\s*[:：]\s*(.*)")
_NAMED = re.compile(r"([^:：]{1,48}?)\s*[:：]\s*(.*)")
_INSET = re.compile(r"(?:inset in|same framing as) panel (\d{1,3})")
_READINGS = {"left to right": "left-to-right", "right to left": "right-to-left", "top to bottom": "vertical"}
_SIZES = frozenset(
    ("1024x1024", "512x768", "512x1024", "576x1024", "768x1024", "1024x768", "768x512", "1024x576", "1024x512")
)
_BLOCKS = frozenset(
    ("CAST", "CHARACTERS", "LOCATIONS", "PROPS", "STYLE", "STORY", "CONSTRAINTS", "ATTACHMENTS", "TITLE")
)
_NO_OBJECTIVE = "as the artist likes"
_QUOTES = '"“”„«»「」'


class PromptReader:
    """Reads one prompt into a draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._section = ""
        self._line = 0
        self._scene = ""
        self._panels = 0
        self._pictured: list[str] = []
        self._page_at = -1
        self._names: dict[str, dict[str, tuple[str, ...]]] = {"CAST": {}, "LOCATIONS": {}, "PROPS": {}}
        """By block, every name that is taken, folded, and all spellings of who has it."""
        self._panel_at = 0
        self._readers: Mapping[str, Callable[[str], None]] = {
            "visual style": self._style, "style": self._style, "art style": self._style, "story": self._story,
            "characters": self._character, "cast": self._character, "panels": self._panel, "pages": self._panel,
            "constraints": self._constraint,
        }  # fmt: skip

    def read(self, text: str) -> None:
        """Read a prompt."""
        self._draft.has_pages = True
        for self._line, written in enumerate(text.split("\n"), 1):
            line = written.strip()
            section = _SECTION.fullmatch(line.strip("*# "))
            if section is not None and section[1].strip().lower() in self._readers:
                self._section = section[1].strip().lower()
                self._draft.take(self._line, line)
            elif line:
                self._readers.get(self._section, self._loose)(line)
        self._finish_panel()

    def _loose(self, line: str) -> None:
        self._draft.find("changed", self._line, "this stands in no section of the prompt; it is kept as a note")
        self._draft.elements.append(Note(self._line, line))

    # ---- settings

    def _style(self, line: str) -> None:
        self._setting("STYLE", line)

    def _constraint(self, line: str) -> None:
        found = _FIELD.fullmatch(line)
        if found is not None and found[1].lower() == "size" and found[3] in _SIZES:
            self._draft.title["Size"] = found[3]
            self._draft.take(self._line, found[1])
        else:
            if found is not None and found[1].lower() == "size":
                self._draft.find(
                    "changed", self._line, "the service does not draw at this size; it is kept as a constraint"
                )
            self._setting("CONSTRAINTS", line)

    def _setting(self, block: str, line: str) -> None:
        found = _FIELD.fullmatch(line.lstrip("-*• "))
        key, text = ("note", line.lstrip("-*• ")) if found is None or not found[3] else (found[1].lower(), found[3])
        if found is not None and found[3] and found[2]:
            text = f"({found[2]}) {text}"
        if key.upper() in _BLOCKS or re.match(r"(?:page|panel|int|ext|est|clip|include|define)", key):
            key = f"the {key}"
        if text:
            self._draft.blocks.setdefault(block, []).append(Entry(key, literal(text)))

    def _story(self, line: str) -> None:
        found = _FIELD.fullmatch(line.lstrip("-*• "))
        word = found[1].lower() if found else ""
        named = _NAMED.fullmatch(found[3]) if found is not None and word in {"place", "location", "prop"} else None
        if found is not None and word == "title" and "Title" not in self._draft.title and found[3]:
            self._draft.title["Title"] = found[3]
        elif named is not None and (name := clean_name(named[1])):
            block = "PROPS" if word == "prop" else "LOCATIONS"
            if fold(name) not in self._names[block]:
                self._names[block][fold(name)] = (name,)
                self._draft.blocks.setdefault(block, []).append(Entry(name, literal(named[2])))
                self._draft.take(self._line, word)
            else:
                self._setting("STORY", line)
        else:
            self._setting("STORY", line)

    def _character(self, line: str) -> None:
        found = _CHARACTER.fullmatch(line)
        name = clean_name(found[1]) if found else ""
        known = self._names["CAST"]
        if found is None or not name or fold(name) in known:
            self._loose(line)
            return
        known[fold(name)] = (name,)
        aliases = []
        for alias in re.split(r"[,，、]", found[2] or ""):
            if (alias := clean_name(alias)) and fold(alias) not in known:
                known[fold(alias)] = (alias,)
                aliases.append(alias)
        known[fold(name)] = (name, *aliases)
        parts = _CHARACTER_FIELD.split(found[3] or "")
        pairs = [(key.lower(), value.strip()) for key, value in zip(parts[1::2], parts[2::2], strict=True)]
        description = [parts[0].strip()]
        fields: dict[str, str] = {}
        for key, value in pairs:
            said = value.removesuffix(".") if key != "catchphrase" or value.endswith('".') else value
            if key in fields or not said or (key == "age" and not re.fullmatch(r"\d{1,2}", said)):
                description.append(f"{key}: {value}")
            else:
                fields[key] = literal(said)
        self._draft.take(self._line, "also aka")
        cast = self._draft.blocks.setdefault("CAST", [])
        cast.append(Entry(name, literal(" ".join(filter(None, description))), tuple(aliases), tuple(fields.items())))

    # ---- pages and panels

    def _panel(self, line: str) -> None:
        page = _PAGE.fullmatch(line)
        panel = None if page else _PANEL.fullmatch(line)
        if page is not None:
            self._page(page, line)
        elif panel is not None:
            self._finish_panel()
            self._panels += 1
            self._panel_at = len(self._draft.elements)
            self._draft.take(self._line, f"panel {panel[1]}")
            self._draft.elements.append(PanelStart(self._line, panel[1]))
            if panel[2]:
                self._fact(panel[2].strip("* "))
        else:
            self._fact(line)

    def _page(self, page: re.Match[str], line: str) -> None:
        self._finish_panel()
        draft, number, last = self._draft, page[1], page[2] or ""
        is_spread = bool(last) and int(last) == int(number) + 1
        kind = (page[3] or "").lower().split(" ")[-1]
        tags = (kind,) if kind in {"splash", "spread"} and not is_spread else ()
        draft.take(self._line, line)
        self._page_at = len(draft.elements)
        draft.elements.append(PageStart(self._line, number, last if is_spread else "", "", tags))
        if read := _READ.search(page[4]):
            draft.title["Reading"] = _READINGS[read[1]]
        elif (text := page[4].strip(" :.*–-")) and not re.fullmatch(r"\(?\d+ panels?\)?", text):
            draft.elements.append(Prose(self._line, (literal(text),)))
        self._panels = 0

    def _fact(self, line: str) -> None:
        """Take in a line of a panel, or of a page as a whole."""
        found = _FIELD.fullmatch(line.lstrip("-*• "))
        key = found[1].strip().lower() if found else ""
        if found is None or not found[3]:
            self._draft.elements.append(Prose(self._line, (literal(line),)))
            return
        aside, text = found[2] or "", found[3]
        self._draft.take(self._line, found[1])
        match key:
            case "objective" if not aside:
                self._objective(text)
            case "scene" if not aside and text.strip(". "):
                self._set_scene(text)
            case "in the picture" if not aside:
                self._pictured += [name.strip() for name in text.split(",") if name.strip()]
            case "action" | "visual" | "description" if not aside:
                self._draft.elements.append(Prose(self._line, (literal(text),)))
            case "dialogue" | "dialog" | "speech" if not aside and self._speech(text):
                pass
            case "caption" | "narration":
                self._lettering("CAPTION", aside, text)
            case "sound effect" | "sfx" | "sound":
                self._lettering("SFX", aside, text)
            case "title lettering":
                self._lettering("TITLE", aside, text)
            case "lettering in the art":
                self._lettering("TEXT", aside, text)
            case "artist" if not aside:
                self._draft.elements.append(Remark(self._line, "ARTIST", (literal(text),)))
            case "layout" if not self._panels and re.fullmatch(r"[^,\[\]():：]+", text):
                self._tag_page(f"layout: {text}")
            case _:
                self._draft.elements.append(Prose(self._line, (literal(line),)))

    def _objective(self, text: str) -> None:
        """Take in what stands on a panel's heading: tags where they are, otherwise description."""
        rest: list[str] = []
        tags: list[str] = []
        for part in text.split(","):
            word = part.strip()
            inset = _INSET.fullmatch(word)
            if inset is not None and 0 < int(inset[1]) < self._panels:
                tags.append(f"inset {int(inset[1])}" if word.startswith("inset") else f"same as {int(inset[1])}")
            elif (read := read_tags(word)) is not None:
                tags += read
            elif seed := re.fullmatch(r"seed (\d{1,9})", word):
                tags.append(f"seed {seed[1]}")
            elif word and word != _NO_OBJECTIVE:
                rest.append(word)
        start = self._draft.elements[self._panel_at] if self._panels else None
        if isinstance(start, PanelStart) and not start.tags:
            self._draft.elements[self._panel_at] = PanelStart(start.line, start.number, tuple(dict.fromkeys(tags)))
            self._draft.take(self._line, text if not rest else "")
        elif tags:
            rest = [text]
        if rest:
            self._draft.elements.append(Prose(self._line, (literal(", ".join(rest)),)))

    def _tag_page(self, tag: str) -> None:
        """Tag the page that is open; a page has one layout."""
        page = self._draft.elements[self._page_at] if self._page_at >= 0 else None
        if isinstance(page, PageStart) and not any(known.startswith("layout") for known in page.tags):
            self._draft.elements[self._page_at] = PageStart(
                page.line, page.number, page.last, page.count, (*page.tags, tag)
            )
        else:
            self._draft.elements.append(Prose(self._line, (literal(tag),)))

    def _set_scene(self, text: str) -> None:
        if text != self._scene:
            self._scene = text
            self._draft.elements.insert(
                self._panel_at if self._panels else len(self._draft.elements), Slug(self._line, literal(text))
            )
            self._panel_at += 1

    def _speech(self, text: str) -> bool:
        spoken = _SPOKEN.fullmatch(text)
        names = tuple(filter(None, map(clean_name, spoken[1].split("&")))) if spoken else ()
        words = _unquoted(spoken[3]) if spoken else ""
        if spoken is None or not names or not words:
            return False
        how = read_how(spoken[2] or "")
        is_dual = "at the same time" in how
        kept = tuple("cont" if word == "joined" else word for word in how if word != "at the same time")
        self._draft.take(self._line, spoken[2] or "")
        speech = Speech(self._line, declare(self._draft, names), kept, (Balloon((unmarked(words),)),), is_dual)
        self._draft.elements.append(speech)
        return True

    def _lettering(self, label: LetteringLabel, aside: str, text: str) -> None:
        words = _unquoted(text)
        if words:
            self._draft.elements.append(Lettering(self._line, label, read_how(aside), (unmarked(words),)))

    def _finish_panel(self) -> None:
        """Say who is in the picture where nothing else in the panel does."""
        if not self._pictured:
            return
        panel = self._draft.elements[self._panel_at :] if self._panels else []
        said = fold(" ".join(" ".join(one.lines) for one in panel if isinstance(one, Prose)))
        voices = {fold(name) for one in panel if isinstance(one, Speech) for name in one.speakers}
        for name in self._pictured:
            spellings = (name, *self._names["CAST"].get(fold(name), ()))
            if fold(name) not in voices and not any(fold(spelling) in said for spelling in spellings):
                self._draft.elements.append(Prose(self._line, (f"In the picture: {literal(name)}.",)))
        self._pictured.clear()


def _unquoted(text: str) -> str:
    """Return lettering without the quotes around it."""
    inside = text[1:-1] if len(text) > 1 and text[0] in _QUOTES and text[-1] in _QUOTES else text
    return inside.strip()

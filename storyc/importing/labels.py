"""What stands before a colon, or alone above words: a name, a kind of lettering, a note to somebody, or nothing of the kind."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct

from .draft import LetteringLabel
from .names import clean_name, fold, is_how, split_names

_LABELLED = re.compile(
    r"(?:\d{1,3}[.)]?\s+)?(?P<label>@?[^:：()（）\[\]\s][^:：()（）\[\]]{0,59}?)\s*"
    r"(?P<hows>(?:(?:[(（\[][^()（）\[\]]*[)）\]]\s*)+(?:#?\d{1,2}\s*)?)?)"
    r"[:：](?!//)(?!(?<=\d.)\d)\s*(?P<text>.*)",
    re.DOTALL,
)
_CUE = re.compile(
    r"(?:\d{1,3}[.)]\s+)?(?P<label>@?[^()（）\[\]:：^]{1,60}?)\s*+(?P<hows>(?:[(（\[][^()（）\[\]]*[)）\]]\s*+)*+)[:：]?\s*+(?P<dual>\^?)"
)
_BARE_LETTERING = re.compile(r"(?P<label>SFX|TITLE)\s+(?:[-–—|]\s*)?(?P<text>[^\s:：(（].*)")
"""`SFX KRAK`, `TITLE The Fox | part one`."""
_QUOTED = re.compile(
    r"(?P<label>[^「」『』（）():：、。，！？\s]{1,12})\s*(?P<hows>(?:[（(][^（）()]*[)）]\s*)*)[「『](?P<text>[^「」]*(?:「[^「」]*」[^「」]*)*)[」』]"
)
"""`美咲（小声）「重い。」`, as Japanese scripts are written."""
_QUOTED_LETTERING: Mapping[str, tuple[str, ...]] = {"N": ("narrator",), "NA": ("narrator",), "M": ("monologue",)}
_PARTICLES = ("は", "が", "の", "を", "に", "へ", "と", "も", "で", "から", "まで")
"""Behind which a quotation is part of a sentence."""
_HOW = re.compile(r"[(（\[]([^()（）\[\]]*)[)）\]]")
_BALLOON_NUMBER = re.compile(r"\d{1,3}[.)]?\s")
_TRAILING_NUMBER = re.compile(r"\s*#?\d{1,3}$")
_MARKUP = "*_ "
_JOINT = re.compile(r"\s+-\s+|\s*[–—]\s*")

_LETTERING: Mapping[str, tuple[LetteringLabel, tuple[str, ...]]] = {
    "CAPTION": ("CAPTION", ()), "CAPTIONS": ("CAPTION", ()), "CAP": ("CAPTION", ()), "CAPT": ("CAPTION", ()), "BOX": ("CAPTION", ()),
    "NARRATION": ("CAPTION", ("narrator",)), "NARRATOR": ("CAPTION", ("narrator",)), "NARR": ("CAPTION", ("narrator",)),
    "NARRATIVE": ("CAPTION", ("narrator",)), "LOCATION CAPTION": ("CAPTION", ("locale",)), "LOCALE": ("CAPTION", ("locale",)),
    "LOCATOR": ("CAPTION", ("locale",)), "INTERNAL MONOLOGUE": ("CAPTION", ("monologue",)),
    "キャプション": ("CAPTION", ()), "ナレーション": ("CAPTION", ("narrator",)), "モノローグ": ("CAPTION", ("monologue",)),
    "SFX": ("SFX", ()), "FX": ("SFX", ()), "SE": ("SFX", ()), "SOUND": ("SFX", ()), "SOUNDS": ("SFX", ()), "SOUND FX": ("SFX", ()),
    "SOUND EFFECT": ("SFX", ()), "SOUND EFFECTS": ("SFX", ()), "効果音": ("SFX", ()), "擬音": ("SFX", ()), "オノマトペ": ("SFX", ()),
    "TITLE": ("TITLE", ()), "TITLES": ("TITLE", ()), "TITLE CARD": ("TITLE", ()), "LOGO": ("TITLE", ()), "CREDITS": ("TITLE", ()),
    "TEXT": ("TEXT", ()), "SIGN": ("TEXT", ("sign",)), "SCREEN": ("TEXT", ("screen",)), "LETTER": ("TEXT", ("letter",)),
    "LETTERING": ("TEXT", ()), "DISPLAY LETTERING": ("TEXT", ()), "DISPLAY": ("TEXT", ()), "ON-SCREEN": ("TEXT", ("screen",)),
    "NEWSPAPER": ("TEXT", ("newspaper",)), "HEADLINE": ("TEXT", ("headline",)), "POSTER": ("TEXT", ("poster",)),
    "TEXT MESSAGE": ("TEXT", ("screen",)), "COMPUTER SCREEN": ("TEXT", ("screen",)),
}  # fmt: skip
_REMARKS: Mapping[str, str] = {
    "ARTIST": "ARTIST", "ARTIST NOTE": "ARTIST", "ART NOTE": "ARTIST", "NOTE TO ARTIST": "ARTIST", "NOTE TO THE ARTIST": "ARTIST",
    "COLORIST": "COLORIST", "COLOURIST": "COLORIST", "COLORS": "COLORIST", "COLOURS": "COLORIST", "COLOR NOTE": "COLORIST",
    "COLOUR NOTE": "COLORIST", "LETTERER": "LETTERER", "LETTERING NOTE": "LETTERER", "NOTE TO LETTERER": "LETTERER",
    "EDITOR": "EDITOR", "EDITOR'S NOTE": "EDITOR", "NOTE": "NOTE", "NOTES": "NOTE", "N.B.": "NOTE", "NB": "NOTE", "PROMPT": "PROMPT",
}  # fmt: skip
_DESCRIPTIONS = frozenset(
    (
        "DESCRIPTION",
        "DESC",
        "DESCR",
        "ACTION",
        "PANEL DESCRIPTION",
        "VISUAL",
        "VISUALS",
        "ART",
        "IMAGE",
        "PICTURE",
        "絵",
        "描写",
        "説明",
        "ト書き",
    )
)
_CAPTION_OF = re.compile(r"\b(?:CAPTION|CAP)\b")
"""`MARA CAPTION`, `CAPTION - MARA`."""
_CAMERA = re.compile(
    r"\b(?:shot|angle|angles|close|closeup|wide|view|inset|insert|establishing|pov|scene|setting|time|location|panel|page|background|"
    r"foreground|bg|fg|splash|flashback|int|ext|est|pan|zoom|cut|fade|montage|layout|ps|pull|meanwhile|later|end|continued|mood|"
    r"palette|style|size|format|lighting|camera|summary|logline|synopsis|date|draft|title|chapter|issue|act|episode|version)\b",
    re.IGNORECASE,
)
_UNCASED_NAME = re.compile(r"(?!(?:場所|場面|時間|時|注|備考|背景|日時|ページ|コマ)$)[^\W\d_][\w ・々ー&＆-]*")
_MOST_WORDS = 5
_MOST_WORDS_IN_LOWER_CASE = 3
_LONGEST_UNCASED = 12


class Label(Struct, frozen=True, gc=False):
    """What stands before some words and says what they are."""

    kind: Literal["speech", "lettering", "remark", "prose"]
    speakers: tuple[str, ...] = ()
    lettering: LetteringLabel = "TEXT"
    audience: str = ""
    how: str = ""
    """What stands in brackets behind it, as written."""
    more_how: tuple[str, ...] = ()
    """What its own words say."""
    text: str = ""
    is_dual: bool = False

    def words_of_it(self, line: str) -> str:
        """Return what of its line is said in another way by what is made of it: all but names and text."""
        if self.kind != "speech":
            return line.removesuffix(self.text)
        number = _BALLOON_NUMBER.match(line)
        return f"{number[0] if number else ''} {self.how}"


class Labels:
    """Tells labels from other words, by what else stands in the same script."""

    def __init__(self, lines: Iterable[str], declared: Iterable[str] = ()) -> None:
        self.known = {fold(name) for name in declared}
        seen: Counter[str] = Counter()
        for line in lines:
            found = _LABELLED.match(line) if ":" in line or "：" in line else None
            if found is None:
                continue
            label = found["label"].strip(_MARKUP)
            if label.startswith("@"):
                self.known.update(fold(name) for name in split_names(label[1:]))
            elif self._is_caps_name(label):
                self.known.update(fold(name) for name in split_names(label))
            elif _may_be_name(label):
                # a full-width colon behind a few characters is hardly anything else
                seen[label] += 2 if label.upper() == label.lower() and "：" in line else 1
        self.known.update(fold(clean_name(label)) for label, times in seen.items() if times > 1)
        self.known.discard("")

    def add(self, name: str) -> None:
        """Know a name from now on."""
        self.known.add(fold(name))

    def has(self, label: str) -> bool:
        """Return whether everybody whom a label names is known."""
        return self._is_known(label)

    def read(self, line: str) -> Label | None:
        """Return what a line says as `label (how): text`, None if its colon is a colon."""
        found = _LABELLED.match(line)
        if found is not None:
            text = found["text"].strip().removeprefix("**").strip()
            if (label := self._label(found["label"], found["hows"], text, is_cue=False)) is not None:
                return label
        if "「" in line or "『" in line:
            return self._quoted(line)
        bare = _BARE_LETTERING.fullmatch(line)
        return self._told(bare["label"], "", bare["text"]) if bare is not None else None

    def _quoted(self, line: str) -> Label | None:
        """Return what a line says that is a name and words in corner brackets; None if it is a sentence with a quotation."""
        found = _QUOTED.fullmatch(line)
        if found is None:
            return None
        label, how = _plain(found["label"]), ", ".join(_HOW.findall(found["hows"]))
        if kind := _QUOTED_LETTERING.get(label.upper()):
            return Label("lettering", lettering="CAPTION", how=how, more_how=kind, text=found["text"])
        if (told := self._told(label.upper(), how, found["text"])) is not None:
            return told
        names = split_names(found["label"])
        is_name = self._is_known(found["label"]) or not found["label"].endswith(_PARTICLES)
        return Label("speech", names, how=how, text=found["text"]) if names and is_name else None

    def read_cue(self, line: str, *, is_new: bool) -> Label | None:
        """Return what a line says that stands alone above words; with `is_new` names in capitals need not be known."""
        found = _CUE.fullmatch(line)
        if found is None:
            return None
        name = found["label"].strip(_MARKUP)
        if not is_new and not self._is_known(name) and name.upper() not in _LETTERING:
            return None
        label = self._label(found["label"], found["hows"], "", is_cue=True)
        if label is None or (label.kind == "prose" or (label.kind == "remark" and not name.isupper())):
            return None
        return Label(
            label.kind,
            label.speakers,
            label.lettering,
            label.audience,
            label.how,
            label.more_how,
            "",
            bool(found["dual"]),
        )

    def _label(self, written: str, hows: str, text: str, *, is_cue: bool) -> Label | None:
        is_forced = written.lstrip(_MARKUP).startswith("@")
        label = " ".join(written.strip(_MARKUP).removeprefix("@").split())
        how = ", ".join(part.strip() for part in _HOW.findall(hows) if part.strip())
        word = _TRAILING_NUMBER.sub("", _plain(label).upper())
        is_word = word in _LETTERING if is_forced else label[:1].isupper() or not label.isascii()
        if is_word and (told := self._told(word, how, text)) is not None:
            return told
        if is_forced or self._is_known(label) or self._is_caps_name(label):
            names = split_names(label)
            return Label("speech", names, how=how, text=text) if names else None
        # `MARA CAPTION:`, `CAPTION - MARA:`, `MARA - OFF:`
        return self._joined(label, how, text) if not is_cue or label.isupper() else None

    def _told(self, word: str, how: str, text: str) -> Label | None:
        """Return a label that is a word of the trade."""
        if word in _LETTERING:
            kind, more = _LETTERING[word]
            return Label("lettering", lettering=kind, how=how, more_how=more, text=text)
        if word in _REMARKS:
            return Label("remark", audience=_REMARKS[word], how=how, text=text)
        if word in _DESCRIPTIONS:
            return Label("prose", how=how, text=text)
        return None

    def _joined(self, label: str, how: str, text: str) -> Label | None:
        if label.isupper() and _CAPTION_OF.search(label):
            name = _CAPTION_OF.sub("", label).strip(" -–—/,")
            return Label("lettering", lettering="CAPTION", how=", ".join(filter(None, (name, how))), text=text)
        parts = _JOINT.split(label)
        if len(parts) == 2 and (self._is_known(parts[0]) or (self._is_caps_name(parts[0]) and is_how(parts[1]))):
            return Label("speech", split_names(parts[0]), how=", ".join(filter(None, (parts[1], how))), text=text)
        return None

    def _is_known(self, label: str) -> bool:
        names = split_names(label)
        return bool(names) and all(fold(name) in self.known for name in names)

    @staticmethod
    def _is_caps_name(label: str) -> bool:
        return (
            label.isupper()
            and len(label.split()) <= _MOST_WORDS
            and not _CAMERA.search(label)
            and not _CAPTION_OF.search(label)
            and len(_JOINT.split(label)) == 1
            and _TRAILING_NUMBER.sub("", _plain(label)) not in _LETTERING
            and label not in _REMARKS
            and label not in _DESCRIPTIONS
            and bool(split_names(label))
        )


def _plain(label: str) -> str:
    """Return a label in letters of usual width; those of `ＳＥ` are as wide as kanji."""
    return label if label.isascii() else unicodedata.normalize("NFKC", label)


def _may_be_name(label: str) -> bool:
    """Return whether a label that is not in capitals could be somebody's, if it comes again."""
    words = label.split()
    if not words or _plain(label).upper() in _LETTERING or label.upper() in _REMARKS or label.upper() in _DESCRIPTIONS:
        return False
    if label.upper() == label.lower():
        return len(label) <= _LONGEST_UNCASED and _UNCASED_NAME.fullmatch(label) is not None
    return (
        len(words) <= _MOST_WORDS_IN_LOWER_CASE
        and all(
            word[0].isupper() or not word[0].isalpha() or word in {"&", "of", "the", "and", "de", "von"}
            for word in words
        )
        and not _CAMERA.search(label)
    )

"""Names of speakers, as they can be declared, and what stands in the brackets behind them."""

import re
import unicodedata
from functools import lru_cache

from .draft import Draft, Entry
from .nicknames import add_alias, find_owner

RESERVED = frozenset(
    ("CAPTION", "CAP", "SFX", "TITLE", "TEXT", "ARTIST", "LETTERER", "COLORIST", "EDITOR", "NOTE", "PROMPT")
)
"""Words of the language, which nobody can be called."""

_REMEMBERED = 4096
"""Names; a script repeats its own."""
_LONGEST_NAME = 48
_TOGETHER = re.compile(r"\s*[&＆+/／]\s*")
_UNFIT = re.compile(r"[^\w .'’·・-]+|_")
_EDGES = " .'’·・-"
_KEYWORD = re.compile(
    r"(?:pages?|panel|clip|include|define|cast|characters|locations|props|style|story|constraints|attachments"
    r"|int|ext|est|fade|cut)\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"[*_]{1,3}")
_SILENT = frozenset(("cont'd", "cont’d", "contd", "continued", "continuing", "cont"))
_UNFIT_HOW = re.compile(r"[()（）:：\[\]{}\\^]+")
_KNOWN_HOW = {
    "o.c.": "off", "oc": "off", "off-camera": "off", "off camera": "off", "o.p": "off", "o.s": "off", "v.o": "off", "o.s.": "off",
    "v.o.": "off", "o.p.": "off", "os": "off", "vo": "off", "op": "off", "o/s": "off", "v/o": "off", "off-panel": "off", "off panel": "off",
    "off-screen": "off", "off screen": "off", "into device": "radio", "filtered": "radio", "over phone": "radio",
    "on phone": "radio", "over radio": "radio", "thot": "thought", "thought bubble": "thought", "thoughts": "thought",
    "thinking": "thought", "thinks": "thought", "loud": "large", "shouting": "burst", "shouts": "burst", "yelling": "burst",
    "yells": "burst", "screaming": "burst", "screams": "burst", "whispering": "whisper", "whispers": "whisper",
    "whispered": "whisper", "muttering": "small", "mutters": "small", "singing": "sing", "sings": "sing",
    "心の声": "thought", "心": "thought", "モノローグ": "thought", "思考": "thought", "心の中": "thought", "ｍ": "thought", "内心": "thought", "小声": "whisper", "ささやき": "whisper",
    "叫び": "burst", "叫ぶ": "burst", "叫んで": "burst", "オフ": "off", "画面外": "off", "電話": "radio", "無線": "radio",
    "cont.": "cont", "contd": "cont", "contd.": "cont", "cont'd": "cont", "cont’d": "cont", "continued": "cont",
}  # fmt: skip
_HOWS = frozenset(
    ("off", "whisper", "burst", "shout", "yell", "scream", "thought", "radio", "electronic", "phone", "tv", "comm", "intercom",
     "robot", "small", "mutter", "large", "big", "weak", "wavy", "sing", "joined", "cont", "double-outline", "translated")
)  # fmt: skip

_CAPTION_KINDS = frozenset(("locale", "narrator", "monologue", "spoken", "editorial", "floating"))


@lru_cache(_REMEMBERED)
def fold(name: str) -> str:
    """Return the spelling under which a name is looked up."""
    return unicodedata.normalize("NFC", " ".join(name.split()).casefold())


@lru_cache(_REMEMBERED)
def clean_name(written: str) -> str:
    """Return a name as it can be declared; empty if nothing is left of it."""
    name = " ".join(_UNFIT.sub(" ", _MARKUP.sub("", written)).split()).strip(_EDGES)
    name = name.removeprefix("-")
    if not name or len(name) > _LONGEST_NAME:
        return ""
    if name.upper() in RESERVED or _KEYWORD.match(name) or not name[0].isalnum():
        return f"THE {name}"
    return name


@lru_cache(_REMEMBERED)
def split_names(written: str) -> tuple[str, ...]:
    """Return everybody who speaks under a label, each name once; empty if it names nobody."""
    names = (clean_name(part) for part in _TOGETHER.split(written))
    return tuple({fold(name): name for name in names if name}.values())


def declare(draft: Draft, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return names as the cast of a draft has them; who is not in it yet is added, with a short form to whom it means."""
    cast = draft.blocks.setdefault("CAST", [])
    known = _spellings(draft, cast)
    found = []
    for name in names:
        if fold(name) not in known:
            known[fold(name)] = name
            owner = find_owner(name, draft)
            if owner is None:
                cast.append(Entry(name))
            else:
                add_alias(draft, name, owner)
        found.append(known[fold(name)])
    return tuple(dict.fromkeys(found))


def _spellings(draft: Draft, cast: list[Entry]) -> dict[str, str]:
    """Return all names and aliases of a cast, folded, with the name to use; kept with the draft from one call to the next."""
    known = draft.known_names
    for entry in cast[draft.known_entries :]:
        for spelling in (entry.name, *entry.aliases):
            known.setdefault(fold(spelling), entry.name)
    draft.known_entries = len(cast)
    return known


def read_how(written: str, *, keeps_continued: bool = True) -> tuple[str, ...]:
    """Return the modifiers in a pair of brackets, those that `.story` knows in its own spelling.

    Without `keeps_continued` those are left out that only say that somebody goes on, as screenwriting programs add them.
    """
    words = (" ".join(_UNFIT_HOW.sub(" ", word).split()) for word in re.split(r"[,，、;]", written))
    known = (_KNOWN_HOW.get(word.casefold(), word) for word in words if word)
    lower = (word.casefold() if word.casefold() in _HOWS | _CAPTION_KINDS else word for word in known)
    return tuple(dict.fromkeys(word for word in lower if keeps_continued or word.casefold() not in _SILENT))


def is_how(written: str) -> bool:
    """Return whether all that stands in a pair of brackets says how a balloon is drawn."""
    found = read_how(written)
    return bool(found) and all(word in _HOWS for word in found)

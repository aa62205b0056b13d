"""What Unicode says about a text that is to be lettered: its clusters, its direction, the names of its scripts.

A *cluster* is what must not be torn apart: a letter with its accents, an emoji with its joiners.
"""

from collections import Counter
from functools import lru_cache
from unicodedata import bidirectional, category, name, normalize

_JOINER = "\u200d"
_JOINERS = frozenset({_JOINER, "\u200c"})
_VARIATIONS = frozenset("\ufe0e\ufe0f")
_ATTACHED = _JOINERS | _VARIATIONS
_MARKS = frozenset({"Mn", "Mc", "Me"})

_INDIC_AND_BEYOND = (
    (0x0900, 0x0DFF),  # Devanagari to Sinhala
    (0x0E00, 0x0EFF),  # Thai and Lao
    (0x0F00, 0x109F),  # Tibetan and Burmese
    (0x1780, 0x17FF),  # Khmer
)

_SCRIPTS = {
    "CJK": "Chinese",
    "KANGXI": "Chinese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "GREEK": "Greek",
}
_NO_OPENING = frozenset(
    "、。，．・：；？！」』）】〉》〕］｝゛゜々ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ…‥～〜’”!?,.:;)]}%"
)
_NO_CLOSING = frozenset("「『（【〈《〔［｛‘“([{¿¡")


def cleaned(text: str, limit: int) -> str:
    """Return at most `limit` characters, composed, on one line, without controls and invisible marks."""
    kept: list[str] = []
    for character in normalize("NFC", text[:limit]):
        match category(character):
            case "Cc" | "Zl" | "Zp" | "Zs":
                kept.append(" ")
            case "Cs":
                kept.append("\ufffd")
            case "Cf" if character not in _JOINERS:
                continue
            case _:
                kept.append(character)
    return " ".join("".join(kept).split())


def clusters(text: str) -> list[str]:
    """Return the text cut where it may be cut."""
    found: list[str] = []
    is_joined = False
    for character in text:
        if found and (is_joined or is_mark(character) or 0x1F3FB <= ord(character) <= 0x1F3FF):
            found[-1] += character
        else:
            found.append(character)
        is_joined = character == _JOINER
    return found


@lru_cache(maxsize=4096)
def is_mark(character: str) -> bool:
    """Return whether the character belongs to the one before it."""
    return category(character) in _MARKS or character in _ATTACHED


def is_invisible(character: str) -> bool:
    """Return whether a font needs no glyph for the character."""
    return character == " " or character in _ATTACHED


@lru_cache(maxsize=4096)
def is_wide(character: str) -> bool:
    """Return whether lines may break beside the character without a space: East Asian writing."""
    code = ord(character)
    return 0x2E80 <= code <= 0xA4CF or 0xF900 <= code <= 0xFAFF or 0xFE30 <= code <= 0xFFEF or code >= 0x20000


def may_part(before: str, after: str) -> bool:
    """Return whether a line may end between two clusters that no space divides."""
    if after[0] in _NO_OPENING or before[-1] in _NO_CLOSING:
        return False
    return is_wide(before[0]) or is_wide(after[0]) or _is_unspaced(before[0]) or before[-1] in "-–—/"


def _is_unspaced(character: str) -> bool:
    # Thai, Lao, Burmese and Khmer write no spaces between words and we carry no dictionary: any cluster may end a line.
    code = ord(character)
    return 0x0E00 <= code <= 0x0EFF or 0x1000 <= code <= 0x109F or 0x1780 <= code <= 0x17FF


@lru_cache(maxsize=4096)
def needs_shaping(character: str) -> bool:
    """Return whether letters of this kind change with their neighbours or run from right to left."""
    code = ord(character)
    return (
        bidirectional(character) in {"R", "AL"}
        or (category(character) in _MARKS and character not in _VARIATIONS)
        or any(first <= code <= last for first, last in _INDIC_AND_BEYOND)
    )


def direction(text: str) -> str:
    """Return `rtl` or `ltr` from the first letter that has a direction; empty if none has."""
    for character in text:
        match bidirectional(character):
            case "R" | "AL":
                return "rtl"
            case "L" | "EN" | "AN":
                return "ltr"
            case _:
                continue
    return ""


def script_of(cluster: str) -> str:
    """Return the script's English name, `Thai`; `symbol` for what is no letter, `unknown` for what has no name."""
    words = name(cluster[0], "").split(" ")
    if category(cluster[0])[0] not in "LNM":
        return "symbol" if words[0] else "unknown"
    return _SCRIPTS.get(words[0], words[0].capitalize()) if words[0] else "unknown"


def substitute(missing: list[str]) -> str:
    """Return words in brackets that say what clusters without a font would have shown: `[12 Thai letters]`.

    Chinese characters beside kana are Japanese; symbols beside letters go without saying.
    """
    scripts = Counter(script_of(cluster) for cluster in missing)
    symbols, unknown = scripts.pop("symbol", 0), scripts.pop("unknown", 0)
    if "Japanese" in scripts:
        scripts["Japanese"] += scripts.pop("Chinese", 0)
    said = [_counted(count, f"{script} letter") for script, count in scripts.items()]
    if unknown:
        said.append(_counted(unknown, "unreadable sign"))
    if symbols and not said:
        said.append(name(missing[0][0]).lower() if symbols == 1 else f"{symbols} symbols")
    return f"[{', '.join(said)}]"


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def unaccented(cluster: str) -> str:
    """Return the plain letters under the accents, and ASCII for printers' dashes and quotes."""
    return "".join(
        _PLAIN.get(character, character) for character in normalize("NFKD", cluster) if not is_mark(character)
    )


_PLAIN = {
    "–": "-",
    "—": "-",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "…": "...",
    "ß": "ss",
    "æ": "ae",
    "ø": "o",
    "ł": "l",
}

"""Finds who and what is in a picture: named in its description, or heard in it."""

import re
from collections.abc import Iterable, Mapping

from storyc.semantics import fold
from storyc.storyboard import Character, Prop, Speech

_UNSEEN = frozenset(("off", "radio"))


_RUN_ON = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff"
"""Scripts that put no spaces between words, or hang endings on a name: the word may go on behind a name, or begin before it."""
_LETTER = rf"[^\W_{_RUN_ON}]"
_INDIC = r"[\w\u0900-\u0dff]"
"""Vowel signs are no letters for a regular expression."""
_CLITICS = r"(?:(?<!\w)|(?<=\b[وفبكلس])|(?<=\b[وف][بكلس])|(?<=\bال)|(?<=\b[وفبك]ال)|(?<=\bلل)|(?<=\b[והבלמשכ])|(?<=\b[והבלמשכ]{2}))"
"""Where a word begins in Arabic and Hebrew, or after the short words that are written on to the next."""
_ARTICLE = "the "
_AND = r"(?:and|und|et|och|og|en|y|e|и)\b"
_NEVER_NAMES = frozenset("I")
"""A pronoun wherever it stands."""
_SELDOM_NAMES = frozenset("AEOUYÀÉÓАВИКОСУЯ")
"""Words of one letter in one language or another: where a word follows, they are names only inside a sentence."""


class Finder:
    """Finds names in prose: any of the declared spellings, as a whole word, with a capital where it is declared so.

    A name written in capitals, `MARA`, is found as `Mara` too, but not as `mara`, which may be an ordinary word; but `THE
    BOY` is `the boy`, too. With `in_any_case` all are found however they are written, as things are, which are seldom
    capitalised in a sentence.
    """

    def __init__(self, spellings: Mapping[str, str], *, in_any_case: bool = False) -> None:
        self._names = {fold(spelling): name for spelling, name in spellings.items()}
        self._starts_upper = {folded: spelling[:1].isupper() and not (in_any_case or folded.startswith(_ARTICLE))
                              for spelling in spellings for folded in (fold(spelling),)}  # fmt: skip
        self._traces = _traces(spellings)
        pattern = _any_of(spellings)
        self._pattern = re.compile(pattern, re.IGNORECASE) if pattern else None

    def find(self, text: str) -> list[str]:
        """Return the names in a text, in order, perhaps more than once."""
        return [name for _, name in self.written(text)]

    def written(self, text: str) -> list[tuple[str, str]]:
        """Return the names in a text, each as it stands there and as it is declared."""
        if self._pattern is None or not self._has_trace(text):
            return []
        words = self._pattern.findall(text)
        return [(word, name) for word in words if (name := self.meant(word)) is not None]

    def _has_trace(self, text: str) -> bool:
        """Return whether there may be a name in a text; where there is none, the pattern would try each character in vain."""
        folded = text.casefold()
        return any(trace in folded for trace in self._traces)

    def meant(self, written: str) -> str | None:
        """Return the name that a word stands for, None if it stands for none."""
        folded = fold(written)
        is_name = folded in self._names and (written[0].isupper() or not self._starts_upper[folded])
        return self._names[folded] if is_name else None


def _traces(spellings: Iterable[str]) -> tuple[str, ...]:
    """Return a few words, one or more of which stand wherever one of the spellings does."""
    traces: dict[str, None] = {}
    for words in sorted((spelling.casefold().split() for spelling in spellings), key=len):
        if not any(word in traces for word in words):
            traces[max(reversed(words), key=len)] = None  # of `the boy` not `the`
    return tuple(traces)


def _any_of(spellings: Iterable[str]) -> str:
    """Return a pattern for spellings that stand alone, the longest first; empty if none could be told from other words.

    What they have in common is written once: it is looked for at every character of a story.
    """
    words: dict[tuple[str, str], dict[str, list[str]]] = {}
    letters: list[str] = []
    for spelling in sorted(spellings, key=lambda spelling: (-len(spelling), spelling)):
        first, rest = spelling[0], r"\s+".join(map(re.escape, spelling[1:].split()))
        if len(spelling) == 1 and first.upper() != first.lower():
            letters += () if first in _NEVER_NAMES else (_whole_letter(first),)
            continue
        gap = r"\s+" if spelling[1:2].isspace() else ""
        by_first = words.setdefault((_start(first), _end(spelling[-1])), {})
        by_first.setdefault(re.escape(first if len(first.lower()) > 1 else first.lower()), []).append(gap + rest)
    alike = (
        f"{start}{_either(_behind(*pair) for pair in by_first.items())}{end}"
        for (start, end), by_first in words.items()
    )
    return "|".join((*alike, *letters))


def _behind(first: str, rests: Iterable[str]) -> str:
    return first + _either(rests)


def _either(patterns: Iterable[str]) -> str:
    return f"(?:{'|'.join(patterns)})"


def _start(first: str) -> str:
    if _is_joining(first):
        return _CLITICS
    if "\u0900" <= first <= "\u0dff":
        return f"(?<!{_INDIC})"
    return f"(?<!{_LETTER})" if _is_spaced(first) else ""


def _end(last: str) -> str:
    return f"(?!{_LETTER})" if _is_spaced(last) or _is_joining(last) else ""


def _is_spaced(character: str) -> bool:
    """Return whether a character is a letter or a digit of a script that writes whole words."""
    return character.upper() != character.lower() or (character.isascii() and character.isalnum())


def _is_joining(character: str) -> bool:
    """Return whether a character is a letter of Hebrew or Arabic."""
    return "\u0590" <= character <= "\u07ff"


def _whole_letter(letter: str) -> str:
    """Return a pattern for a name of one letter: in its own case, and no initial, no shape and no part of a shorter word."""
    alone = (
        rf"(?<!{_LETTER})(?<!{_LETTER}[-‐‑'’./&+])(?<!\b[Aa]\s)(?<!\b[Aa]n\s)(?<!\b[Tt]he\s)"
        rf"(?-i:{letter})(?!{_LETTER})(?![-‐‑./&+]{_LETTER})(?!['’](?!s\b){_LETTER})"
    )
    return alone if letter not in _SELDOM_NAMES else rf"{alone}(?:(?<=[\w,’'\")] .)|(?!\s+(?!{_AND}){_LETTER}))"


def people_finder(cast: Iterable[Character]) -> Finder:
    """Return what finds the characters of a story; a look is found by its own aliases."""
    spellings: dict[str, str] = {}
    for character in cast:
        is_look = " / " in character.name
        for spelling in (() if is_look else (character.name,)) + character.aliases:
            spellings.setdefault(spelling, character.name)
    return Finder(spellings)


def prop_finder(props: Iterable[Prop]) -> Finder:
    """Return what finds the props of a story."""
    return Finder({spelling: prop.name for prop in props for spelling in (prop.name, *prop.aliases)}, in_any_case=True)


def is_seen(speech: Speech) -> bool:
    """Return whether whoever says this is in the picture."""
    return _UNSEEN.isdisjoint(speech.modifiers)

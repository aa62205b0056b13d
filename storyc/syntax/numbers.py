"""Numbers as they stand in headings: digits, digits with a letter, `1.5`, words from one to ninety-nine."""

import re

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
          "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {word: value for value, word in enumerate(_UNITS, 1)} | {
    ten + unit: 10 * tens + units for tens, ten in enumerate(_TENS, 2) for units, unit in enumerate(("", *_UNITS[:9]))
}
_ENDS = r"(?=[\s\0]*(?:[\[(（［:：–—]|[.-](?!\w)|\Z))"
"""Digits behind a full stop belong to a number if its heading ends or goes on there: `PANEL 3.5 men` is panel 3."""
_NUMBER = re.compile(rf"(\d+)(?:\.\d+[A-Za-z]?{_ENDS}|[A-Za-z]?\b)|([A-Za-z]+)\b(?:[- ]([A-Za-z]+)\b)?")
_LONGEST = 9  # digits; what is longer is no page number, and int() refuses to read very long ones


def find_number(text: str, at: int = 0) -> tuple[int, int] | None:
    """Return the value of the number that stands at `at`, and where it ends; None if there is none."""
    found = _NUMBER.match(text, at)
    if found is None:
        return None
    if found[1]:
        return int(found[1][:_LONGEST]), found.end()
    word = found[2].lower()
    if found[3] and word in _TENS and (both := word + found[3].lower()) in _VALUES:
        return _VALUES[both], found.end()
    return (_VALUES[word], found.end(2)) if word in _VALUES else None

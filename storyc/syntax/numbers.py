"""Numbers as they stand in headings: digits, digits with a letter, words from one to ninety-nine."""

import re

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
          "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {word: value for value, word in enumerate(_UNITS, 1)} | {word: 10 * ten for ten, word in enumerate(_TENS, 2)}
_WORD = re.compile(
    rf"(?:(?:{'|'.join(_TENS)})(?:[- ]?(?:{'|'.join(_UNITS[:9])})\b)?|(?:{'|'.join(_UNITS[::-1])})\b)", re.I
)
_DIGITS = re.compile(r"(\d+)[a-z]?\b", re.IGNORECASE)
_LONGEST = 9  # digits; what is longer is no page number, and int() refuses to read very long ones


def find_number(text: str, at: int = 0) -> tuple[int, int] | None:
    """Return the value of the number that stands at `at`, and where it ends; None if there is none."""
    if digits := _DIGITS.match(text, at):
        return int(digits[1][:_LONGEST]), digits.end()
    if word := _WORD.match(text, at):
        parts = re.split(r"[- ]", word[0].lower())
        if len(parts) == 1 and parts[0] not in _VALUES:  # `twentyone`
            tens = next(ten for ten in _TENS if parts[0].startswith(ten))
            parts = [tens, parts[0][len(tens) :]]
        return sum(_VALUES[part] for part in parts), word.end()
    return None

"""Writes numbers the way others were written: in the digits of any script, or in English words."""

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
          "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def write_number(value: int, like: str) -> str:
    """Return a number from 1 as `like` is written: its digits and leading zeros, or words in capitals up to ninety-nine."""
    if like[0].isdecimal():
        zero = ord(like[0]) - int(like[0])
        digits = str(value).zfill(sum(character.isdecimal() for character in like) if like[0] == chr(zero) else 0)
        return "".join(chr(zero + int(digit)) for digit in digits)
    return _words(value).upper()


def _words(value: int) -> str:
    if value > 99:
        return str(value)
    if value < 20:
        return _UNITS[value - 1]
    tens, units = divmod(value, 10)
    return f"{_TENS[tens - 2]}-{_UNITS[units - 1]}" if units else _TENS[tens - 2]

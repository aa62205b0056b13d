"""Ids like the service's own: 25 characters, a `c` and base 36, and the same ones for the same seed."""

from hashlib import sha256
from string import ascii_lowercase, digits
from typing import Final

_ALPHABET: Final = digits + ascii_lowercase
_LENGTH: Final = 24


def make_id(seed: int, counter: int) -> str:
    """Return id number `counter` of a seed."""
    number = int.from_bytes(sha256(b"%d id %d" % (seed, counter)).digest())
    characters = []
    for _ in range(_LENGTH):
        number, digit = divmod(number, len(_ALPHABET))
        characters.append(_ALPHABET[digit])
    return "c" + "".join(characters)


def make_share(seed: int, counter: int) -> float:
    """Return a number from 0 up to 1 that belongs to a counter: how long its job takes between the shortest and the longest."""
    return int.from_bytes(sha256(b"%d share %d" % (seed, counter)).digest()[:6]) / 2**48

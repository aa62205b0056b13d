"""How old somebody is, as a description says it: `nine`, `sixty-one years old`, `a boy`, 8歳."""

import re
from functools import cache
from typing import Final

from .vocabulary import Vocabulary

CHILD: Final = 12
"""The oldest age at which somebody is drawn as a child."""
OLD: Final = 60
"""From this age on hair is grey, unless it is said to be something else."""

_UNITS: Final = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS: Final = {
    **{word: number for number, word in enumerate(_UNITS, 1)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
}
_NUMBER: Final = rf"(?P<number>\d{{1,3}}|(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_UNITS[:9])}))?|{'|'.join(_UNITS)})"
_AGES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_NUMBER}[- ]?(?:years?|yrs?)[- ]old\b",
        rf"\baged? {_NUMBER}\b",
        rf"\bof {_NUMBER}(?=[,;.)]|$)",  # a captain of sixty
        r"(?P<number>\d{1,3}) ?(?:歳|才)",
        rf"(?:^|[,;.(] ?){_NUMBER}(?=[,;.)]|$)",  # an item of a list: `Her grandson, nine.`
    )
)
_STAGES: Final = {
    3: "baby toddler infant 赤ん坊 赤ちゃん 幼児",
    8: "child kid boy girl schoolboy schoolgirl pupil grandson granddaughter 子供 子ども 少年 少女 男の子 女の子 小学生",
    15: "teen teenage teenager 高校生 中学生",
    35: "man woman lady gentleman mother father mum mom dad aunt uncle wife husband captain teacher 男性 女性 母 父",
    70: "elderly pensioner grandmother grandfather grandma grandpa granny crone 老人 老婆 老婦人 老紳士 おじいさん おばあさん 祖父 祖母",
}
_TEXT_LIMIT: Final = 400


def age_in(description: str) -> int | None:
    """Return the age in years that a description gives in numbers or words, None if it gives none."""
    text = description[:_TEXT_LIMIT]
    for pattern in _AGES:
        if found := pattern.search(text):
            return _years(found["number"].casefold())
    return _stages().first(text)


def _years(number: str) -> int:
    if number.isdecimal():
        return int(number)
    return sum(_NUMBERS[word] for word in number.replace("-", " ").split())


@cache
def _stages() -> Vocabulary[int]:
    return Vocabulary(_STAGES)

"""What a person's description and dress say about her looks, as far as a mannequin shows them."""

import re
from functools import cache
from typing import Literal

from msgspec import Struct

from .ages import OLD
from .brief import Lettering, Person, Shot
from .colours import Rgb, clothes_colour, colours_in, hair_colour, hat_colour, mixed, skin_colour
from .hand import stable_number
from .vocabulary import Vocabulary

Kind = Literal["person", "cat", "fox", "dog", "rabbit", "bear", "robot", "ghost"]
Hair = Literal["short", "bob", "long", "bun", "braids", "curls", "bald"]
Extra = Literal["glasses", "hat", "cap", "beanie", "helmet", "beard", "moustache", "hood", "scarf", "crown", "eyepatch"]
Mood = Literal["calm", "shout", "soft", "think", "glad", "sad", "angry", "afraid"]

_KINDS: dict[Kind, str] = {
    "cat": "cat kitten tomcat 猫 ねこ",
    "fox": "fox vixen 狐 きつね キツネ",
    "dog": "dog puppy wolf hound 犬 いぬ 狼",
    "rabbit": "rabbit bunny hare 兎 うさぎ ウサギ",
    "bear": "bear panda 熊 くま",
    "robot": "robot android cyborg droid ロボット アンドロイド",
    "ghost": "ghost spirit phantom 幽霊 お化け",
}
_FURS: dict[Kind, Rgb] = {
    "cat": (206, 168, 122),
    "fox": (224, 128, 60),
    "dog": (176, 132, 90),
    "rabbit": (226, 220, 212),
    "bear": (134, 96, 66),
    "robot": (176, 184, 192),
    "ghost": (236, 240, 246),
}
_HAIR_WORDS: dict[Hair, str] = {
    "bald": "bald hairless shaven 禿 坊主",
    "bob": "bob ボブ おかっぱ",
    "bun": "bun topknot お団子",
    "braids": "braid plait pigtail おさげ 三つ編み ツインテール",
    "curls": "curl curly afro wavy 巻き毛",
    "long": "ponytail locks mane long-haired 長い ロング",
    "short": "cropped close-cropped crewcut short-haired 短髪 ショート",
}
_USUAL_HAIR: dict[Hair, str] = {
    "long": "woman girl lady she queen princess mother mum mom daughter granddaughter grandmother sister aunt niece wife 少女 女 女性 女子 母 娘 姉 妹",
    "short": "man boy gentleman he king prince father dad son grandson grandfather brother uncle nephew husband 少年 男 男性 男子 父 息子 兄 弟",
}
"""What people guess who are told no more. `her` and `his` are not there: they speak of somebody else, as in `her grandson`."""
_LENGTH = re.compile(r"\b(long|short)\b[\w ,-]{0,24}\bhair", re.IGNORECASE)
_EXTRA_WORDS: dict[Extra, str] = {
    "glasses": "glasses spectacles goggles eyeglasses 眼鏡 メガネ めがね",
    "hat": "hat fedora bowler 帽子",
    "cap": "cap beret キャップ ベレー",
    "beanie": "beanie toque bonnet ニット帽",
    "helmet": "helmet ヘルメット 兜",
    "beard": "beard bearded 髭 ひげ",
    "moustache": "moustache mustache 口髭",
    "hood": "hood hooded hoodie raincoat cloak フード レインコート 雨合羽",
    "scarf": "scarf shawl スカーフ マフラー",
    "crown": "crown tiara 冠 王冠",
    "eyepatch": "eyepatch 眼帯",
}
_MOOD_WORDS: dict[Mood, str] = {
    "glad": "smile smiling grin grinning laugh laughing happy cheerful 笑 笑顔 微笑 嬉しい",
    "sad": "cry crying tear sob sad weep weeping 泣 涙 悲しい",
    "angry": "angry furious glare rage scowl snarl 怒 睨",
    "afraid": "afraid scared terrified shock shocked gasp horror squinting tremble 怖 恐 驚 震",
}


class Look(Struct, frozen=True, gc=False):
    """How somebody is drawn."""

    kind: Kind
    clothes: Rgb
    accent: Rgb
    """A second colour of the dress."""
    skin: Rgb
    hair: Hair
    hair_colour: Rgb
    extras: frozenset[Extra]
    hat_colour: Rgb


def look_of(person: Person) -> Look:
    """Return the looks of a person, the same in every panel."""
    kinds, extras, _ = _vocabularies()
    words = f"{person.description} {person.dress}"
    kind = kinds.first(person.description) or kinds.first(person.name) or "person"
    clothes = clothes_colour(person.dress, person.description, person.name)
    worn = [colour for _, colour in colours_in(person.dress)]
    if kind == "person":
        is_old = person.age is not None and person.age >= OLD
        skin, hair = skin_colour(person.name), hair_colour(person.description, person.name, is_old=is_old)
    else:
        named = [colour for _, colour in colours_in(person.description)]
        skin = hair = named[0] if named and kind != "fox" else _FURS[kind]
    return Look(
        kind=kind,
        clothes=clothes if person.dress or kind in {"person", "rabbit"} else mixed(skin, (60, 50, 60), 0.15),
        accent=worn[1] if len(worn) > 1 else mixed(clothes, (255, 250, 235), 0.45),
        skin=skin,
        hair=_hair_of(person),
        hair_colour=hair,
        extras=_with_soft_hat(frozenset(extra for extra, _ in extras.find(words)), words),
        hat_colour=hat_colour(words) or mixed(clothes, (40, 36, 44), 0.6),
    )


def mood_of(person: Person, shot: Shot) -> Mood:
    """Return how somebody feels in a panel: by the way she speaks, else by what the action says."""
    for lettering in shot.letterings:
        if lettering.kind == "speech" and person.name in lettering.speakers:
            return _voice(lettering)
    return _vocabularies()[2].first(shot.action) or "calm"


def _hair_of(person: Person) -> Hair:
    styles, usual = _hair_vocabularies()
    if found := styles.first(person.description):
        return found
    if said := _LENGTH.search(person.description):
        return "long" if said[1].casefold() == "long" else "short"
    return usual.first(person.description) or _HAIRS[stable_number("style", person.name) % len(_HAIRS)]


def _with_soft_hat(extras: frozenset[Extra], words: str) -> frozenset[Extra]:
    return extras - {"hat"} | {"beanie"} if "hat" in extras and _SOFT_HAT.search(words) else extras


def _voice(lettering: Lettering) -> Mood:
    match lettering.modifiers:
        case [*_, "burst"] | ["burst", *_]:
            return "shout"
        case ["thought", *_]:
            return "think"
        case ["whisper" | "weak" | "small", *_]:
            return "soft"
        case ["sing", *_]:
            return "glad"
        case _:
            return "shout" if lettering.text.rstrip().endswith(("!", "！")) else "calm"


_HAIRS: tuple[Hair, ...] = ("short", "bob", "long", "curls", "short")
_SOFT_HAT = re.compile(r"\b(?:wool(?:l?en|ly)?|knit(?:ted)?|bobble|pompom)[- ]hat\b|毛糸の帽子", re.IGNORECASE)


@cache
def _vocabularies() -> tuple[Vocabulary[Kind], Vocabulary[Extra], Vocabulary[Mood]]:
    return Vocabulary(_KINDS), Vocabulary(_EXTRA_WORDS), Vocabulary(_MOOD_WORDS)


@cache
def _hair_vocabularies() -> tuple[Vocabulary[Hair], Vocabulary[Hair]]:
    return Vocabulary(_HAIR_WORDS), Vocabulary(_USUAL_HAIR)

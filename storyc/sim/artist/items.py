"""Things that an insert can show."""

from functools import cache
from typing import Literal

from .vocabulary import Vocabulary

Item = Literal["box", "phone", "letter", "cup", "book", "key", "torch", "clock", "hand", "blade", "flower", "food"]

_ITEMS: dict[Item, str] = {
    "phone": "phone handset telephone smartphone radio receiver walkie-talkie 電話 携帯 スマホ 無線機",
    "letter": "letter envelope note postcard ticket paper photo photograph map 手紙 封筒 切符 写真 地図",
    "cup": "cup mug glass tea coffee thermos bottle drink 茶 コップ 杯 珈琲 瓶",
    "book": "book diary notebook journal 本 日記 帳",
    "key": "key 鍵",
    "torch": "torch flashlight lantern lamp candle match 懐中電灯 提灯 蝋燭",
    "clock": "clock watch time timer 時計",
    "blade": "knife sword blade dagger gun pistol weapon 刀 剣 ナイフ 銃",
    "flower": "flower rose petal blossom 花 桜",
    "food": "bread cake croissant apple food rice egg パン 林檎 飯 卵",
    "box": "box lunchbox chest case suitcase parcel package crate bag 箱 弁当 鞄 包み",
    "hand": "hand fist finger palm 手 拳 指",
}


def item_in(action: str) -> Item | None:
    """Return the first thing that an action names and an insert can show."""
    return _vocabulary().first(action)


@cache
def _vocabulary() -> Vocabulary[Item]:
    return Vocabulary(_ITEMS)

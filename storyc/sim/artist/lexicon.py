"""Words of a script -> what a draft can show of them: the light, the weather, the things about.

The tables are a sketcher's, not a translator's: a few dozen things that say at a glance where we are, in English and
Japanese. What no table knows is left to the note under the picture.
"""

from functools import cache
from typing import Literal

from .vocabulary import Vocabulary

Light = Literal["day", "night", "evening", "dawn", "plain"]
Thing = Literal[
    "sea", "beach", "city", "shops", "trees", "mountains", "desert", "crane", "lighthouse", "ship", "fence", "lamp", "rain", "snow",
    "fog", "fire", "stars", "window", "door", "plant", "desk", "shelf", "bed", "creature", "car", "lantern", "machine",
    "kite", "birds", "house", "castle", "bridge", "bare",
]  # fmt: skip

_LIGHT_WORDS: dict[Light, str] = {
    "night": "night midnight nighttime moonlight nuit noche nacht 夜 深夜 真夜中 夜中 晩",
    "evening": "evening dusk sunset twilight nightfall soir atardecer abend 夕方 夕 夕暮れ 夕焼け 黄昏 日没",
    "dawn": "dawn sunrise daybreak aube amanecer morgendämmerung 夜明け 明け方 早朝 朝焼け",
    "day": "day morning noon afternoon midday daytime daylight jour matin día mañana tag morgen mittag 昼 朝 午前 午後 正午 日中",
}
_THING_WORDS: dict[Thing, str] = {
    "sea": "sea ocean water waves harbour harbor port pier mole quay dock jetty wharf landing marina lagoon canal bay lake river 海 港 波 湖 川",
    "beach": "beach shore coast seaside 浜 海岸 砂浜",
    "city": "city street skyline rooftop town downtown alley avenue building skyscraper metropolis 都市 街 町 ビル 路地 通り 屋上",
    "shops": "shop market arcade bakery café cafe bazaar store 商店街 店 市場 屋台",
    "trees": "forest wood tree park garden jungle orchard 森 林 木 公園 庭 桜",
    "mountains": "mountain hill peak cliff valley alps 山 丘 崖 谷",
    "desert": "desert dune sand wasteland 砂漠 砂丘",
    "crane": "crane クレーン",
    "lighthouse": "lighthouse 灯台",
    "ship": "ship boat vessel ferry trawler yacht 船 舟",
    "fence": "rail railing fence 手すり 柵 欄干",
    "lamp": "lamp lamps lamppost streetlight 街灯 ランプ",
    "lantern": "lantern 提灯 灯籠",
    "rain": "rain raining rainy downpour drizzle storm 雨 豪雨 嵐",
    "snow": "snow snowing snowy blizzard 雪 吹雪",
    "fog": "fog mist foggy misty haze smoke 霧 靄 煙",
    "fire": "fire flame flames bonfire burning 火 炎 焚き火",
    "stars": "star stars moon moonlit 星 月",
    "window": "window pane 窓 ガラス",
    "door": "door doorway gate ドア 扉 戸",
    "plant": "plant fern flowerpot 植木 鉢植え 観葉植物",
    "desk": "desk table counter bench 机 卓 テーブル カウンター",
    "shelf": "shelf shelves bookcase library books 棚 本棚 図書館 図書室",
    "bed": "bed bedroom 寝室 ベッド 布団",
    "creature": "creature monster beast demon dragon kraken 怪物 化け物 妖怪 怪獣 竜",
    "car": "car taxi truck van 車 自動車 タクシー",
    "kite": "kite 凧",
    "birds": "bird gull seagull crow raven pigeon swallow 鳥 カモメ 烏 カラス 鳩",
    "house": "house cottage cabin hut farmhouse villa 家 小屋",
    "castle": "castle fortress palace citadel 城 宮殿",
    "bridge": "bridge viaduct aqueduct 橋",
    "bare": "bare leafless 枯れ木",
    "machine": "machine computer screen console laboratory lab radio 機械 コンピュータ 研究室 無線",
}


def light_of(*texts: str) -> Light:
    """Return the light that the first text names which names any."""
    return next(filter(None, map(_vocabularies()[0].first, texts)), "plain")


def things_in(text: str) -> frozenset[Thing]:
    """Return the things that a text mentions."""
    return frozenset(thing for thing, _ in _vocabularies()[1].find(text))


@cache
def _vocabularies() -> tuple[Vocabulary[Light], Vocabulary[Thing]]:
    return Vocabulary(_LIGHT_WORDS), Vocabulary(_THING_WORDS)

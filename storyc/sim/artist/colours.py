"""Colour words of several languages, and the colours of what wears none."""

import re
from functools import cache

from .hand import stable_number
from .vocabulary import Vocabulary

Rgb = tuple[int, int, int]

INK: Rgb = (38, 34, 46)
PAPER: Rgb = (250, 246, 235)
WHITE: Rgb = (255, 254, 250)

_NAMED: dict[Rgb, str] = {
    (44, 42, 50): "black noir negro schwarz schwarzer schwarze 黒 黑",
    (247, 245, 238): "white blanc blanche blanco weiß weiße 白 snow-white",
    (140, 140, 146): "grey gray gris grau graue 灰 グレー 鼠色",
    (178, 182, 188): "silver argent plateado silbern 銀 シルバー",
    (74, 76, 84): "charcoal graphite anthracite",
    (206, 54, 50): "red rouge rojo roja rot rote roter 赤 紅 красный 红",
    (150, 28, 44): "crimson scarlet burgundy maroon wine 深紅 真紅 えんじ",
    (128, 84, 52): "brown brun marron marrón braun 茶 ブラウン chestnut",
    (196, 154, 108): "tan camel khaki カーキ",
    (226, 208, 172): "beige cream ivory sand ベージュ クリーム",
    (236, 138, 44): "orange naranja 橙 オレンジ",
    (214, 110, 46): "ginger copper amber rust rusty 琥珀",
    (244, 200, 48): "yellow jaune amarillo amarilla gelb gelbe gelber 黄 黄色 жёлтый",
    (222, 176, 62): "gold golden doré dorado 金 金色 ゴールド",
    (232, 206, 132): "blond blonde fair straw 金髪",
    (86, 154, 76): "green vert verte verde grün grüne 緑 グリーン зелёный 绿",
    (118, 122, 64): "olive オリーブ",
    (46, 92, 62): "forest-green bottle-green 深緑",
    (140, 196, 86): "lime 黄緑",
    (132, 206, 172): "mint ミント",
    (40, 146, 150): "teal turquoise cyan 青緑 ターコイズ",
    (62, 108, 188): "blue bleu bleue azul blau blaue 青 藍 ブルー синий 蓝",
    (40, 56, 104): "navy indigo 紺 marine",
    (146, 196, 232): "sky-blue light-blue pale-blue 水色 空色",
    (128, 82, 164): "purple violet morado lila 紫 パープル",
    (188, 164, 216): "lavender lilac 藤色",
    (226, 84, 146): "magenta fuchsia マゼンタ",
    (240, 158, 184): "pink rose rosa ピンク 桃色 桜色",
    (250, 186, 150): "peach coral salmon",
}
_MATERIALS: dict[Rgb, str] = {
    (222, 182, 66): "oilskin sou'wester slicker",
    (112, 108, 78): "flight army military camouflage bomber",
    (122, 78, 50): "leather suede tweed 革",
    (84, 116, 164): "denim jeans デニム",
    (244, 243, 238): "lab nurse chef bride wedding 白衣 エプロン",
    (198, 166, 120): "trench safari 麻",
    (62, 64, 78): "suit tuxedo uniform スーツ 制服 学生服",
    (46, 62, 112): "school sailor セーラー police 警官",
    (176, 176, 182): "armour armor steel metal robot chrome 鎧 ロボット",
}
_CLOTHES: tuple[Rgb, ...] = (
    (94, 130, 160),
    (176, 92, 76),
    (112, 144, 96),
    (206, 156, 82),
    (132, 104, 152),
    (88, 148, 148),
    (196, 128, 140),
    (120, 116, 100),
)
_SKINS: tuple[Rgb, ...] = ((250, 220, 194), (240, 200, 166), (214, 166, 126), (176, 124, 88), (134, 92, 66))
_GREY: Rgb = (168, 168, 172)
_HAIRS: tuple[Rgb, ...] = ((54, 44, 44), (92, 62, 44), (134, 92, 54), (182, 134, 78), (40, 42, 56), (150, 72, 44))


def mixed(first: Rgb, second: Rgb, share: float) -> Rgb:
    """Return the colour that lies this share of the way from `first` to `second`."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return (red, green, blue)


def luminance(colour: Rgb) -> float:
    """Return how bright a colour looks, 0 to 1."""
    red, green, blue = colour
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


def colours_in(text: str) -> list[tuple[int, Rgb]]:
    """Return where each colour word of a text ends and its colour, in order."""
    return [(end, colour) for colour, end in _vocabulary().find(text)]


def clothes_colour(dress: str, description: str, name: str) -> Rgb:
    """Return the colour of a dress: the first that it names, else its material's, else one that the name decides.

    Without a dress, a garment that the description gives a colour serves: `a man in a red coat`.
    """
    worn = [colour for _, colour in colours_in(dress)] or [
        colour for end, colour in colours_in(description) if _GARMENT.match(description, end)
    ]
    if worn:
        return worn[0]
    material = _materials().first(dress or description)
    if material:
        return material
    return _CLOTHES[stable_number("clothes", name) % len(_CLOTHES)]


def skin_colour(name: str) -> Rgb:
    """Return a skin colour that the name decides."""
    return _SKINS[stable_number("skin", name) % len(_SKINS)]


def hair_colour(description: str, name: str, *, is_old: bool = False) -> Rgb:
    """Return the colour word that stands before a word for hair, else grey for the old and one that the name decides for others."""
    for end, colour in colours_in(description):
        if _HAIR.match(description, end):
            return colour
    return _GREY if is_old else _HAIRS[stable_number("hair", name) % len(_HAIRS)]


def hat_colour(words: str) -> Rgb | None:
    """Return the colour word that stands before a word for a hat; None if none does."""
    return next((colour for end, colour in colours_in(words) if _HEADGEAR.match(words, end)), None)


_HAIR = re.compile(
    r"[- ]?(?:[a-z]+[- ]){0,2}(?:hair|haired|bob|braids?|ponytail|curls?|locks|mane|bun|beard|fur|cat|fox|dog)\b|[いの]?髪|[いの]?毛",
    re.IGNORECASE,
)


_GARMENT = re.compile(
    r"[- ]?(?:[a-z]+[- ]){0,2}(?:coat|raincoat|jacket|dress|shirt|sweater|suit|robe|cloak|cape|apron|uniform|kimono|hoodie|vest)\b"
    r"|[いの]?(?:服|着物|コート|シャツ|セーター|ドレス|上着)",
    re.IGNORECASE,
)


_HEADGEAR = re.compile(
    r"[- ]?(?:[a-z]+[- ]){0,2}(?:hat|cap|beanie|bonnet|beret|toque|helmet|fedora|bowler)\b|[いの]?(?:毛糸の)?(?:帽子|ニット帽|帽)",
    re.IGNORECASE,
)


@cache
def _materials() -> Vocabulary[Rgb]:
    return Vocabulary(_MATERIALS)


@cache
def _vocabulary() -> Vocabulary[Rgb]:
    return Vocabulary(_NAMED)

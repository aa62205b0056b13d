"""Labels and headings as they are written elsewhere, in other hands and in other languages, and how to write them here."""

import re
from collections.abc import Callable, Mapping

from msgspec import Struct

from .names import fold
from .vocabulary import CAPTION_KINDS, LETTERING_LABELS, MODIFIERS, RESERVED

_SAME: Mapping[str, str] = {
    "CAPTION (narrator)": "narrator, narration, voice-over, erzähler, erzählerin, sprecher, narrateur, narratrice, récitatif, "
    "narrador, narradora, narración, narração, narratore, narratrice, рассказчик, ナレーション, ナレーター, ナレ, 내레이션, "
    "나레이션, 旁白, راوي, الراوي",
    "CAPTION (monologue)": "monologue, monolog, モノローグ",
    "CAPTION": "box, text box, textbox, caption box, blocktext, kasten, cartouche, légende, leyenda, didascalia, تعليق",
    "SFX": "fx, s/fx, sound, sounds, sound effect, sound effects, sound fx, noise, geräusch, geräusche, soundwort, bruitage, "
    "onomatopée, sonido, efecto, rumore, звук, 効果音, 擬音, 효과음, 音效, مؤثر صوتي",
    "TEXT (sign)": "sign, schild",
    "TEXT (screen)": "screen",
    "TITLE": "titel, titre, título, titolo, logo",
    "ARTIST": "art note, artist note, note to artist, artist's note",
    "COLORIST": "colourist",
}
_LABELS: Mapping[str, str] = {word: label for label, words in _SAME.items() for word in words.split(", ")}

NO_HEADING = "this is read as text, not as a heading"
_BLOCKS: Mapping[str, str] = {word: block for block, words in {
    "CAST": "CHARACTER, CHARACTER LIST, DRAMATIS PERSONAE, PERSONNAGES, PERSONAJES, PERSONAGGI, PERSONAGENS, PERSONEN, FIGUREN, "
    "ПЕРСОНАЖИ, 登場人物, 人物, キャスト, 등장인물, الشخصيات",
    "LOCATIONS": "LOCATION, PLACES, SETTINGS, ORTE, SCHAUPLÄTZE, LIEUX, DÉCORS, LUGARES, LUOGHI, МЕСТА, 場所, 舞台, 장소, الأماكن",
    "PROPS": "PROP, REQUISITEN, ACCESSOIRES, 小道具",
}.items() for word in words.split(", ")}  # fmt: skip
_PAGE = "PAGINA|PÁGINA|SEITE|PLANCHE|TAVOLA|СТРАНИЦА|ページ|頁|페이지|صفحة|الصفحة"
_PANEL = "BILD|CASE|VIGNETTE|VIGNETTA|VIÑETA|QUADRO|КАДР|ПАНЕЛЬ|コマ|パネル|컷|칸|كادر|إطار"
# As texts, compiled when they are first needed: few scripts have a line that may be such a heading.
_HEADING = (
    rf"(?:(?P<page>{_PAGE})|(?:{_PANEL}))\s*(?P<number>\d{{1,4}}[a-z]?)\s*(?P<tail>\Z|[\[(:.–—（：［-].*)"
    r"|第?\s*(?P<counted>\d{1,4})\s*(?:(?P<counted_page>ページ|頁|页)|コマ(?:目)?|格)\s*(?P<counted_tail>\Z|[\[(:（：［].*)"
)
_ROMAN_OR_WORD = (
    "[IVX]{1,5}|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|ELEVEN|TWELVE|THIRTEEN|FOURTEEN|FIFTEEN|SIXTEEN|SEVENTEEN|EIGHTEEN"
    "|NINETEEN|TWENTY"
)
_PART = "SCENE|CHAPTER|EPISODE|ACT|KAPITEL|SZENE|CHAPITRE|SCÈNE|CAPÍTULO|ESCENA|CAPITOLO|SCENA|CENA|ГЛАВА|СЦЕНА"
_ROW = "TIER|ROW|BANDE|REIHE|TIRA"
_UNIT = (
    rf"(?:(?P<page>STRIP|SPREAD|SPLASH(?: PAGE)?|PG)|(?P<panel>FRAME|SHOT|PNL)|(?P<row>{_ROW})|{_PART})\.?\s+"
    rf"(?P<number>\d{{1,4}}[a-z]?(?:\s*[-–&]\s*\d{{1,4}})?|{_ROMAN_OR_WORD})\s*(?P<tail>\Z|[\[(:.–—-].*)"
    r"|第\s*\d{1,4}\s*[話章回幕]\Z"
)
"""What a story is divided into, in words that are no headings here."""
_UNIT_WORDS = frozenset(f"STRIP|SPREAD|SPLASH|PG|FRAME|SHOT|PNL|{_ROW}|{_PART}".split("|"))
_PAGE_TAGS: Mapping[str, str] = {"SPLASH": " [splash]", "SPLASH PAGE": " [splash]", "SPREAD": " [spread]"}
_HEADING_STARTS = frozenset("ABCEFKPQRSTVГКПСページ頁コパ페컷칸صاكإ第0123456789０１２３４５６７８９")

_FIRST_WORD = re.compile(r"[^\W\d_]+")
_BALLOON_NUMBER = re.compile(r"\d{1,3}(?:[.:]\s*|\s+)(?=\D)")
_JOINT = re.compile(r"\s*[-–—,]\s*|\s+")


def block_here(line: str) -> str | None:
    """Return the heading of the block that a line begins elsewhere, None if it begins none."""
    return _BLOCKS.get(line.rstrip(":： ").upper())


class HeadingHere(Struct, frozen=True, gc=False):
    """How to write a line that is a heading elsewhere."""

    line: str
    why: str


def heading_here(line: str, *, in_any_case: bool = False) -> HeadingHere | None:
    """Return how to write a line that is the heading of a page, a panel, a chapter or a row elsewhere, None if it is none.

    In small letters it is none, unless `in_any_case` says so.
    """
    second = line[1:2]
    if not in_any_case and (
        line[:1] not in _HEADING_STARTS or second.islower() or (line.isascii() and not second.isupper())
    ):
        return None
    found = re.match(_HEADING, line, re.IGNORECASE) if any(map(str.isdigit, line)) else None
    if found is None:
        return _unit_here(line)
    keyword = "PAGE" if found["page"] or found["counted_page"] else "PANEL"
    tail = found["tail"] or found["counted_tail"]
    here = f"{keyword} {found['number'] or found['counted']}{' ' * bool(tail)}{tail or ''}"
    return HeadingHere(here, f"headings are written `PAGE` and `PANEL` in every language: `{here}`")


def _unit_here(line: str) -> HeadingHere | None:
    first = _FIRST_WORD.match(line)
    is_unit = first is not None and (first[0].upper() in _UNIT_WORDS or first[0][0] == "第")
    found = re.match(_UNIT, line, re.IGNORECASE) if is_unit else None
    if found is None:
        return None
    if found["row"]:
        why = "rows have no heading; what is to be seen of them is said in the tags of the page, `[layout: two rows]`"
        return HeadingHere(f"// {line}", why)
    if not (found["page"] or found["panel"]):
        return HeadingHere(f"# {line}", f"acts, chapters and scenes are sections: `# {line}`")
    number = found["number"]
    keyword = "PANEL" if found["panel"] else "PAGE" if number.isalnum() else "PAGES"
    tags = "" if keyword == "PAGES" else _PAGE_TAGS.get((found["page"] or "").upper(), "")
    here = f"{keyword} {number}{tags}{' ' * (found['tail'][:1] not in ('', ':', '.'))}{found['tail']}"
    what = "a panel" if found["panel"] else "a page"
    return HeadingHere(here, f"the heading of {what} is `{keyword}`: `{here}`")


def label_here(label: str, is_somebody: Callable[[str], bool]) -> str | None:
    """Return how to write a label: `HANA V.O.`, `CAPTION - HANA`, `2. HANA`, `NARRATOR`; None if nothing is known."""
    if (heading := heading_here(label)) is not None:
        return heading.line
    if (numbered := _BALLOON_NUMBER.match(label)) is not None:
        bare = label[numbered.end() :]
        return label_here(bare, is_somebody) or bare
    if label.upper() in RESERVED:
        return label.upper()
    if (same := _LABELS.get(fold(label).replace("’", "'"))) is not None:
        return same
    for joint in _JOINT.finditer(label, 1):
        head, tail = label[: joint.start()], label[joint.end() :]
        if head.upper() in LETTERING_LABELS:
            is_caption = head.upper() in {"CAPTION", "CAP"}
            tells = not tail.isdecimal() and (not is_caption or is_somebody(tail) or tail.casefold() in CAPTION_KINDS)
            return f"{head} ({tail})" if tells else head
        if tail.casefold() in MODIFIERS and is_somebody(head):
            return f"{head} ({tail})"
    return None

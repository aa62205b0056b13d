"""The lines of `[Panels]` -> pages of shots.

A page has a line of its own, a panel starts with its number, and each of its fields is a line: `Action: …`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from .brief import Lettering, LetteringKind, PageBrief, Person, Scene, Shot
from .scene import read_scene

PAGE_LIMIT = 60
SHOT_LIMIT = 60
_FIELD_LIMIT = 80
_NAME_LIMIT = 20

_PAGE = re.compile(r"Pages? (?P<label>[^:,]{1,40})[^:]{0,40}: \d+ panels?\b(?P<rest>.*)")
_ITEM = re.compile(r"\d{1,4}\. (?P<field>.*)")
_FIELD = re.compile(r"(?P<label>[A-Z][a-z]+(?: [a-z]+){0,3})(?: \((?P<detail>[^\"]*?)\))?: ?(?P<text>.*)")
_LETTERING: dict[str, LetteringKind] = {
    "Dialogue": "speech",
    "Caption": "caption",
    "Sound effect": "effect",
    "Title lettering": "title",
    "Lettering in the art": "sign",
}


class _Field(Struct, frozen=True, gc=False):
    label: str
    """Empty for words without one."""
    detail: str
    text: str


class _Page(Struct, frozen=True, gc=False):
    label: str
    is_right_to_left: bool
    panels: list[list[_Field]]


def read_pages(lines: Iterable[str], cast: Sequence[Person]) -> tuple[PageBrief, ...]:
    """Return the pages that have panels, in order."""
    pages: list[PageBrief] = []
    running_time = ""
    for raw in _raw_pages(lines):
        shots: list[Shot] = []
        for fields in raw.panels:
            scene = _scene(fields, running_time)
            running_time = scene.running_time
            shots.append(_shot(raw, len(shots) + 1, scene, fields, cast))
        if shots:
            pages.append(PageBrief(raw.label, tuple(shots), raw.is_right_to_left))
    return tuple(pages)


def people_in(text: str, cast: Sequence[Person]) -> tuple[str, ...]:
    """Return the names of those whom a text mentions by name or alias, in order of mention."""
    found: dict[str, int] = {}
    folded = text.casefold()
    for person in cast:
        for name in (person.name, *person.aliases):
            at = _position(name.casefold(), folded)
            if at >= 0 and at < found.get(person.name, len(folded)):
                found[person.name] = at
    return tuple(sorted(found, key=found.__getitem__))


def _position(name: str, text: str) -> int:
    if not name:
        return -1
    if not name.isascii():
        return text.find(name)  # scripts that write no spaces have no edges of words to look for
    found = re.search(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])", text)
    return found.start() if found else -1


def _raw_pages(lines: Iterable[str]) -> list[_Page]:
    pages: list[_Page] = []
    for line in lines:
        heading, item = _PAGE.match(line), _ITEM.match(line)
        if heading and len(pages) < PAGE_LIMIT:
            pages.append(_Page(heading["label"].strip(), "right to left" in heading["rest"], []))
            continue
        if not pages:
            pages.append(_Page("1", is_right_to_left=False, panels=[]))
        panels = pages[-1].panels
        if item and len(panels) < SHOT_LIMIT:
            panels.append([_field(item["field"])])
        elif panels and len(panels[-1]) < _FIELD_LIMIT:
            panels[-1].append(_field(line.strip()))
    return pages


def _field(text: str) -> _Field:
    found = _FIELD.match(text)
    return _Field(found["label"], found["detail"] or "", found["text"]) if found else _Field("", "", text)


def _scene(fields: Iterable[_Field], running_time: str) -> Scene:
    heading = next((field.text for field in fields if field.label == "Scene"), "")
    return read_scene(heading, running_time)


def _shot(page: _Page, number: int, scene: Scene, fields: Sequence[_Field], cast: Sequence[Person]) -> Shot:
    action = " ".join(field.text for field in fields if field.label in {"Action", ""} and field.text)
    letterings = tuple(_letterings(fields))
    return Shot(
        page_label=page.label,
        number=number,
        tags=tuple(
            tag.strip().casefold()
            for field in fields
            if field.label == "Objective"
            for tag in field.text.split(",")
            if tag.strip()
        ),
        scene=scene,
        present=_present(fields, action, letterings, cast)[:_NAME_LIMIT],
        action=action,
        notes=tuple(
            field.text
            for field in fields
            if field.label not in {"Action", "", "Objective", "Scene", "In the picture", *_LETTERING} and field.text
        ),
        letterings=letterings,
        is_right_to_left=page.is_right_to_left,
    )


def _present(
    fields: Iterable[_Field], action: str, letterings: Iterable[Lettering], cast: Sequence[Person]
) -> tuple[str, ...]:
    """Return who is in the picture: as listed, else whom the action mentions and who speaks there.

    Somebody who is only heard over the radio is listed too, but nobody sees her.
    """
    listed = [name for field in fields if field.label == "In the picture" for name in names(field.text, ",")]
    mentioned = people_in(action, cast)
    heard: set[str] = set()
    seen: list[str] = []
    for lettering in letterings:
        if lettering.kind == "speech":
            if "radio" in lettering.modifiers:
                heard.update(lettering.speakers)
            elif "off" not in lettering.modifiers:
                seen.extend(lettering.speakers)
    everyone = listed or [*mentioned, *seen]
    unseen = heard - {*seen, *mentioned}
    return tuple(name for name in dict.fromkeys(everyone) if name not in unseen)


def _letterings(fields: Iterable[_Field]) -> Iterator[Lettering]:
    for field in fields:
        kind = _LETTERING.get(field.label)
        if not kind:
            continue
        head, quote, text = field.text.partition('"')
        if not quote:
            head, text = "", field.text
        who, _, modifiers = head.strip().removesuffix(":").removesuffix(")").partition("(")
        text = text.strip().removesuffix('"')
        if text.strip():
            yield Lettering(
                kind,
                text,
                speakers=names(who, "&") if kind == "speech" else (),
                modifiers=tuple(name.casefold() for name in names(modifiers or field.detail, ",")),
            )


def names(text: str, separator: str) -> tuple[str, ...]:
    """Return the names of a list."""
    return tuple(name.strip() for name in text[:2000].split(separator) if name.strip())[:_NAME_LIMIT]

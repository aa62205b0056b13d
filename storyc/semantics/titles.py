"""Reads the title page."""

import re
from typing import Any

from storyc.diagnostics import Diagnostic, Label, closest, codes
from storyc.syntax import COMMAS, BodyLine, Document, Speech, TitleField, TitlePage
from storyc.text import Source

from .entries import clean
from .program import TitleValues
from .references import References
from .saying import place, replacement, unknown_word
from .service import LANGUAGES
from .tags import read_preset, read_size

PLAIN = (
    "title",
    "series",
    "issue",
    "credit",
    "source",
    "draft date",
    "date",
    "contact",
    "copyright",
    "notes",
    "revision",
)
KEYS = (*PLAIN, "author", "authors", "language", "reading", "preset", "size", "model", "upscale", "layout", "brief",
        "callback", "lettering")  # fmt: skip

_AUTHOR_KEYS = frozenset(
    ("author", "authors", "written by", "writer", "writers", "by", "words", "script by", "story by")
)
_TITLE_PAGE_REACH = 1_000
_KEY_LINE = rf"(?im)^(?:{'|'.join(KEYS)})[^\S\n]*[:：]"
_LANGUAGE = r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*\Z"
_AUTHORS = rf"\s*(?:[{COMMAS};&]|\band\b)\s*"
_CHOICES: dict[str, dict[str, str]] = {
    "reading": {
        "left-to-right": "left-to-right", "ltr": "left-to-right", "right-to-left": "right-to-left",
        "rtl": "right-to-left", "vertical": "vertical",
    },
    "layout": {word: word for word in ("auto", "pages", "book", "panels")},
    "lettering": {"art": "art", "overlay": "overlay"},
    "upscale": {"2k": "2K", "4k": "4K", "yes": "yes", "true": "yes", "on": "yes", "no": "", "off": "", "false": ""},
}  # fmt: skip


def misspelt_title(line: BodyLine, source: Source) -> Diagnostic | None:
    """Return what is to be said of the first line of a story if it was to begin a title page; None if it was not."""
    start = line.span.start
    if not isinstance(line, Speech) or source.text[:start].strip():
        return None
    near = closest(line.label, KEYS)
    if near is None and re.compile(_KEY_LINE).search(source.text, line.span.end, start + _TITLE_PAGE_REACH) is None:
        return None
    message = f"`{line.label}` is no key of the title page, so none begins here"
    label = place(source, start, start + len(line.label))
    return unknown_word(codes.UNKNOWN_TITLE_KEY, message, label, line.label, KEYS, "begin with one of the keys")


def read_title_page(page: TitlePage, document: Document, references: References, said: list[Diagnostic]) -> TitleValues:
    """Return the values of a title page; what cannot be used is reported and left at its default."""
    source = document.source
    values: dict[str, Any] = {}
    plain: dict[str, str] = {}
    seen: dict[str, Label] = {}
    for field in page.fields:
        key = " ".join(field.key.split()).casefold()
        key = "author" if key in _AUTHOR_KEYS else key
        key_label = place(source, field.span.start, field.span.start + len(field.key))
        if key not in KEYS:
            message = f"`{field.key}` is no key of the title page"
            said.append(unknown_word(codes.UNKNOWN_TITLE_KEY, message, key_label, key, KEYS, "keys are"))
            continue
        if key in seen:
            first = Label(seen[key].source, seen[key].span, "first said here")
            said.append(Diagnostic(codes.DUPLICATE_FIELD, f"`{field.key}` is said twice", key_label, labels=(first,)))
            continue
        seen[key] = key_label
        text = "\n".join(part for piece in field.lines if (part := clean(piece.text)))
        if not text:
            continue
        label = _value_label(document, field)
        if key in PLAIN:
            plain[key] = text
        elif key == "author":
            values["authors"] = tuple(name for name in re.split(_AUTHORS, text.replace("\n", ", ")) if name)
        elif key == "brief":
            values["brief"] = references.read(text, source, label.span.start, ("document", "image"))
        else:
            _value(values, key, text, label, said)
    return TitleValues(plain, **values)


def _value_label(document: Document, field: TitleField) -> Label:
    pieces = [piece for piece in field.lines if piece.text]
    return place(document.source, pieces[0].span.start, pieces[-1].span.end)


def _value(values: dict[str, Any], key: str, text: str, label: Label, said: list[Diagnostic]) -> None:
    match key:
        case "language":
            values[key] = _language(text, label, said)
        case "preset":
            values[key] = read_preset(text, label, said)
        case "size":
            values[key] = read_size(text, label, said) or "1024x1024"
        case "model":
            values[key] = text
        case "callback":
            if re.match(r"https://[^\s/]+", text):
                values[key] = text
            else:
                help_ = "write an address that begins with `https://`"
                said.append(Diagnostic(codes.BAD_ADDRESS, f"`{text}` cannot be called back", label, helps=(help_,)))
        case _:
            choice = _CHOICES[key].get(text.casefold())
            if choice is None:
                message = f"`{text}` is no value of `{key.capitalize()}`"
                said.append(unknown_word(codes.BAD_VALUE, message, label, text, _CHOICES[key], "values are"))
            else:
                values[key] = choice


def _language(text: str, label: Label, said: list[Diagnostic]) -> str:
    if (known := LANGUAGES.get(text.casefold())) is not None:
        return known
    if re.match(_LANGUAGE, text, flags=re.IGNORECASE):
        return text
    near = closest(text, LANGUAGES)
    fixes = (replacement(label, LANGUAGES[near]),) if near else ()
    help_ = (
        f"did you mean `{LANGUAGES[near]}`, {near.capitalize()}?"
        if near
        else "write a code such as `en`, `ja` or `pt-BR`"
    )
    message = f"`{text}` is no language that storyc knows"
    said.append(Diagnostic(codes.BAD_LANGUAGE, message, label, helps=(help_,), fixes=fixes))
    return ""

"""Writes single lines, by what they are; None where a line is to stay as it is.

A line that is set with full-width marks stays as it is: the space around them is typography.
"""

from storyc.syntax import (
    Define,
    Entry,
    Field,
    Forced,
    Include,
    MoreSpeech,
    NoteLine,
    SectionLine,
    Speech,
    Synopsis,
    TitleField,
    Transition,
)

_KEPT_LISTS = frozenset(("TITLE", "TEXT"))
"""Labels that pass on what stands in their brackets as it was written."""


def write_speech(speech: Speech, text: str) -> str | None:
    """Return `LABEL (how): text`, if nothing but a speech can have such a label; any other may be prose with a colon in it."""
    label, how, words = speech.label, speech.how, speech.text
    is_forced = label[0] == "@" or (label[0] == "{" and label.endswith("}}"))
    if not (label.isupper() or is_forced):
        return None
    if how is None:
        is_plain = text[speech.label_at + len(label) : speech.text_at].strip() == ":"
        return _labelled(label, words) if is_plain else None
    behind = speech.how_at + len(how)
    if text[speech.how_at - 1] != "(" or text[behind : speech.text_at].replace(" ", "").replace("\t", "") != "):":
        return None
    told = how.strip() if label in _KEPT_LISTS else spaced(how)
    return _labelled(f"{label} ({told})", words)


def write_more_speech(more: MoreSpeech, text: str) -> str | None:
    """Return `: text`."""
    return _labelled("", more.text) if text[more.span.start] == ":" else None


def write_forced(forced: Forced, _: str) -> str:
    """Return `!text`."""
    return f"!{forced.text}"


def write_note(note: NoteLine, _: str) -> str | None:
    """Return `[[text]]`, unless a bracket of the text would be taken for one of the note's."""
    return f"[[{note.text}]]" if note.text and note.text[0] != "[" and note.text[-1] not in "]\\" else None


def write_synopsis(synopsis: Synopsis, _: str) -> str:
    """Return `= text`."""
    return f"= {synopsis.text}".rstrip()


def write_transition(transition: Transition, text: str) -> str | None:
    """Return `> text`, and `> text <` for a centred one; `CUT TO:` stays as it is."""
    written = text[transition.span.start : transition.span.end]
    if written[0] != ">" or written.strip("><").strip() != transition.text or not transition.text:
        return None
    closing = " <" if written[-1] == "<" else ""
    return (
        f"> {transition.text}{closing}" if written.count(">") == 1 and written.count("<") == len(closing) // 2 else None
    )


def write_section(section: SectionLine, _: str) -> str:
    """Return `# title`."""
    return f"{'#' * section.depth} {section.title}".rstrip()


def write_include(include: Include, _: str) -> str:
    """Return `INCLUDE path`."""
    return f"INCLUDE {include.path}"


def write_define(define: Define, _: str) -> str | None:
    """Return `DEFINE name = text`."""
    return f"DEFINE {define.name} = {define.value}" if define.name and define.value else None


def write_entry(entry: Entry, text: str) -> str | None:
    """Return `NAME (aliases): text`."""
    name, aliases = entry.name, entry.aliases
    behind = entry.name_at + len(name)
    if aliases is not None:
        if (
            text[entry.aliases_at - 1] != "("
            or text[entry.aliases_at + len(aliases) : entry.aliases_at + len(aliases) + 1] != ")"
        ):
            return None
        behind = entry.aliases_at + len(aliases) + 1
        name = f"{name} ({spaced(aliases)})"
    if entry.text is None:
        return name
    return _labelled(name, entry.text) if text[behind : entry.text_at].strip() == ":" else None


def write_field(field: Field, text: str) -> str | None:
    """Return `key: value`."""
    behind = field.span.start + len(field.key)
    return _labelled(field.key, field.value) if text[behind : field.value_at].strip() == ":" else None


def write_title_field(field: TitleField, text: str) -> str | None:
    """Return `Key: value` with the first line of the value."""
    first = field.lines[0]
    behind = field.span.start + len(field.key)
    return _labelled(field.key, first.text) if text[behind : first.text_at].strip() == ":" else None


def spaced(listed: str) -> str:
    """Return a list with a space behind each comma."""
    return ", ".join(one.strip(" \t") for one in listed.split(",")).strip(" \t")


def _labelled(label: str, words: str) -> str:
    return f"{label}: {words}" if words else f"{label}:"

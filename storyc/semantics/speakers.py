"""Who is meant by a label, and how they say it."""

import re
from collections.abc import Iterable

from storyc.diagnostics import Diagnostic, Edit, Fix, Label, closest, codes
from storyc.text import Source, Span

from .declaring import Declarations
from .names import fold
from .saying import place, replacement

_PARTS = re.compile(r"\s*[&＆]\s*")
_NAME = r"[^\s&＆](?:[^&＆]*[^\s&＆])?"
_JOINTS = r"\s*(?:[,，、/+&＆]|\band\b)\s*"
_WHOLE = r".*"
MOST_PLACES = 3
"""How many other places of an unknown name are shown."""


class Speakers:
    """Finds speakers among the declared characters; a name that nobody has is reported once, with its other places."""

    def __init__(self, declared: Declarations, said: list[Diagnostic]) -> None:
        self._declared = declared
        self._said = said
        self._known: dict[str, tuple[str, ...] | None] = {}
        self._unknown: dict[str, tuple[str, list[Label]]] = {}

    def find(self, label: str) -> tuple[str, ...] | None:
        """Return the canonical names that a label stands for: a name, an alias, or several with `&`."""
        try:
            return self._known[label]
        except KeyError:
            found = self._known[label] = self._look_up(label)
            return found

    def _look_up(self, label: str) -> tuple[str, ...] | None:
        cast = self._declared.cast
        if (whole := cast.find(label)) is not None:
            return (whole,)
        parts = _PARTS.split(label)
        found = tuple(name for part in parts if (name := cast.find(part)) is not None)
        return found if len(parts) > 1 and len(found) == len(parts) else None

    def report(self, label: str, source: Source, at: int) -> None:
        """Note that nobody in the cast is called so; of several names joined by `&`, those that nobody has."""
        cast = self._declared.cast
        names = [name for name in re.finditer(_NAME, label) if cast.find(name[0]) is None]
        for name in (
            names
            if len(names) < label.count("&") + label.count("＆") + 1
            else (re.match(_WHOLE, label, flags=re.DOTALL),)
        ):
            assert name is not None
            where = place(source, at + name.start(), at + name.end(), "speaks here")
            self._unknown.setdefault(fold(name[0]), (name[0], []))[1].append(where)

    def together(self, label: str) -> str | None:
        """Return how to write a label such as `MARA, TOBY` or `MARA AND TOBY`, if it joins names of the cast."""
        parts = re.split(_JOINTS, label, flags=re.IGNORECASE)
        return " & ".join(parts) if len(parts) > 1 and all(part in self._declared.cast for part in parts) else None

    def names(self) -> Iterable[str]:
        """Return the canonical names of the cast."""
        return (person.name for person in self._declared.people)

    def spellings(self) -> Iterable[str]:
        """Return every name and alias of the cast, folded."""
        return self._declared.cast.spellings()

    def finish(self) -> None:
        """Say which names nobody has."""
        for name, places in self._unknown.values():
            self._said.append(self._unknown_character(name, places[0], places[1:]))

    def _unknown_character(self, name: str, label: Label, others: list[Label]) -> Diagnostic:
        spellings = {fold(spelling): spelling for person in self._declared.people
                     for spelling in (person.name, *person.aliases)}  # fmt: skip
        together = self.together(name)
        near = None if together else closest(fold(name), spellings)
        helps: list[str] = []
        fixes: list[Fix] = []
        if together is not None:
            helps.append(f"write `{together}` if they speak together")
            fixes.append(replacement(label, together))
        elif near is not None:
            spelling = spellings[near].upper() if name.isupper() else spellings[near]
            helps.append(f"did you mean `{spelling}`?")
            fixes.append(replacement(label, spelling))
        else:
            helps.append(f"add `{name}: …` to CAST, or put `!` before the line if it is description")
        start = Span(label.span.start, label.span.start)
        fixes.append(Fix("put `!` before the line", (Edit(label.source, start, "!"),), is_safe=False))
        if (end := self._declared.cast_end) is not None:
            entry = Edit(end.source, end.span, f"\n\n{name}: ")
            fixes.append(Fix(f"add `{name}` to CAST", (entry,), is_safe=False))
        if len(others) > MOST_PLACES:
            helps.append(f"the name stands in {len(others)} more places")
        shown = tuple(Label(other.source, other.span, "and here") for other in others[:MOST_PLACES])
        return Diagnostic(
            codes.UNKNOWN_CHARACTER, f"nobody called `{name}` is in the cast", label, shown, tuple(helps), tuple(fixes)
        )

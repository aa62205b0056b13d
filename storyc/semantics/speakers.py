"""Who is meant by a label, and how they say it."""

import re
from collections.abc import Iterable

from storyc.diagnostics import Diagnostic, Edit, Fix, Label, codes
from storyc.syntax import COMMAS
from storyc.text import Source, Span

from .declaring import Declarations
from .elsewhere import label_here
from .names import Spellings, fold
from .saying import place, replacement
from .vocabulary import CAPTION_KINDS, FRAMINGS

_PARTS = re.compile(r"(?:(?<!\s)\s++)?[&＆]\s*")
_NAME = r"[^\s&＆](?:[^&＆]*[^\s&＆])?"
_JOINTS = rf"\s*(?:[{COMMAS};؛/+&＆]|\b(?:and|und|et|y|e|og|och|en|и)\b|と|\sو)\s*"
_WHOLE = r".+"
_BRACKETS = frozenset("(（[［")
MOST_SPACES = 8
"""White space between a label and its brackets; more is not looked through."""
MOST_PLACES = 3
"""How many other places of an unknown name are shown."""


class Speakers:
    """Finds speakers among the declared characters; a name that nobody has is reported once, with its other places."""

    def __init__(self, declared: Declarations, said: list[Diagnostic]) -> None:
        self._declared = declared
        self._said = said
        self._known: dict[str, tuple[str, ...] | None] = {}
        self._unknown: dict[str, tuple[str, str | None, list[Label]]] = {}
        """By folded name: the name, how to write it if it is a label of another kind, and its places."""
        self.near = Spellings(spelling for person in declared.people for spelling in (person.name, *person.aliases))
        """Finds the name that was meant by one that nobody has."""
        self.near_caption = Spellings((*sorted(CAPTION_KINDS), *self.names()))

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
        if "&" not in label and "＆" not in label:
            return None
        parts = _PARTS.split(label)
        found = tuple(name for part in parts if (name := cast.find(part)) is not None)
        return found if len(found) == len(parts) else None

    def report(self, label: str, source: Source, at: int) -> None:
        """Note that nobody in the cast is called so; of several names joined by `&`, those that nobody has."""
        cast = self._declared.cast
        rewritten = self._rewritten(label, source, at)
        parts = re.finditer(_NAME, label) if rewritten is None else ()
        names = [name for name in parts if cast.find(name[0]) is None]
        for name in names or re.finditer(_WHOLE, label, flags=re.DOTALL):
            where = place(source, at + name.start(), at + name.end(), "speaks here")
            folded = fold(name[0])
            if folded not in self._unknown:
                self._unknown[folded] = name[0], rewritten, []
            self._unknown[folded][2].append(where)

    def _rewritten(self, label: str, source: Source, at: int) -> str | None:
        """Return how to write a label that is no name; what would need brackets is none where there are some already."""
        meant = self.label_here(label)
        has_brackets = source.text[at + len(label) : at + len(label) + MOST_SPACES].lstrip()[:1] in _BRACKETS
        return None if meant is None or ("(" in meant and has_brackets) else meant

    def together(self, label: str) -> str | None:
        """Return how to write a label such as `MARA, TOBY` or `MARA AND TOBY`, if it joins names of the cast."""
        parts = re.split(_JOINTS, " ".join(label.split()), flags=re.IGNORECASE)
        return " & ".join(parts) if len(parts) > 1 and all(part in self._declared.cast for part in parts) else None

    def label_here(self, label: str) -> str | None:
        """Return how to write a label that is no name but means something elsewhere."""
        return label_here(label, lambda name: self.find(name) is not None)

    def names(self) -> Iterable[str]:
        """Return the canonical names of the cast."""
        return (person.name for person in self._declared.people)

    def spellings(self) -> Iterable[str]:
        """Return every name and alias of the cast, folded."""
        return self._declared.cast.spellings()

    def finish(self) -> None:
        """Say which names nobody has."""
        for name, rewritten, places in self._unknown.values():
            self._said.append(self._unknown_character(name, rewritten, places[0], places[1:]))

    def _unknown_character(self, name: str, rewritten: str | None, label: Label, others: list[Label]) -> Diagnostic:
        together = self.together(name)
        near = None if together or rewritten else self.near.find(name)
        helps: list[str] = []
        fixes: list[Fix] = []
        if together is not None:
            helps.append(f"write `{together}` if they speak together")
            fixes.append(replacement(label, together))
        elif rewritten is not None:
            helps.append(f"write `{rewritten}` if that is meant, or put `!` before the line if it is description")
            fixes.append(replacement(label, rewritten))
        elif near is not None:
            spelling = near.upper() if name.isupper() else near
            helps.append(f"did you mean `{spelling}`?")
            fixes.append(replacement(label, spelling))
        elif fold(name) in FRAMINGS:
            helps.append(
                f"put `!` before the line if it is description; a machine reads `[{fold(name)}]` on the heading"
            )
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

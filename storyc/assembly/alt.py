"""What to say to someone who cannot see a picture."""

from re import compile as regex

from storyc.storyboard import Panel

_SENTENCE_END = regex(r"[.!?…]['\"”’)]*(?=\s)|[。！？]")
_SHORT = 30
"""Characters: `Rain.` alone says too little, so the next sentence is read as well."""
_LONG = 200
"""Characters: about what a screen reader says in one breath."""


def describe(panel: Panel) -> str:
    """Return one line that stands for the panel's picture: the beginning of its prose, or who is where; never empty."""
    prose = " ".join(" ".join(action.text for action in panel.actions).split())
    if prose:
        return _beginning(prose)
    place = panel.setting.heading if panel.setting is not None else ""
    known = ". ".join(part for part in (", ".join(panel.cast), ", ".join(panel.framing), place.strip()) if part)
    return known or f"Panel {panel.ordinal}"


def _beginning(prose: str) -> str:
    ends = (match.end() for match in _SENTENCE_END.finditer(prose, 0, _LONG))
    sentence_end = next((end for end in ends if end >= _SHORT), None)
    if sentence_end is not None:
        return prose[:sentence_end]
    if len(prose) <= _LONG:
        return prose
    space = prose.rfind(" ", _SHORT, _LONG)
    return prose[: space if space > 0 else _LONG] + "…"

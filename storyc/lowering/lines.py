"""A panel in words: one line a fact, in the order of the script.

These lines are the contract with whoever reads a prompt, so nothing in them depends on labels, line numbers or the place of a page in the
book: moving, renumbering and reformatting must not change what was bought. Emphasis becomes plain letters, and every line break a space.
"""

from typing import Final

from storyc.storyboard import (
    Action,
    Caption,
    InArt,
    Note,
    Page,
    Panel,
    PanelItem,
    Reading,
    Sfx,
    Speech,
    Text,
    Title,
    Transition,
    plain,
)

SENT_NOTES: Final = frozenset({"artist", "prompt", "colorist"})
"""The audiences whose notes reach the prompt."""

LaidOver = Speech | Caption | Sfx | Title
"""The lettering that storyc lays over the art where the service does not draw it."""

_DIRECTIONS: Final[dict[Reading, str]] = {
    "left-to-right": "left to right",
    "right-to-left": "right to left",
    "vertical": "top to bottom",
}


def one_line(text: str) -> str:
    """Return a text with every line break replaced by a space."""
    return " ".join(text.splitlines())


def page_heading(page: Page, number: int, panel_count: int, reading: Reading) -> str:
    """Return the line above a page's panels; `number` counts the pages of the request from 1."""
    kind = "" if page.kind == "page" else f", a {page.kind}"
    panels = "1 panel" if panel_count == 1 else f"{panel_count} panels"
    return f"Page {number}{kind}: {panels}, read {_DIRECTIONS[reading]}."


def page_lines(page: Page) -> tuple[str, ...]:
    """Return what is said about a page as a whole."""
    return (
        *((f"Objective: {one_line(', '.join(page.unknown_tags))}",) if page.unknown_tags else ()),
        *((f"Layout: {one_line(page.layout)}",) if page.layout else ()),
        *(f"Action: {one_line(paragraph)}" for paragraph in page.description),
        *(f"Artist: {one_line(note.text)}" for note in page.notes if note.audience in SENT_NOTES),
    )


def panel_lines(panel: Panel, page: Page, drawn: tuple[Panel, ...], *, is_lettered: bool) -> tuple[str, ...]:
    """Return the lines of a panel, never none; `drawn` are the panels of its page that the same request draws."""
    lines = []
    if objective := _objective(panel, page, drawn):
        lines.append(f"Objective: {objective}")
    if panel.setting is not None and panel.setting.heading:
        lines.append(f"Scene: {one_line(panel.setting.heading)}")
    if panel.cast:
        lines.append(f"In the picture: {', '.join(panel.cast)}")
    items = panel.items if is_lettered else (item for item in panel.items if not isinstance(item, LaidOver))
    lines.extend(filter(None, map(_item_line, items)))
    return tuple(lines) or ("Objective: as the artist likes",)


def _item_line(item: PanelItem) -> str:
    """Return the line of an item; empty if it is not sent."""
    match item:
        case Action():
            return f"Action: {one_line(item.text)}"
        case Speech():
            together = ("at the same time",) if item.is_dual else ()
            aside = _aside(*item.modifiers, *item.directions, *together)
            return f"Dialogue: {' & '.join(item.speakers)}{aside}: {_quoted(item.text)}"
        case Caption():
            return (
                f"Caption{_aside(item.kind, item.character, *item.modifiers, *item.directions)}: {_quoted(item.text)}"
            )
        case Sfx():
            return f"Sound effect{_aside(item.source, *item.modifiers)}: {_quoted(item.text)}"
        case Title():
            return f"Title lettering: {_quoted(item.text)}"
        case InArt():
            return f"Lettering in the art{_aside(item.kind)}: {_quoted(item.text)}"
        case Note():
            return f"Artist: {one_line(item.text)}" if item.audience in SENT_NOTES else ""
        case Transition():
            return ""


def _objective(panel: Panel, page: Page, drawn: tuple[Panel, ...]) -> str:
    words: list[str] = [*panel.framing]
    if panel.inset:
        host = _labelled(page, panel.inset)
        words.append(f"inset in panel {drawn.index(host) + 1}" if host in drawn else "inset")
    if panel.same_as:
        model = _labelled(page, panel.same_as)
        if model in drawn:
            words.append(f"same framing as panel {drawn.index(model) + 1}")
        elif model is not None:
            # the request knows nothing of the other panel, so its framing is spelled out
            words.extend(word for word in model.framing if word not in words)
    if panel.seed is not None:
        # the service has no such number; but another one is another request, and so another take
        words.append(f"seed {panel.seed}")
    words.extend(panel.unknown_tags)
    if panel.setting is not None:
        words += [tag for tag in panel.setting.unknown_tags if tag not in words]
    return one_line(", ".join(words))


def _labelled(page: Page, label: str) -> Panel | None:
    """Return the panel that a tag means: by its label, or by its place if nobody wears the label."""
    for panel in page.panels:
        if panel.label == label:
            return panel
    return next((panel for panel in page.panels if str(panel.ordinal) == label), None)


def _aside(*words: str) -> str:
    said = ", ".join(filter(None, words)) if words else ""
    return f" ({one_line(said)})" if said else ""


def _quoted(text: Text) -> str:
    return f'"{one_line(plain(text))}"'

"""An edit that nobody sees and everybody pays."""

from collections.abc import Iterator, Sequence

from storyc.diagnostics import Diagnostic, Fix, codes
from storyc.linting.redrawing import Redrawing, Rewording
from storyc.linting.restoring import find_restoration
from storyc.linting.rule import Rule
from storyc.linting.sameness import is_same_picture
from storyc.linting.story import Shot, Story
from storyc.storyboard import PanelKey
from storyc.text import Span

_LONGEST_QUOTE = 90


def _find(story: Story, _most: int) -> Iterator[Diagnostic]:
    """One edit may concern many panels; a panel in which there is also something to see is drawn again for good reason."""
    edits: dict[Rewording, list[Redrawing]] = {}
    unseen: set[PanelKey] = set()
    for redrawing in story.redrawings:
        if all(change.old and is_same_picture(change.old, change.new) for change in redrawing.rewordings):
            unseen.update(redrawing.panels)
            for change in redrawing.rewordings:
                edits.setdefault(change, []).append(redrawing)
    if not edits:
        return
    shots = {PanelKey(leaf.page.ordinal, shot.panel.ordinal): shot for leaf in story.leaves for shot in leaf.shots}
    for change, redrawings in edits.items():
        drawn = [shots[key] for redrawing in redrawings for key in redrawing.panels if key in shots]
        # a clip of which another frame is drawn again for good reason is filmed again for that
        films = {film.clip: film for one in redrawings for film in one.films if film.panels <= unseen}
        if drawn:
            pictures_credits = sum(redrawing.price_credits for redrawing in redrawings)
            films_credits = sum(film.price_credits for film in films.values())
            yield _told(story, change, drawn, sorted(films), pictures_credits + films_credits)


def _told(
    story: Story, change: Rewording, drawn: Sequence[Shot], clips: Sequence[int], price_credits: int
) -> Diagnostic:
    panels = "this panel" if len(drawn) == 1 else f"{len(drawn)} panels"
    films = f" and films {f'clip {clips[0]}' if len(clips) == 1 else f'{len(clips)} clips'} again" if clips else ""
    message = f"nobody would see this edit, and because of it a build draws {panels} again{films} for {price_credits:,} credits"
    advice = "write it as it was and the picture stays, or let the edit wait until there is more to change"
    regions = [(shot.script.source, shot.script.node.span) for shot in drawn]
    whole = [(one.source, Span(0, len(one.source.text))) for one in story.documents.values()]
    found = find_restoration(change.old, change.new, regions) or find_restoration(change.old, change.new, whole)
    if found is None:
        helps = (f"it said {_quoted(change.old)}", advice)
        return Diagnostic(codes.COSMETIC_REDRAW, message, story.at_panel(drawn[0]), helps=helps)
    return Diagnostic(
        codes.COSMETIC_REDRAW,
        message,
        found.place,
        (story.at_panel(drawn[0], "drawn again" + (f", and {len(drawn) - 1} more" if len(drawn) > 1 else "")),),
        (advice,),
        (Fix(f"write {_quoted(found.edit.text)}, as it was when it was bought", (found.edit,), is_safe=False),),
    )


def _quoted(text: str) -> str:
    return f"`{text}`" if len(text) <= _LONGEST_QUOTE else f"`{text[:_LONGEST_QUOTE].rsplit(' ', 1)[0]} …`"


COSMETIC_REDRAW = Rule(codes.COSMETIC_REDRAW, _find)

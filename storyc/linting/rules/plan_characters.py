"""More characters than a plan of the service keeps apart."""

from collections.abc import Iterator

from storyc.diagnostics import Diagnostic, Label, codes
from storyc.linting.rule import Rule
from storyc.linting.story import Shot, Story, base


def _find(story: Story, most: int) -> Iterator[Diagnostic]:
    """A request draws at least a page, unless the story asks for one a panel; who stands there stands in one request."""
    if story.board.layout == "panels":
        for shot in story.shots:
            yield from _crowd((shot,), most, "panel", story.at_panel(shot))
    else:
        for leaf in story.leaves:
            yield from _crowd(leaf.shots, most, leaf.page.kind, story.at_page(leaf))


def _crowd(shots: tuple[Shot, ...], most: int, what: str, place: Label) -> Iterator[Diagnostic]:
    people = dict.fromkeys(base(name) for shot in shots for name in shot.panel.cast)
    if len(people) > most:
        message = f"this {what} shows {len(people)} characters, more than the {most} that the plan allows"
        helps = (f"they are {', '.join(f'`{name}`' for name in people)}",)
        yield Diagnostic(codes.PLAN_CHARACTERS, message, place, helps=helps)


PLAN_CHARACTERS = Rule(codes.PLAN_CHARACTERS, _find, most=3, is_on=False)

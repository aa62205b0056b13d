"""The numbers of a storyboard."""

from msgspec import Struct

from storyc.planning import Results
from storyc.storyboard import Caption, Lettering, PanelKey, Sfx, Speech, Storyboard, count_words, reading_s
from storyc.wording import Labels


class Counts(Struct, frozen=True, gc=False):
    """How much there is to read."""

    pages: int
    panels: int
    pictures: int
    """Panels that have art."""
    balloons: int
    captions: int
    effects: int
    words: int
    """Of all lettering."""
    reading_s: float
    clips: int
    spent_credits: int


def count(board: Storyboard, results: Results) -> Counts:
    """Return the numbers of a storyboard; a spread is two pages."""
    panels = {PanelKey(page.ordinal, panel.ordinal): panel for page in board.pages for panel in page.panels}
    lettering: list[Lettering] = [item for panel in panels.values() for item in panel.lettering]
    return Counts(
        pages=sum(page.last_ordinal - page.ordinal + 1 for page in board.pages),
        panels=len(panels),
        pictures=len(panels.keys() & results.panels.keys()),
        balloons=sum(isinstance(item, Speech) for item in lettering),
        captions=sum(isinstance(item, Caption) for item in lettering),
        effects=sum(isinstance(item, Sfx) for item in lettering),
        words=sum(count_words(item.text) for item in lettering),
        reading_s=sum(map(reading_s, panels.values())),
        clips=len(board.clips),
        spent_credits=results.spent_credits,
    )


def named_counts(counts: Counts, labels: Labels) -> tuple[tuple[str, str], ...]:
    """Return the numbers worth showing as (label, number): of pages, panels and pictures always, of the rest if any."""
    are_missing = counts.pictures < counts.panels
    some = labels("some_of", some=counts.pictures, all=counts.panels)
    always = (
        (labels("pages"), labels.number(counts.pages)),
        (labels("panels"), labels.number(counts.panels)),
        (labels("pictures"), some if are_missing else labels.number(counts.pictures)),
    )
    if_any = (
        (labels("balloons"), counts.balloons),
        (labels("captions"), counts.captions),
        (labels("sounds"), counts.effects),
        (labels("words"), counts.words),
        (labels("clips"), counts.clips),
        (labels("spent"), counts.spent_credits),
    )
    to_read = ((labels("to_read"), labels.duration(counts.reading_s)),) if counts.panels else ()
    return (*always, *((label, labels.number(number)) for label, number in if_any if number), *to_read)

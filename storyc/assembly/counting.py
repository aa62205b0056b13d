"""The numbers of a storyboard."""

from msgspec import Struct

from storyc.planning import Results
from storyc.storyboard import Caption, Lettering, PanelKey, Sfx, Speech, Storyboard, count_words, duration, reading_s


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


def named_counts(counts: Counts) -> tuple[tuple[str, str], ...]:
    """Return the numbers worth showing as (label, number): of pages, panels and pictures always, of the rest if any."""
    are_missing = counts.pictures < counts.panels
    always = (
        ("Pages", f"{counts.pages:,}"),
        ("Panels", f"{counts.panels:,}"),
        ("Pictures", f"{counts.pictures:,} of {counts.panels:,}" if are_missing else f"{counts.pictures:,}"),
    )
    if_any = (
        ("Balloons", counts.balloons),
        ("Captions", counts.captions),
        ("Sounds", counts.effects),
        ("Words", counts.words),
        ("Clips", counts.clips),
        ("Credits spent", counts.spent_credits),
    )
    to_read = (("To read", duration(counts.reading_s)),) if counts.panels else ()
    return (*always, *((label, f"{number:,}") for label, number in if_any if number), *to_read)

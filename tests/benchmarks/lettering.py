"""A thousand panels lettered, and their outlines and words written, against a scan of their script."""

import gc

from storyc.lettering import letter_panel, to_svg
from storyc.lettering.fitting import fit
from storyc.lowering import lower
from storyc.project import check_sources
from storyc.storyboard import Panel
from storyc.text import MemoryFiles
from tests.benchmarks.measure import Target, ratio, report, scan, time_calls
from tests.benchmarks.script_maker import PANELS_PER_PAGE, make_script

PANELS = 1_000
ROUNDS = 5
NAME = "long.story"


def panels_of(text: str) -> list[Panel]:
    """Return the panels of a script."""
    checked = check_sources(NAME, MemoryFiles({NAME: text.encode()}), {})
    assert checked.program is not None, "the script to measure with has errors"
    return [panel for page in lower(checked.program).pages for panel in page.panels]


def lettered(panels: list[Panel]) -> int:
    """Return how many characters of SVG the panels take, nothing remembered from before."""
    fit.cache_clear()
    return sum(len(to_svg(letter_panel(panel, 1024, 768, reading="left-to-right", language="en"))) for panel in panels)


def main() -> None:
    """Print the ratios and the seconds."""
    gc.disable()  # as the command line does
    text = make_script(PANELS // PANELS_PER_PAGE + 1)
    panels = panels_of(text)
    few, many = panels[: PANELS // 4], panels[:PANELS]
    items = sum(len(panel.lettering) for panel in many) / PANELS
    times = time_calls(
        {"scan": lambda: scan(text), "a quarter": lambda: lettered(few), "all": lambda: lettered(many)}, rounds=ROUNDS
    )
    report("letterings in a panel", items, "")
    report(f"{PANELS:,} panels lettered", min(times["all"]), "s", Target(2, 1))
    report(f"{PANELS:,} panels lettered", ratio(times, "all", "scan"), "× scan")
    report("four times the panels", ratio(times, "all", "a quarter"), "× time", Target(5, 4.4))
    report("SVG of a panel", lettered(many) / PANELS, "characters")


if __name__ == "__main__":
    main()

"""Where scenes begin."""

from collections.abc import Iterator

from storyc.storyboard import Page


def scenes(page: Page, before: str) -> Iterator[str]:
    """Yield for each panel the slugline that begins there, empty if the one before goes on; `before` is that of the page before."""
    for panel in page.panels:
        heading = panel.setting.heading.strip() if panel.setting is not None else ""
        yield "" if heading == before else heading
        before = heading


def last_scene(page: Page, before: str) -> str:
    """Return the slugline in force where a page ends."""
    settings = [panel.setting for panel in page.panels]
    return before if not settings else settings[-1].heading.strip() if settings[-1] is not None else ""

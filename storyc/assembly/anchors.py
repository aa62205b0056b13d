"""Names of places in the storyboard."""

from storyc.storyboard import Page, PanelKey


def page_anchor(ordinal: int) -> str:
    """Return the anchor of the page with this number."""
    return f"page-{ordinal}"


def panel_anchor(key: PanelKey) -> str:
    """Return the anchor of a panel. It depends on the panel's place alone, so a link outlives a rewording."""
    return f"panel-{key.page}-{key.panel}"


def page_number(page: Page) -> str:
    """Return `3`, or `4-5` with a dash for a spread."""
    return number_range(page.ordinal, page.last_ordinal)


def number_range(first: int, last: int) -> str:
    """Return `3`, or `3-5` with a dash."""
    return str(first) if first == last else f"{first}–{last}"

"""Names of places in the storyboard."""

from storyc.storyboard import PanelKey


def page_anchor(ordinal: int) -> str:
    """Return the anchor of the page with this number."""
    return f"page-{ordinal}"


def panel_anchor(key: PanelKey) -> str:
    """Return the anchor of a panel. It depends on the panel's place alone, so a link outlives a rewording."""
    return f"panel-{key.page}-{key.panel}"

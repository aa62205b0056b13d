"""Says where an empty line stands."""

from collections.abc import Sequence

from .row import HEADINGS, Kind, Row

_LISTED = frozenset((Kind.INCLUDE, Kind.DEFINE))
"""What may stand line by line with its like, as the writer groups it."""


def gaps(rows: Sequence[Row]) -> list[bool]:
    """Return for each row whether an empty line stands before it; before the first there is none.

    A comment right above a heading, an entry or an include belongs to it: it stays there, and the empty line is before it.
    """
    found: list[bool] = []
    below: Row | None = None
    for row, above in zip(reversed(rows), (*reversed(rows[:-1]), None), strict=True):
        is_comment = row.kind is Kind.COMMENT
        leads_to = below if is_comment else row
        found.append(above is not None and _is_apart(row, above, leads_to))
        # what the comment above this row would be a comment on
        below = None if row.is_apart or (is_comment and below is None) else leads_to
    return found[::-1]


def _is_apart(row: Row, above: Row, leads_to: Row | None) -> bool:
    """Return whether an empty line stands between two rows; a comment `leads_to` the row that it belongs to, if to any."""
    if row.kind is Kind.TITLE:
        return above.kind is not Kind.TITLE and row.is_apart
    if above.kind is Kind.TITLE:
        return True
    if leads_to is not None and _begins(leads_to, above):
        return row.is_apart or above.kind is not Kind.COMMENT
    if above.kind is Kind.PANEL:
        return above.opens_text and row.is_apart
    if above.kind in HEADINGS:
        return row.is_apart or not (above.opens_text or row.kind is Kind.COMMENT)
    if row.kind is Kind.UNDER:
        return row.is_apart and above.kind in {Kind.COMMENT, Kind.LINE}
    return row.is_apart


def _begins(row: Row, above: Row) -> bool:
    """Return whether a row begins something that stands apart from what is above it."""
    if row.kind in HEADINGS or row.kind is Kind.PERSON:
        return True
    if row.kind in _LISTED:
        return row.kind is not above.kind
    return row.kind is Kind.SCENE and above.kind is not Kind.PANEL

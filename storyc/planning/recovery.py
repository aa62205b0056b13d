"""From a purchase on record back to its unit, when nothing in the script asks for it any more."""

from json import loads
from typing import Any, Final

from storyc.lowering import Depiction, Unit
from storyc.wire import WireError, price_credits, read_create, read_patch

_UNKNOWN: Final = "not on record here"


def recover(key: str, request: bytes, depiction: Depiction) -> Unit | None:
    """Return the unit of a purchase, without panels, pages and origins; None if nothing tells which pictures it brings.

    One that was bought elsewhere has no request on record: its unit asks for pictures in the same places and for nothing else. It serves
    to bring them home and is never sent.
    """
    try:
        body = loads(request) if request else _retold(depiction)
        order = read_patch(body) if "action" in body else read_create(body)
    except (ValueError, TypeError, RecursionError, WireError):
        return None
    return Unit(
        key=key,
        operation=depiction.operation,
        request=order,
        panels=(),
        pages=(),
        clip=0 if depiction.operation == "video" else None,
        uploads=(),
        price_credits=price_credits(order),
        origins=(),
        changes=depiction.changes,
    )


def _retold(depiction: Depiction) -> dict[str, Any]:
    """Return the body of a request for pictures in the places of those that a purchase shows; one that asks for nothing if it shows none."""
    if depiction.at is not None:
        page, panel = depiction.at
        return {"action": "regeneratePanel", "page": page, "panel": panel, "caption": _UNKNOWN}
    if not depiction.shown:
        return {}
    pages, panels = (
        1 + max(places) for places in zip(*((one.page, one.panel) for one in depiction.shown), strict=True)
    )
    body = {"prompt": _UNKNOWN, "pagination": {"totalPages": pages, "panelsPerPage": panels}}
    return {"action": "continueWrite", **body} if depiction.operation == "continue" else body

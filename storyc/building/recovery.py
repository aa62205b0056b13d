"""From a purchase on record back to its unit, when nothing in the script asks for it any more."""

from json import loads

from storyc.lowering import Depiction, Unit
from storyc.wire import WireError, price_credits, read_create, read_patch


def recover(key: str, request: bytes, depiction: Depiction) -> Unit | None:
    """Return the unit of a purchase, without panels, pages and origins; None if its request is not on record or makes no sense."""
    if not request:
        return None
    try:
        body = loads(request)
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

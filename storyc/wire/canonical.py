"""One spelling for each request, and the digest that names what it buys.

The canonical form is the body with sorted keys, without white space, in UTF-8, and without the address that is called when the work is
done: who is told changes nothing of what is drawn. The digest covers it, the operation (two routes may take equal bodies), the generation
that is changed, if one is, and the version of this scheme: a change here makes every unit a new purchase, so the version moves only with
intent.
"""

from hashlib import sha256
from typing import Final

from msgspec.json import Encoder

from .model import Request

SCHEME_VERSION: Final = 1
_encode: Final = Encoder(order="sorted").encode


def canonical(request: Request) -> bytes:
    """Return the body of a request in its canonical form."""
    body = request.body()
    body.pop("callbackUrl", None)
    return _encode(body)


def digest(request: Request, *, changes: str = "") -> str:
    """Return the hexadecimal SHA-256 that names a request: equal for equal requests, whatever they were made from.

    `changes` is the id of the generation that a request changes; empty for one that begins its own.
    """
    what = f"{request.operation} {changes}" if changes else request.operation
    return sha256(b"storyc %d %s\n%s" % (SCHEME_VERSION, what.encode(), canonical(request))).hexdigest()

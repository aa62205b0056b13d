"""One spelling for each request, and the digest that names what it buys.

The canonical form is the body with sorted keys, without white space, in UTF-8. The digest covers it, the operation (two routes may take
equal bodies) and the version of this scheme: a change here makes every unit a new purchase, so the version moves only with intent.
"""

from hashlib import sha256
from json import dumps
from typing import Final

from .model import Request

SCHEME_VERSION: Final = 1


def canonical(request: Request) -> bytes:
    """Return the body of a request in its canonical form."""
    return dumps(request.body(), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(request: Request) -> str:
    """Return the hexadecimal SHA-256 that names a request: equal for equal requests, whatever they were made from."""
    return sha256(b"storyc %d %s\n%s" % (SCHEME_VERSION, request.operation.encode(), canonical(request))).hexdigest()

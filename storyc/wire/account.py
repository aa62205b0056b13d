"""What an account has used, and where an uploaded file went.

`GET /v1/comics/usage` after one client's types, with the other names that the vendor's command line reads; `POST /v1/comics/upload`
(multipart, one part named `file`) after both clients.
"""

from typing import Annotated, ClassVar

from pydantic import AliasChoices, Field

from .fault import WireError
from .lenient import Count, Truth, Url
from .model import Answer


class Usage(Answer):
    """The state of an account; None is what the service did not say."""

    path: ClassVar[str] = "/v1/comics/usage"

    api_usage_count: Count = None
    api_max_usage: Count = None
    credits: Annotated[Count, Field(validation_alias=AliasChoices("creditBalance", "credits", "remaining"))] = None
    is_paid_plan: Truth = None


class Uploaded(Answer):
    """A file that the service now holds."""

    path: ClassVar[str] = "/v1/comics/upload"

    url: Annotated[Url, Field(validation_alias=AliasChoices("fileUrl", "url"))] = ""


def read_usage(payload: object) -> Usage:
    """Return what an answer says of the account. Raises: WireError if it is no JSON object."""
    if not isinstance(payload, dict):
        raise WireError("usage is a JSON object")
    inner = payload.get("usage")
    return Usage.model_validate({**inner, **payload} if isinstance(inner, dict) else payload)


def read_uploaded(payload: object) -> Uploaded:
    """Return where a file went. Raises: WireError if the answer names no URL."""
    if not isinstance(payload, dict):
        raise WireError("the answer to an upload is a JSON object")
    inner = payload.get("data")
    uploaded = Uploaded.model_validate({**inner, **payload} if isinstance(inner, dict) else payload)
    if not uploaded.url:
        raise WireError("the answer to an upload names no URL", field="fileUrl")
    return uploaded

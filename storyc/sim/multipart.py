"""The one form that the service reads: an upload with a part named `file`.

The whole body is in memory and bounded, so reading is splitting it at its boundary; a delimiter counts only at the start of a line.
"""

from email.message import Message

_MAX_BOUNDARY = 70
_MAX_PARTS = 16


class FormError(ValueError):
    """A body that is not such a form."""


def read_file_part(content_type: str, body: bytes) -> bytes:
    """Return the content of the part named `file`. Raises: FormError."""
    boundary = _parameter("Content-Type", content_type, "multipart/form-data", "boundary")
    if not boundary or len(boundary) > _MAX_BOUNDARY or not boundary.isascii():
        raise FormError("expected multipart/form-data with a boundary")
    _, *parts = (b"\r\n" + body).split(b"\r\n--" + boundary.encode(), _MAX_PARTS)
    if not parts or not parts[-1].startswith(b"--"):
        raise FormError("the form is cut short")
    for part in parts[:-1]:
        head, separator, content = part.lstrip(b" \t").partition(b"\r\n\r\n")
        if separator and _name(head) == "file":
            return content
    raise FormError("the form has no part named `file`")


def _name(head: bytes) -> str:
    for line in head.decode("utf-8", "replace").split("\r\n"):
        name, _, value = line.partition(":")
        if name.strip().lower() == "content-disposition":
            return _parameter("Content-Disposition", value.strip(), "form-data", "name")
    return ""


def _parameter(header: str, value: str, kind: str, name: str) -> str:
    message = Message()
    message[header] = value
    found = message.get_param(name, header=header.lower())
    return found if isinstance(found, str) and value.partition(";")[0].strip().lower() == kind else ""

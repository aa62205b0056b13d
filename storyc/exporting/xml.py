"""XML without strings of XML: elements that escape what stands in them."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from .printable import printable

__all__ = ["Element", "add", "document", "element"]


def element(tag: str, attributes: Mapping[str, str] | None = None, text: str = "") -> Element:
    """Return an element that holds a text."""
    made = Element(tag, {name: printable(value) for name, value in (attributes or {}).items()})
    made.text = printable(text) or None
    return made


def add(parent: Element, tag: str, attributes: Mapping[str, str] | None = None, text: str = "") -> Element:
    """Add an element that holds a text to another, and return it."""
    made = SubElement(parent, tag, {name: printable(value) for name, value in (attributes or {}).items()})
    made.text = printable(text) or None
    return made


def document(root: Element, *, doctype: str = "", is_indented: bool = True) -> bytes:
    """Return a document in UTF-8."""
    if is_indented:
        indent(root)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n' + (f"{doctype}\n" if doctype else "")
    body: bytes = tostring(root, "utf-8")
    return head.encode() + body + b"\n"

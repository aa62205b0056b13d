"""What a book says about itself: its package, its contents, and where the package is."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element

from msgspec import Struct

from storyc.storyboard import Page
from storyc.wording import page_name, page_number

from .book import Book
from .epub_page import xhtml
from .options import EARLIEST_S
from .scenes import last_scene, scenes
from .xml import add, document, element

_SUMMARY: Final = (
    "Pages are fixed and pictorial. Every panel has a description, and every balloon, caption and sound is also there as text, "
    "in the order in which it is read."
)
_ACCESS: Final = (
    ("accessMode", "visual"), ("accessMode", "textual"), ("accessModeSufficient", "visual,textual"),
    ("accessModeSufficient", "textual"), ("accessibilityFeature", "alternativeText"),
    ("accessibilityFeature", "pageNavigation"), ("accessibilityFeature", "readingOrder"),
    ("accessibilityFeature", "structuralNavigation"), ("accessibilityFeature", "tableOfContents"),
    ("accessibilityHazard", "none"), ("accessibilitySummary", _SUMMARY),
)  # fmt: skip


class Item(Struct, frozen=True, gc=False):
    """A file of the book."""

    name: str
    media_type: str


def container() -> bytes:
    """Return the file that says where the package is."""
    root = element("container", {"version": "1.0", "xmlns": "urn:oasis:names:tc:opendocument:xmlns:container"})
    found = {"full-path": "EPUB/package.opf", "media-type": "application/oebps-package+xml"}
    add(add(root, "rootfiles"), "rootfile", found)
    return document(root)


def package(book: Book, pictures: Sequence[Item], made_at_s: int | None) -> bytes:
    """Return the package: what the book is, what is in it, and in which order it is read."""
    root = element("package", {
        "xmlns": "http://www.idpf.org/2007/opf", "version": "3.0", "unique-identifier": "id", "xml:lang": book.language,
    })  # fmt: skip
    _metadata(root, book, made_at_s)
    manifest = add(root, "manifest")
    add(
        manifest, "item", {"id": "nav", "href": "nav.xhtml", "media-type": "application/xhtml+xml", "properties": "nav"}
    )
    add(manifest, "item", {"id": "style", "href": "style.css", "media-type": "text/css"})
    for page in book.pages:
        name = _page_id(page)
        add(manifest, "item", {"id": name, "href": f"{name}.xhtml", "media-type": "application/xhtml+xml"})
    for number, item in enumerate(pictures):
        cover = {"properties": "cover-image"} if number == 0 else {}
        add(manifest, "item", {
            "id": f"picture-{number + 1}", "href": item.name, "media-type": item.media_type, **cover,
        })  # fmt: skip
    direction = "rtl" if book.is_right_to_left else "ltr"
    spine = add(root, "spine", {"page-progression-direction": direction})
    for page in book.pages:
        add(spine, "itemref", {"idref": _page_id(page), "properties": _side(page, book)})
    return document(root)


def navigation(book: Book) -> bytes:
    """Return the contents: pages with the scenes that begin on them, and the list of page numbers."""
    html = xhtml(book, book.title)
    contents = add(
        html[1], "nav", {"epub:type": "toc", "id": "toc", "role": "doc-toc", "aria-label": book.labels("contents")}
    )
    add(contents, "h1", text=book.title)
    listed = add(contents, "ol")
    scene = ""
    for page in book.pages:
        entry = add(listed, "li")
        name = " · ".join((page_name(page, book.labels), *page.section))
        add(entry, "a", {"href": f"{_page_id(page)}.xhtml"}, name)
        begun = [(panel, words) for panel, words in zip(page.panels, scenes(page, scene), strict=True) if words]
        scene = last_scene(page, scene)
        if begun:
            inner = add(entry, "ol")
            for panel, words in begun:
                target = f"{_page_id(page)}.xhtml#panel-{page.ordinal}-{panel.ordinal}"
                add(add(inner, "li"), "a", {"href": target}, words)
    pages = add(
        html[1],
        "nav",
        {"epub:type": "page-list", "hidden": "hidden", "role": "doc-pagelist", "aria-label": book.labels("page_list")},
    )
    numbers = add(pages, "ol")
    for page in book.pages:
        add(add(numbers, "li"), "a", {"href": f"{_page_id(page)}.xhtml"}, page_number(page))
    return document(html, doctype="<!DOCTYPE html>", is_indented=False)


def _metadata(root: Element, book: Book, made_at_s: int | None) -> None:
    credits_ = book.board.credits
    metadata = add(root, "metadata", {"xmlns:dc": "http://purl.org/dc/elements/1.1/"})
    who = "\n".join((credits_.series, credits_.issue, book.title, *credits_.authors))
    add(metadata, "dc:identifier", {"id": "id"}, f"urn:uuid:{uuid5(NAMESPACE_URL, f'storyc:{who}')}")
    add(metadata, "dc:title", text=book.title)
    add(metadata, "dc:language", text=book.language)
    for author in credits_.authors:
        add(metadata, "dc:creator", text=author)
    if credits_.copyright:
        add(metadata, "dc:rights", text=credits_.copyright)
    if credits_.series:
        add(metadata, "meta", {"property": "belongs-to-collection", "id": "series"}, credits_.series)
        add(metadata, "meta", {"refines": "#series", "property": "collection-type"}, "series")
        if credits_.issue:
            add(metadata, "meta", {"refines": "#series", "property": "group-position"}, credits_.issue)
    modified = datetime.fromtimestamp(EARLIEST_S if made_at_s is None else made_at_s, UTC)
    for name, value in (
        ("dcterms:modified", f"{modified:%Y-%m-%dT%H:%M:%SZ}"),
        ("rendition:layout", "pre-paginated"),
        ("rendition:orientation", "auto"),
        ("rendition:spread", "landscape"),
        *((f"schema:{name}", value) for name, value in _ACCESS),
    ):
        add(metadata, "meta", {"property": name}, value)


def _page_id(page: Page) -> str:
    return f"page-{page.ordinal:04}"


def _side(page: Page, book: Book) -> str:
    """Return on which side of an opened book a page lies: the first is on the side that is read second."""
    if page.kind == "spread":
        return "rendition:page-spread-center"
    is_right = (page.ordinal % 2 == 1) != book.is_right_to_left
    return f"rendition:page-spread-{'right' if is_right else 'left'}"

"""The pages of a book in fixed layout: panels at their places, and under each picture what it shows and what is said in it."""

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from storyc.storyboard import Page, PanelKey
from storyc.wording import describe, lines, page_name

from .book import Book, Frame
from .composing import Place, compose
from .xml import add, document, element

STYLE: Final = """\
html, body { margin: 0; padding: 0; background: #fff; }
main { position: relative; overflow: hidden; }
h1, figcaption { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); }
figure { position: absolute; margin: 0; box-sizing: border-box; }
figure.framed { border: 2px solid #000; }
figure img { display: block; width: 100%; height: 100%; }
figure.waiting { background: #f3f3f0; }
figure.waiting p { margin: 0; padding: 45% 0 0; text-align: center; font: italic 24px serif; color: #787874; }
"""
_PAGE_PX: Final = (1200, 1856)
_MARGIN_PX: Final = 48
_GUTTER_PX: Final = 16


def page_size_px(page: Page) -> tuple[int, int]:
    """Return the size of a page's viewport; a spread is as wide as two pages."""
    return _PAGE_PX[0] * (2 if page.kind == "spread" else 1), _PAGE_PX[1]


def picture_name(key: PanelKey) -> str:
    """Return the file of a panel's picture."""
    return f"art/page-{key.page:04}-panel-{key.panel:03}.jpg"


def page_document(page: Page, book: Book) -> bytes:
    """Return a page as XHTML."""
    width_px, height_px = page_size_px(page)
    html = xhtml(book, f"{book.title}: {page_name(page, book.labels)}")
    add(html[0], "meta", {"name": "viewport", "content": f"width={width_px}, height={height_px}"})
    add(html[0], "link", {"rel": "stylesheet", "type": "text/css", "href": "style.css"})
    main = add(html[1], "main", {"style": f"width: {width_px}px; height: {height_px}px"})
    add(main, "h1", {"id": f"page-{page.ordinal}", **_own(book)}, page_name(page, book.labels))
    for frame, place in _placed(page, book):
        _figure(main, frame, place, book)
    return document(html, doctype="<!DOCTYPE html>", is_indented=False)


def xhtml(book: Book, title: str) -> Element:
    """Return an empty document with a head and a body."""
    html = element("html", {
        "xmlns": "http://www.w3.org/1999/xhtml", "xmlns:epub": "http://www.idpf.org/2007/ops",
        "lang": book.language, "xml:lang": book.language,
    })  # fmt: skip
    head = add(html, "head")
    add(head, "meta", {"charset": "utf-8"})
    add(head, "title", text=title)
    add(html, "body")
    return html


def _placed(page: Page, book: Book) -> Iterator[tuple[Frame, Place]]:
    width_px, height_px = page_size_px(page)
    frames = book.frames(page)
    margin_px = 0 if len(frames) == 1 and not frames[0].is_framed else _MARGIN_PX
    places = compose(
        [frame.ratio for frame in frames],
        width_px - 2 * margin_px,
        height_px - 2 * margin_px,
        _GUTTER_PX,
        is_right_to_left=book.is_right_to_left,
        is_strip=book.board.reading == "vertical",
    )
    for frame, place in zip(frames, places, strict=True):
        yield frame, Place(place.x + margin_px, place.y + margin_px, place.width, place.height)


def _figure(main: Element, frame: Frame, place: Place, book: Book) -> None:
    labels, own = book.labels, _own(book)
    looks = [*(("framed",) if frame.is_framed else ()), *(("waiting",) if frame.art is None else ())]
    figure = add(main, "figure", {
        "id": f"panel-{frame.key.page}-{frame.key.panel}", **({"class": " ".join(looks)} if looks else {}),
        "style": f"left: {place.x:.2f}px; top: {place.y:.2f}px; width: {place.width:.2f}px; height: {place.height:.2f}px",
    })  # fmt: skip
    if frame.art is None:
        add(figure, "p", own, labels("no_picture"))
    else:
        add(figure, "img", {"src": picture_name(frame.key), "alt": describe(frame.panel, labels, is_long=True)})
    caption = add(figure, "figcaption")
    add(caption, "p", own, labels("panel", number=frame.panel.ordinal))
    if frame.art is None:
        add(caption, "p", {"dir": "auto"}, describe(frame.panel, labels, is_long=True))
    for line in lines(frame.panel):
        words = f"{line.who(labels)}{line.aside(labels)}{labels('colon')}{line.letters}"
        add(caption, "p", {"dir": "auto"}, words)


def _own(book: Book) -> dict[str, str]:
    """Return the attributes of an element that holds labels of ours, where those are in another language than the story."""
    tag = book.labels.tag
    return {} if book.labels.is_in(book.language) else {"lang": tag, "xml:lang": tag}

"""From a look at a project to the page that shows it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from storyc.assembly import to_html
from storyc.planning import Art, Results
from storyc.storyboard import Page, PanelKey, Storyboard
from storyc.wording import Labels, labels_for

from .album import Album
from .document import Document, take_apart
from .editor import Editor
from .findings import Report, watch_panel
from .lines import line_list, without_lines
from .marks import Bill, Mark, make_marks, put_marks
from .seeing import Seen
from .stage import Scene

if TYPE_CHECKING:
    from storyc.pipeline import Home

EMPTY_SCENE: Final = Scene(Document('<html lang="en" dir="ltr">', "", "storyc watch", "", "", {}), "")
"""The page of a script that has never been without errors. The first storyboard has another opening tag, so it is loaded anew."""
_NO_SKETCHES: Final[Mapping[PanelKey, Art]] = {}
_MANY: Final = 8
"""With so many pages for each that changed, it pays to make those that changed before the others."""


class Material(Struct, frozen=True):
    """What a storyboard page is made from."""

    board: Storyboard
    """Without its lines."""
    results: Results
    """With the pictures that are shown, their addresses for paths."""
    marks: Mapping[PanelKey, Mark]

    def face(self, page: Page) -> tuple[object, ...]:
        """Return all that decides how a page looks by itself."""
        keys = [PanelKey(page.ordinal, panel.ordinal) for panel in page.panels]
        return page, [self.results.panels.get(key) for key in keys], [self.marks.get(key) for key in keys]


class Composer:
    """Makes scenes, and keeps the last storyboard for as long as there is no other."""

    def __init__(self, editor: str, read_sketch: Callable[[str], bytes | None] = lambda _digest: None) -> None:
        """`editor` is a pattern for links into scripts; `read_sketch` gives the bytes of sketches by their SHA-256."""
        self._editor = editor
        self._read_sketch = read_sketch
        self._album = Album()
        self._kept = EMPTY_SCENE
        self._kept_at = ""
        self._made_of: Material | None = None
        self._bill = Bill()
        self._labels = labels_for("")

    def glance(self, seen: Seen, at: str, sketches: Mapping[PanelKey, Art] = _NO_SKETCHES) -> Scene | None:
        """Return the last storyboard with new pages for those that differ, None unless they are few among many.

        What is said of the story as a whole (contents, cast, numbers) is still as it was.
        """
        material, before = self._material(seen, sketches), self._made_of
        if material is None or before is None or len(material.board.pages) != len(before.board.pages):
            return None
        pages = material.board.pages
        both = zip(pages, before.board.pages, strict=True)
        changed = [index for index, (new, old) in enumerate(both) if material.face(new) != before.face(old)]
        if not changed or len(changed) * _MANY > len(pages) or material.board.clips:
            return None
        # a page begins a section only if the page before it does not, so that one is needed
        around = sorted({index for one in changed for index in (one - 1, one) if index >= 0})
        some = replace(material, board=replace(material.board, pages=tuple(pages[index] for index in around)))
        parts = self._document(seen, some).parts
        names = [f"page-{pages[index].ordinal}" for index in changed]
        fresh = {name: parts[name] for name in names}
        document = replace(self._kept.document, parts={**self._kept.document.parts, **fresh})
        kept = replace(self._kept, document=document)
        return self._scene(seen, kept, material, self._report(seen, at))

    def compose(self, seen: Seen, at: str, sketches: Mapping[PanelKey, Art] = _NO_SKETCHES) -> tuple[Scene, Report]:
        """Return what is shown now, and what is said about it; `at` is the time of day."""
        material = self._material(seen, sketches)
        if material is not None:
            self._made_of = material
            self._kept = Scene(self._document(seen, material), "")
            self._kept_at = at
        report = self._report(seen, at)
        if material is not None:
            self._kept = self._scene(seen, self._kept, material, report)
        return replace(self._kept, watch=watch_panel(report, self._editor_of(seen), self._labels)), report

    def _material(self, seen: Seen, sketches: Mapping[PanelKey, Art]) -> Material | None:
        """Return what the storyboard is made from; None if there is no new one."""
        if seen.board is None or seen.home is None:
            return None
        home, results = seen.home, seen.home.results
        pictures = self._album.choose(seen.board, {**sketches, **results.panels}, home.replaced)
        shown = replace(
            results,
            panels={key: replace(art, path=art.sha256) for key, art in pictures.panels.items()},
            clips={ordinal: replace(film, path=film.sha256) for ordinal, film in results.clips.items()},
        )
        self._labels = labels_for(seen.board.language)
        marks = make_marks(home.plan, results.panels, sketches, self._labels, is_draft=results.is_draft)
        return Material(without_lines(seen.board), shown, marks)

    def _document(self, seen: Seen, material: Material) -> Document:
        assert seen.project is not None
        html = to_html(
            material.board,
            material.results,
            _never,
            theme=seen.project.config.theme,
            art_root="art",
            source_link=self._editor_of(seen).source_link,
        )
        return _marked(take_apart(html), material.marks, self._labels)

    def _scene(self, seen: Seen, kept: Scene, material: Material, report: Report) -> Scene:
        assert seen.board is not None
        assert seen.home is not None
        editor = self._editor_of(seen)
        art = (*material.results.panels.values(), *material.results.clips.values())
        return Scene(
            document=kept.document,
            watch=watch_panel(report, editor, self._labels),
            lines=line_list(seen.board, editor),
            art={one.sha256: one for one in art},
            read=self._reader(seen.home),
        )

    def _reader(self, home: "Home") -> Callable[[str], bytes]:
        store = home.store  # which is kept for longer than what else is at home
        return lambda digest: self._read_sketch(digest) or store.read_bytes(digest)

    def _report(self, seen: Seen, at: str) -> Report:
        if seen.home is not None:
            self._bill = Bill(len(seen.home.plan.purchases), seen.home.plan.price_credits)
        return Report(at, seen.problem, seen.checked, self._bill, "" if seen.board is not None else self._kept_at)

    def _editor_of(self, seen: Seen) -> Editor:
        assert seen.project is not None
        return Editor(self._editor, seen.project.root)


def _marked(document: Document, marks: Mapping[PanelKey, Mark], labels: Labels) -> Document:
    parts = dict(document.parts)
    for page in {key.page for key in marks}:
        name = f"page-{page}"
        if name in parts:
            anchors = {f"panel-{key.page}-{key.panel}": mark for key, mark in marks.items() if key.page == page}
            parts[name] = put_marks(parts[name], anchors, labels)
    return replace(document, parts=parts)


def _never(art: Art) -> bytes:
    """Pictures are fetched by their addresses, so none is ever asked for."""
    raise AssertionError(art.sha256)

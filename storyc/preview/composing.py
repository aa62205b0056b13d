"""From a look at a project to the page that shows it."""

from typing import Final

from msgspec.structs import replace

from storyc.assembly import to_html
from storyc.planning import Art
from storyc.storyboard import PanelKey

from .album import Album
from .document import Document, take_apart
from .editor import Editor
from .findings import Report, watch_panel
from .lines import line_list, without_lines
from .marks import cost, make_marks, put_marks
from .seeing import Seen
from .stage import Scene

_NOTHING: Final = Document('<html lang="en" dir="ltr">', "", "storyc watch", "", "", {})
"""The page of a script that has never been without errors. The first storyboard has another opening tag, so it is loaded anew."""


class Composer:
    """Makes scenes, and keeps the last storyboard for as long as there is no other."""

    def __init__(self, editor: str) -> None:
        """`editor` is a pattern for links into scripts."""
        self._editor = editor
        self._album = Album()
        self._kept = Scene(_NOTHING, "")
        self._kept_at = ""
        self._cost = ""

    def compose(self, seen: Seen, at: str) -> tuple[Scene, Report]:
        """Return what is shown now, and what is said about it; `at` is the time of day."""
        assert seen.project is not None
        editor = Editor(self._editor, seen.project.root)
        if seen.board is not None and seen.home is not None:
            self._kept = self._storyboard(seen, editor)
            self._kept_at = at
            self._cost = cost(seen.home.plan)
        kept_from = "" if seen.board is not None else self._kept_at
        report = Report(at, seen.problem, seen.checked, self._cost, kept_from)
        return replace(self._kept, watch=watch_panel(report, editor)), report

    def _storyboard(self, seen: Seen, editor: Editor) -> Scene:
        assert seen.project is not None
        assert seen.board is not None
        assert seen.home is not None
        home, results = seen.home, seen.home.results
        pictures = self._album.choose(seen.board, results.panels, home.replaced)
        shown = replace(
            results,
            panels={key: replace(art, path=art.sha256) for key, art in pictures.panels.items()},
            clips={ordinal: replace(film, path=film.sha256) for ordinal, film in results.clips.items()},
        )
        html = to_html(
            without_lines(seen.board),
            shown,
            _never,
            theme=seen.project.config.theme,
            art_root="art",
            source_link=editor.source_link,
        )
        document = take_apart(html)
        marks = make_marks(home.plan, is_draft=results.is_draft)
        words = {key: words for key, words in marks.items() if key not in results.panels}
        return Scene(
            document=_marked(document, words),
            watch="",
            lines=line_list(seen.board, editor),
            art={art.sha256: art for art in (*shown.panels.values(), *shown.clips.values())},
            store=home.store,
        )


def _marked(document: Document, words: dict[PanelKey, str]) -> Document:
    parts = dict(document.parts)
    for page in {key.page for key in words}:
        anchors = {f"panel-{key.page}-{key.panel}": said for key, said in words.items() if key.page == page}
        parts[f"page-{page}"] = put_marks(parts[f"page-{page}"], anchors)
    return replace(document, parts=parts)


def _never(art: Art) -> bytes:
    """Pictures are fetched by their addresses, so none is ever asked for."""
    raise AssertionError(art.sha256)

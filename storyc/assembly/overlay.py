"""Words laid over the pictures of a storyboard whose art came without them."""

from collections.abc import Callable, Mapping

from storyc.lettering import Problem, letter_panel, style_sheet, to_svg
from storyc.storyboard import Panel, PanelKey, Storyboard

from .anchors import panel_anchor


class Overlay:
    """The lettering of every panel, made when its place in the page comes; none if the art carries its own."""

    def __init__(self, board: Storyboard, on_problem: Callable[[Problem], None]) -> None:
        """`on_problem` is told of words that found no good place, when their panel's place in the page comes."""
        self._board = board
        self._on_problem = on_problem
        self._panels: Mapping[str, Panel] = (
            {
                panel_anchor(PanelKey(page.ordinal, panel.ordinal)): panel
                for page in board.pages
                for panel in page.panels
            }
            if board.lettering == "overlay"
            else {}
        )

    @property
    def style(self) -> str:
        """Return the style sheet that the lettering counts on; empty if there is none."""
        return style_sheet(self._panels.values(), self._board.language) if self._panels else ""

    def svg(self, anchor: str, width_px: int, height_px: int) -> str:
        """Return the lettering of a panel over a picture of this size, as an element; empty if nothing is said in it."""
        panel = self._panels.get(anchor)
        if panel is None:
            return ""
        lettered = letter_panel(panel, width_px, height_px, reading=self._board.reading, language=self._board.language)
        for problem in lettered.problems:
            self._on_problem(problem)
        return to_svg(lettered)

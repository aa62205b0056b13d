"""What is drawn, and in which order."""

from typing import TYPE_CHECKING

from storyc.preview.easel import Easel
from storyc.preview.seeing import Seen, look
from storyc.storyboard import PanelKey

if TYPE_CHECKING:
    from tests.preview.conftest import Story


def seen(story: "Story") -> Seen:
    return look(story.path, is_draft=None)


def test_the_newest_edit_is_drawn_first_and_nothing_that_is_overtaken(story: "Story") -> None:
    easel = Easel(story.root)
    assert not easel.look_at(seen(story))
    story.change("The lamp.", "The lamp, broken.")
    easel.look_at(seen(story))
    easel.draw_next()
    assert easel.look_at(seen(story)).keys() == {PanelKey(2, 1)}
    easel.draw_next()
    assert easel.look_at(seen(story)).keys() == {PanelKey(2, 1), PanelKey(1, 1)}
    easel.draw_next()
    assert not easel.has_work


def test_what_only_moved_needs_no_drawing(story: "Story") -> None:
    easel = Easel(story.root)
    easel.look_at(seen(story))
    while easel.has_work:
        easel.draw_next()
    story.write("// a remark\n\n" + story.path.read_text("utf-8"))
    assert len(easel.look_at(seen(story))) == 3
    assert not easel.has_work


def test_an_easel_that_is_not_used_draws_nothing(story: "Story") -> None:
    easel = Easel(story.root, is_used=False)
    assert not easel.look_at(seen(story))
    assert not easel.has_work

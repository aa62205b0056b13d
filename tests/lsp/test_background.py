"""What is found out beside the loop, without an editor."""

from asyncio import Event, create_task, gather, run, sleep
from pathlib import Path

from storyc.lsp.background import Background
from storyc.lsp.desk import Desk
from storyc.lsp.forecast import Inquiry
from tests.benchmarks.script_maker import make_script

PAGE = "PAGE 1\n\nPANEL 1\nRain.\n"


def inquiry(desk: Desk, path: Path, text: str) -> Inquiry:
    """Return a story as it is in an editor."""
    desk.open(path, text)
    view = desk.view(path)
    assert view is not None
    return view.inquiry


def test_several_stories_are_looked_at_one_after_the_other(tmp_path: Path) -> None:
    desk = Desk()
    stories = [inquiry(desk, tmp_path / f"{name}.story", PAGE * pages) for pages, name in enumerate("abc", 1)]

    async def look() -> None:
        background = Background(lambda: None)
        found = await gather(*(background.current(story) for story in (*stories, *stories)))
        assert [one.panels for one in found if one is not None] == [1, 2, 3, 1, 2, 3]
        assert all(map(background.is_known, stories))

    run(look())


def test_what_is_typed_ends_it_and_takes_nothing_back(tmp_path: Path) -> None:
    desk, path = Desk(), tmp_path / "a.story"
    short, long = inquiry(desk, path, PAGE), inquiry(desk, path, make_script(100))

    async def look() -> None:
        background = Background(lambda: None)
        known = await background.current(short)
        waiting = create_task(background.current(long))
        await sleep(0)
        background.interrupt()
        assert await waiting is known
        assert not background.is_known(long)
        again = await background.current(long)
        assert again is not None
        assert again.panels > 100

    run(look())


def test_what_is_only_supposed_is_not_remembered(tmp_path: Path) -> None:
    desk, path = Desk(), tmp_path / "a.story"

    async def look() -> None:
        told = Event()
        background = Background(told.set)
        supposed = await background.suppose(inquiry(desk, path, PAGE * 2))
        assert supposed is not None
        assert supposed.price_credits == 300
        story = inquiry(desk, path, PAGE)
        assert background.known(story) is None
        background.look_soon(story)
        background.look_soon(story)
        await told.wait()
        assert background.is_known(story)

    run(look())


def test_a_story_with_errors_has_no_forecast(tmp_path: Path) -> None:
    desk, path = Desk(), tmp_path / "a.story"

    async def look() -> None:
        background = Background(lambda: None)
        story = inquiry(desk, path, "PAGE 1\n\nPANEL 1\nEVE: {{nobody}}\n")
        found = await background.current(story)
        assert found is not None
        assert (found.is_known, found.trouble, dict(found.found)) == (False, "", {})
        assert background.is_known(story)

    run(look())


def test_pages_keep_what_is_known_of_them_while_others_are_written(tmp_path: Path) -> None:
    desk, path = Desk(), tmp_path / "a.story"
    text = "".join(f"PAGE {number}\n\nPANEL 1\nRain {number}.\n\n" for number in range(1, 6))

    async def look() -> None:
        found = await Background(lambda: None).current(inquiry(desk, path, text))
        script = desk.script(path)
        assert found is not None
        assert script is not None
        at = text.index("Rain 3.")
        for edited in (script.edited(at, at, "Hard "), script.edited(at, at, "\n\nPAGE 9\n\nPANEL 1\nSun.\n\n")):
            known = [bool(found.of(edited, index)) for index in range(len(edited.pieces))]
            assert known == [True, True, *[False] * (len(known) - 4), True, True]
        assert all(found.of(script, index) for index in range(5))

    run(look())

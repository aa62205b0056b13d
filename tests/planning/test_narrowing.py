from storyc.planning import Barred, Create, Failed, narrow
from tests.planning.shelf import Shelf, compiled, told
from tests.planning.test_edits import STORY


def left(**bounds: object) -> tuple[list[str], list[str]]:
    script = STORY.replace("PAGE 2", "CLIP [from panel 2]\n\nThe lamp.\n\nPAGE 2", 1)
    plan = narrow(Shelf({}, {}).plan(compiled(script, "pages")), **bounds)  # type: ignore[arg-type]  # bounds of a test
    return [told(step) for step in plan.purchases], [told(step) for step in plan.left_out]


def test_without_bounds_everything_is_bought() -> None:
    assert left() == (["draw page 1", "draw page 2", "draw page 3", "film clip 1"], [])


def test_some_pages() -> None:
    assert left(pages={2, 3}) == (["draw page 2", "draw page 3"], ["draw page 1", "film clip 1"])
    assert left(pages={9}) == ([], ["draw page 1", "draw page 2", "draw page 3", "film clip 1"])


def test_so_many() -> None:
    assert left(limit=1) == (["draw page 1"], ["draw page 2", "draw page 3", "film clip 1"])
    assert left(limit=0)[0] == []
    assert left(pages={2, 3}, limit=1)[0] == ["draw page 2"]


def test_what_failed_elsewhere_is_nobodys_concern() -> None:
    wanted, shelf = compiled(STORY, "pages"), Shelf({}, {})
    first = wanted.units[0]
    shelf.states[first.key] = Failed("no")
    plan = shelf.plan(wanted)
    assert [type(step) for step in narrow(plan, pages={2}).steps] == [Create]
    assert [step.unit.key for step in narrow(plan, pages={2}).set_aside] == [first.key]
    assert [type(step) for step in narrow(plan, pages={1}).steps] == [Barred]
    assert [type(step) for step in narrow(plan, limit=1).steps] == [Barred, Create]

import pytest

from storyc.lowering import Lowered
from storyc.planning import Change, find_reasons
from storyc.wire import canonical
from tests.planning.shelf import Shelf, compiled, told
from tests.planning.test_edits import EDITS, STORY


class Memory:
    """A shelf that remembers requests."""

    def __init__(self, script: str) -> None:
        self.shelf = Shelf({}, {})
        self.requests: dict[str, bytes] = {}
        self.buy(compiled(script, "pages"))

    def buy(self, wanted: Lowered) -> None:
        self.requests.update(
            (step.unit.key, canonical(step.unit.request)) for step in self.shelf.plan(wanted).purchases
        )
        self.shelf.buy(wanted)

    def reasons(self, wanted: Lowered) -> list[tuple[str, tuple[Change, ...]]]:
        plan = self.shelf.plan(wanted)
        found = find_reasons(plan, lambda key: self.requests.get(key, b""), lambda: self.shelf.depictions)
        return [(told(step), found[step.unit.key].changes) for step in plan.purchases]


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("one word of a balloon", Change("Dialogue", 'TOBY: "Not once."', 'TOBY: "Not twice."')),
        ("a speech becomes a shout", Change("Dialogue", 'TOBY: "Not once."', 'TOBY (burst): "Not once."')),
        ("one word of the prose", Change("Action", "MARA at the rail.", "MARA by the rail.")),
        ("a tag", Change("Objective", "wide", "wide, low angle")),
        ("a seed, for another take", Change("Objective", "silent", "silent, seed 7")),
        ("all panels of a page", Change("Action", "MARA runs.", "MARA walks.")),
        ("a cast entry", Change("TOBY", "Her nephew.", "Her niece.")),
        ("the age of one who is on every page", Change("MARA", "Harbour pilot. Age: 34.", "Harbour pilot. Age: 43.")),
        ("a place", Change("Place", "THE HARBOUR: Cranes like gallows.", "THE HARBOUR: Cranes like geese.")),
        ("the style", Change("Art", "ink", "crayon")),
        ("the size of all pictures", Change("size", "768x1024", "1024x768")),
    ],
)
def test_the_field_that_changed(name: str, first: Change) -> None:
    reasons = Memory(STORY).reasons(compiled(EDITS[name][0](STORY), "pages"))
    assert reasons
    for _, changes in reasons:
        assert changes[0] == first


def test_a_word_that_is_changed_again_is_compared_with_the_last() -> None:
    memory = Memory(STORY)
    memory.buy(compiled(STORY.replace("once", "twice"), "pages"))
    assert memory.reasons(compiled(STORY.replace("once", "thrice"), "pages")) == [
        ("redraw page 1 panel 3", (Change("Dialogue", 'TOBY: "Not twice."', 'TOBY: "Not thrice."'),))
    ]


def test_what_is_new_has_nothing_to_be_compared_with() -> None:
    reasons = Memory(STORY).reasons(compiled(EDITS["a panel inserted"][0](STORY), "pages"))
    assert reasons == [("draw page 1 panel 3 alone", ())]
    empty = Shelf({}, {}).plan(compiled(STORY, "pages"))
    assert {one.base for one in find_reasons(empty, lambda _key: b"", dict).values()} == {""}


def test_a_request_that_is_not_on_record_here_explains_nothing() -> None:
    memory = Memory(STORY)
    memory.requests.clear()
    assert memory.reasons(compiled(STORY.replace("once", "twice"), "pages")) == [("redraw page 1 panel 3", ())]

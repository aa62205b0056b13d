import pytest

from storyc.lowering import Lowered
from storyc.planning import Change, find_reasons
from storyc.storyboard import PanelKey
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


# ---- clips

FILM = """\
CLIP lamp [5s, 720p, from panel 1]

The lamp goes out.
"""
FILMED = f"""\
PAGE 1

PANEL 1
The harbour.

PANEL 2
The stairs.

{FILM}
PAGES 2-3

PANEL 1
The lamp.

PANEL 2
Rain.
"""
ONE, TWO, SPREAD = PanelKey(1, 1), PanelKey(1, 2), PanelKey(2, 1)


def why_filmed(old: str, new: str) -> tuple[Change, ...]:
    memory = Memory(FILMED)
    (changes,) = [
        changes for name, changes in memory.reasons(compiled(FILMED.replace(old, new, 1), "pages")) if "film" in name
    ]
    return changes


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("The harbour.", "The dock.", Change("first frame", "page 1, panel 1", "page 1, panel 1", ONE)),
        ("from panel 1", "from panel 2", Change("first frame", "page 1, panel 1", "page 1, panel 2", TWO)),
        ("from panel 1", "720p", Change("first frame", "page 1, panel 1", "")),
        ("720p,", "720p, to panel 2,", Change("last frame", "", "page 1, panel 2", TWO)),
        ("5s", "6s", Change("duration", "5", "6")),
        ("720p", "1080p", Change("resolution", "720p", "1080p")),
        ("720p", "720p, seed 7", Change("seed", "", "7")),
        ("720p", "720p, audio", Change("sound", "", "yes")),
        ("goes out", "goes on", Change("", "The lamp goes out.", "The lamp goes on.")),
    ],
)
def test_a_clip_tells_its_words_its_settings_and_its_frames_apart(old: str, new: str, change: Change) -> None:
    assert why_filmed(old, new) == (change,)


def test_a_frame_in_a_spread_is_named_by_both_pages() -> None:
    filmed = FILMED.replace(FILM, "") + "\n" + FILM
    memory = Memory(filmed)
    reasons = dict(memory.reasons(compiled(filmed.replace("The lamp.\n", "The lamp is lit.\n"), "pages")))
    assert reasons["film clip 1"] == (Change("first frame", "pages 2-3, panel 1", "pages 2-3, panel 1", SPREAD),)


def test_a_file_that_a_clip_looks_at_is_named() -> None:
    script = FILMED.replace("The lamp goes out.", "The lamp goes out.\nimage: lamp.png")
    memory = Memory.__new__(Memory)
    memory.shelf, memory.requests = Shelf({}, {}), {}
    memory.buy(compiled(script, "pages", lamp_png=b"one"))
    ((_, (change,)),) = memory.reasons(compiled(script, "pages", lamp_png=b"two"))
    assert (change.field, change.new) == ("reference pictures", "lamp.png")
    assert change.old.startswith("a file (")

"""A panel by itself is drawn as it is among others, and has a name that says so."""

import pytest

from storyc.sim import sit_for
from storyc.sim.artist import draw_panel, read_brief
from storyc.wire import CreateComic

PROMPT = """\
[Story]
Title: The Harbour Light
Premise: A light goes out.
Place: THE HARBOUR: Container harbour at night. Cranes.

[Characters]
- MARA VOSS (also Mara, TOBY): Harbour pilot, grey hair. Age: 34. Dress: flight jacket.
- TOBY: Her nephew. Age: 11. Dress: yellow raincoat.
- JUN (also the courier): A courier. Dress: red scarf.

[Panels]
Page 1: 3 panels, read left to right.
1. Objective: wide
   Scene: EXT. THE HARBOUR - NIGHT
   In the picture: TOBY, the courier
   Dialogue: Mara: "Forty years."
2. Scene: EXT. THE HARBOUR - CONTINUOUS
   Action: Rain.
3. In the picture: JUN
   Dialogue: A STRANGER (off): "Well?"
"""


def order(prompt: str) -> CreateComic:
    return CreateComic(prompt=prompt, size="512x768", fix_panel_num=3)


@pytest.mark.parametrize("panel", range(4))
@pytest.mark.parametrize("prompt", [PROMPT, "Two cats on a roof, at night."], ids=["sections", "words"])
def test_a_sitting_is_the_panel_of_its_order(prompt: str, panel: int) -> None:
    assert sit_for(order(prompt), 0, panel).draw() == draw_panel(read_brief(prompt), 0, panel, (512, 768))


def test_its_name_changes_with_what_is_seen_and_with_nothing_else() -> None:
    names = [sit_for(order(PROMPT), 0, panel).name for panel in range(3)]
    others = [sit_for(order(PROMPT.replace("red scarf", "blue scarf")), 0, panel).name for panel in range(3)]
    assert len(set(names)) == 3
    assert [one == other for one, other in zip(names, others, strict=True)] == [False, True, False]

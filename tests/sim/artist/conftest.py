from collections.abc import Callable

import pytest

from storyc.sim.artist import Brief, read_brief
from storyc.sim.artist.fonts import Fonts, find_fonts, plain_face

HARBOUR = """[Visual Style]
Art: high-contrast ink, neo-noir

[Story]
Title: The Harbour Light
Place: THE HARBOUR: Container harbour at night. Cranes like gallows, sodium lamps.

[Characters]
- MARA VOSS (also Mara, the Captain): Harbour pilot. Tall, close-cropped grey hair. Age: 34. Dress: oil-stained flight jacket.
- TOBY: Mara's nephew, missing front tooth. Age: 11. Dress: yellow raincoat two sizes too big.
- DR. CHO: Marine biologist. Silver bob, round glasses.

[Panels]
Page 1: 4 panels, read left to right.
1. Objective: wide, establishing, bleed
   Scene: EXT. THE HARBOUR - NIGHT
   Action: The whole harbour seen from out on the water. Rain.
   Caption (locale): "Port Ansel. 3:12 a.m."
2. Scene: EXT. THE HARBOUR - NIGHT
   In the picture: MARA VOSS
   Action: MARA at the rail, collar up, squinting into the rain.
   Dialogue: MARA VOSS: "Forty years and it never went out."
   Dialogue: MARA VOSS (off, burst): "Not once."
   Sound effect (radio): "KRSSHHH"
3. Objective: inset in panel 2
   Scene: EXT. THE HARBOUR - NIGHT
   In the picture: DR. CHO
   Action: Close on the handset in her scarred fist.
   Dialogue: DR. CHO (radio): "Mara? Tell me you can still "see" it."
4. Scene: EXT. THE HARBOUR - NIGHT
   Action: Toby has appeared behind the captain, dripping.
   Dialogue: TOBY (whisper): "Aunt Mara."
   Dialogue: TOBY & MARA VOSS: "Run!"
Page 2, a splash: 1 panel, read right to left.
1. Objective: splash
   Scene: INT. PILOT HOUSE - CONTINUOUS
   Artist: The creature fills the page.
   Title lettering: "THE HARBOUR LIGHT"
   Lettering in the art (sign): "稲荷屋"

[Constraints]
Size: 768x1024
"""


@pytest.fixture
def harbour() -> Brief:
    return read_brief(HARBOUR)


@pytest.fixture
def fonts() -> Fonts:
    return find_fonts()


@pytest.fixture
def english_fonts() -> Fonts:
    """A machine without any font: Pillow's own letters are all there is."""
    return Fonts({"hand": [plain_face()], "loud": [plain_face()], "plain": [plain_face()]})


@pytest.fixture
def panel_prompt() -> Callable[..., str]:
    """Write the prompt of one panel from its fields."""

    def write(*fields: str, tags: str = "medium", direction: str = "left to right") -> str:
        lines = "\n".join(f"   {field}" for field in fields)
        return f"[Panels]\nPage 1: 1 panel, read {direction}.\n1. Objective: {tags}\n{lines}\n"

    return write

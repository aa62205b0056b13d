"""What is taken to be plain at a glance is plain."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from storyc.diagnostics import Diagnostic
from storyc.semantics import resolve
from storyc.semantics.folding import Folder
from storyc.semantics.items import is_drawn
from storyc.semantics.plainness import Body, Glance
from storyc.semantics.speakers import Speakers
from storyc.syntax import Page, parse
from storyc.text import Source

HEAD = "CAST\n\nMARA VOSS (Mara, the Captain): A pilot.\n\nTOBY: A boy.\n\n狐: A fox.\n\nPAGE 1\n\n"
LINES = (
    "", "", "", "Rain falls on the harbour and nobody minds.", "Rain.", "MARA: Hello.", "Mara (off): Hello.", "MARA:", "TOBY",
    "TOBY (whisper)", "TOBY (wisper)", "TOBY ^", "@TOBY", "@NOBODY", "狐", "狐：おなか", "NOBODY: Hm.", "NOBODY", "grandma: sit down.",
    "the lighthouse at the end of the mole: dark.", ": Not once.", ":", "(whisper)", "(quietly)", "(wisper)", "~ la la", "SFX: WHUMP",
    "SFX (radio): KRSH", "SFX", "CAPTION: Then.", "CAPTION (narrator): Then.", "CAPTION (TOBY): Then.", "CAPTION (x): Then.", "TITLE: Rain",
    "TEXT (sign): Bar", "ARTIST: more rain", "NOTE: hm", "[[a note]]", "Rain [[inside]] falls.", "// aside", "/* cut */", "!MARA: no speech",
    "!", "\\PAGE 3", "\\", "= synopsis", "> CUT TO:", "CUT TO:", "CLIP rain [5s]", "PANEL 2 is a close-up", "PAGE 2 is next", "INCLUDE x",
    "CAST", "MARA & TOBY: No!", "MARA & NOBODY: No!", "A: b", "I SAID NO", "TOBY [off]: Hm.", "Toby [of]: Hm.", "[x]: y", "A sign [red]: STOP", "狐「おなか」", "狐（小声）「おなか」", "雨「x」", "ページ2", "SEITE 2",
    "MARA - Hello.", "MARA - squinting", "SFX - WHUMP", "SFX WHUMP", "A sign - red: STOP", "MARA - x: y", "Rain – more rain.", "STRIP 1",
    "Dog: No.", "@nobody that anybody knows", "TOBY V.O.: Hm.", "1. TOBY: Hm.", "NARRATOR", "TOBY (to himself): Hm.", "TOBY (whisper): (x)", "(half", "half)", "MARA: (off)",
)  # fmt: skip


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=7))
@example(["TOBY", "", "Rain."])
@example(["TOBY", "NOBODY: Hm."])
@example(["Rain.", "grandma: sit down."])
def test_a_glance_never_overlooks_anything(lines: list[str]) -> None:
    source = Source("main.story", HEAD + "PANEL 1\n" + "\n".join(lines) + "\n")
    document = parse(source).value
    page = next(part for part in document.parts if isinstance(part, Page))
    speakers = Speakers(resolve({source.name: document}).value.declared, [])
    for panel in page.strip:
        known = Glance(speakers).look(panel.lines)
        said: list[Diagnostic] = []
        items = Folder(source, speakers, said).fold(panel.lines)
        speakers.finish()
        if known is not Body.OPEN:
            assert not said
            assert any(map(is_drawn, items)) == (known is Body.PLAIN)

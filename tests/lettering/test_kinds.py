"""What each kind of lettering looks like, and where it is put."""

from itertools import pairwise
from re import findall
from typing import get_args

import pytest

from storyc.lettering import Placed, letter_panel, to_svg
from storyc.storyboard import Caption, CaptionKind, InArt, Modifier, Panel, Run, Sfx, Speech, Title
from tests.lettering.panels import caption, letter, panel, say


def look(placed: Placed) -> object:
    """Return what tells kinds apart: strokes, letters and how they stand."""
    return (
        placed.strokes, placed.size_px, placed.is_italic, placed.is_flush, placed.turn_degrees, placed.voice,
        [line.runs for line in placed.lines],
    )  # fmt: skip


def words(placed: Placed) -> str:
    return " ".join("".join(run.text for run in line.runs) for line in placed.lines)


def test_every_modifier_of_a_balloon_shows() -> None:
    ways: list[tuple[Modifier, ...]] = [(), *((modifier,) for modifier in get_args(Modifier) if modifier != "joined")]
    looks = [look(letter(say("MARA", "It went out.", *how)).placed[0]) for how in ways]
    assert all(one != other for at, one in enumerate(looks) for other in looks[:at])


def test_every_kind_of_caption_shows() -> None:
    looks = [look(letter(caption("It went out.", kind)).placed[0]) for kind in get_args(CaptionKind)]
    assert all(one != other for at, one in enumerate(looks) for other in looks[:at])


def test_a_joined_balloon_has_a_neck_and_no_tail() -> None:
    first, joined = letter(say("MARA", "It went out."), say("MARA", "Forty years.", "joined")).placed
    assert [stroke.look for stroke in first.strokes] == ["balloon"]
    assert [stroke.look for stroke in joined.strokes] == ["balloon", "paper", "line", "line"]
    assert joined.box.left - first.box.right < first.size_px


def test_dual_dialogue_stands_side_by_side() -> None:
    first, second = letter(say("MARA", "You first!"), say("TOBY", "You first!", is_dual=True)).placed
    assert first.box.top == second.box.top
    assert first.box.right < second.box.left


def test_balloons_stand_over_their_speakers() -> None:
    first, second = letter(say("MARA", "Here I am."), say("TOBY", "And I am here.")).placed
    assert first.box.center[0] < 512 < second.box.center[0]
    first, second = letter(say("MARA", "Here I am."), say("TOBY", "And I."), reading="right-to-left").placed
    assert first.box.center[0] > 512 > second.box.center[0]


def test_two_speakers_have_two_tails() -> None:
    one = letter(say("MARA", "Together.")).placed[0].strokes[0].path
    both = letter(Speech(("MARA", "TOBY"), (Run("Together."),))).placed[0].strokes[0].path
    assert (one.count("Q"), both.count("Q")) == (2, 4)


def test_the_tail_of_a_voice_from_outside_ends_at_the_edge() -> None:
    (placed,) = letter(say("MARA", "Who is there?", "off")).placed
    ends = [float(x) for x, _ in findall(r"Q\S+ \S+ (\S+) ([^A-Z]+)", placed.strokes[0].path)]
    assert min(ends) == 0


def test_a_translation_stands_in_angle_brackets() -> None:
    assert words(letter(say("MARA", "Where is it?", "translated")).placed[0]) == "<Where is it?>"
    assert words(letter(say("MARA", "どこ?", "translated"), language="ja").placed[0]) == "〈どこ?〉"


def test_a_spoken_caption_stands_in_quotation_marks_once() -> None:
    assert words(letter(caption("Come home.", "spoken")).placed[0]) == "“Come home.”"
    assert words(letter(caption("“Come home.”", "spoken")).placed[0]) == "“Come home.”"
    assert words(letter(caption("Komm heim.", "spoken"), language="de-AT").placed[0]) == "„Komm heim.“"


def test_a_caption_that_has_the_last_word_stands_at_the_foot() -> None:
    first, _, last = letter(
        caption("Night.", "locale"), say("MARA", "It went out."), caption("It never came back.")
    ).placed
    assert first.box.bottom < 384 < last.box.top
    assert first.box.center[0] < 512 < last.box.center[0]


def test_letters_in_the_art_are_left_to_it() -> None:
    assert letter(InArt((Run("EXIT"),), "sign")).placed == ()


def test_effects_are_loud_and_titles_louder() -> None:
    effect, title, speech = letter(Sfx((Run("BOOM"),)), Title((Run("The Light"),)), say("MARA", "What?")).placed
    assert title.size_px > effect.size_px > 2 * speech.size_px
    assert effect.turn_degrees
    assert effect.voice == title.voice == "loud"


@pytest.mark.parametrize("kind", ["small", "large", "burst", "weak"])
def test_sizes(kind: Modifier) -> None:
    plain, changed = (letter(say("MARA", "It went out.", *how)).placed[0].size_px for how in ((), (kind,)))
    assert (changed > plain) == (kind in {"large", "burst"})


def test_what_does_not_fit_is_said() -> None:
    lettered = letter(*[say("MARA", f"This is line {number} of far too many lines.") for number in range(60)])
    assert {"small", "no-room"} <= {problem.kind for problem in lettered.problems}
    problem = lettered.problems[-1]
    assert (problem.panel, problem.origin.source, problem.origin.line) == (3, "harbour.story", 12)
    assert problem.text == "This is line 59 of far too many lines."


def test_a_picture_as_small_as_a_stamp_has_no_room() -> None:
    lettered = letter_panel(panel(say("MARA", "Hello?")), 12, 12, reading="left-to-right", language="en")
    assert [problem.kind for problem in lettered.problems] == ["no-room"]
    assert to_svg(lettered) == ""


def test_the_overlay_is_hidden_from_screen_readers_unless_asked() -> None:
    lettered = letter_panel(
        Panel(1, items=(Caption((Run("Night."),)),)), 512, 512, reading="left-to-right", language="en-GB"
    )
    assert '<svg class="lettering" viewBox="0 0 512 512" aria-hidden="true" lang="en-GB"' in to_svg(lettered)
    assert 'role="group"' in to_svg(lettered, is_hidden=False)
    assert "aria-hidden" not in to_svg(lettered, is_hidden=False).replace(
        '<g class="lt-shapes" aria-hidden="true">', ""
    )


def test_what_is_read_downwards_stands_below_each_other() -> None:
    spoken = (say("MARA", "In a webtoon"), say("TOBY", "everything"), say("MARA", "runs down."))
    boxes = [placed.box for placed in letter(*spoken, size_px=(768, 1400), reading="vertical").placed]
    assert all(below.top > above.bottom for above, below in pairwise(boxes))

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from storyc.sim.artist import read_brief
from storyc.sim.artist.canvas import turned_size
from storyc.sim.artist.desk import Placed
from storyc.sim.artist.fonts import find_fonts
from storyc.sim.artist.geometry import Box, box_around
from storyc.sim.artist.panel import Plan, plan_panel
from storyc.sim.artist.typeset import Run

_SIZES = [(768, 1024), (512, 768), (512, 1024), (576, 1024), (1024, 768), (1024, 512), (1024, 1024), (512, 512)]
_MODIFIERS = [
    "",
    "off",
    "burst",
    "thought",
    "radio",
    "robot",
    "small",
    "large",
    "weak",
    "sing",
    "double-outline",
    "whisper",
]
_TAGS = [
    "wide",
    "close-up",
    "extreme close-up",
    "medium",
    "long",
    "flashback",
    "splash",
    "bleed",
    "pov",
    "insert",
    "over-shoulder",
]
_WORDS = st.sampled_from(["hello", "the", "no", "弁当箱の蓋が開き、", "Привет", "سلام", "…!", "a" * 40, "I", "MARA"])
_TEXTS = st.lists(_WORDS, min_size=1, max_size=40).map(" ".join)
_FIELDS = st.one_of(
    st.builds(
        'Dialogue: {} ({}): "{}"'.format,
        st.sampled_from(["ANN", "BOB", "ANN & BOB", "EVE"]),
        st.sampled_from(_MODIFIERS),
        _TEXTS,
    ),
    st.builds('Caption (narrator): "{}"'.format, _TEXTS),
    st.builds('Sound effect (large): "{}"'.format, _TEXTS),
    st.builds('Title lettering: "{}"'.format, _TEXTS),
    st.builds('Lettering in the art (sign): "{}"'.format, _TEXTS),
)


def planned(prompt: str, size_px: tuple[int, int] = (768, 1024)) -> Plan:
    return plan_panel(read_brief(prompt), 0, 0, size_px, find_fonts())


def written(fields: list[str], tag: str, people: list[str], direction: str) -> str:
    lines = "\n".join(f"   {field}" for field in [f"In the picture: {', '.join(people)}", *fields])
    return f"[Panels]\nPage 1: 1 panel, read {direction}.\n1. Objective: {tag}\n{lines}\n"


def line_boxes(placed: Placed) -> list[Box]:
    letters, block = placed.letters, placed.block
    if block.is_vertical:
        rights = [letters.right - number * block.line_height_px for number in range(len(block.lines))]
        return [
            Box(right - block.line_height_px, letters.top, right, letters.top + line.width_px)
            for right, line in zip(rights, block.lines, strict=True)
        ]
    return [
        box_around(
            (letters.center[0], letters.top + (number + 0.5) * block.line_height_px),
            line.width_px,
            block.line_height_px,
        )
        for number, line in enumerate(block.lines)
    ]


def ink(run: Run, size_px: float) -> Box:
    """Return what a run blackens, seen from the start of its baseline; letters are drawn twice as large and reduced."""
    font = find_fonts().opened(run.face, size_px * 2, is_shaped=run.is_shaped)
    left, top, right, bottom = font.getbbox(run.text, anchor="ls")
    return Box(left / 2, top / 2, right / 2, bottom / 2)


def is_inside(balloon: Box, exponent: float, box: Box) -> bool:
    (x, y), half_width, half_height = balloon.center, balloon.width / 2, balloon.height / 2
    corners = [(box.left, box.top), (box.right, box.top), (box.left, box.bottom), (box.right, box.bottom)]
    return all(
        (abs(cx - x) / half_width) ** exponent + (abs(cy - y) / half_height) ** exponent <= 1.0001 for cx, cy in corners
    )


@given(
    st.lists(_FIELDS, max_size=7),
    st.sampled_from(_TAGS),
    st.lists(st.sampled_from(["ANN", "BOB", "CID", "EVE"]), max_size=4, unique=True),
    st.sampled_from(["left to right", "right to left"]),
    st.sampled_from(_SIZES),
)
@settings(deadline=None, max_examples=60)
def test_letters_are_inside_their_balloons_inside_the_picture_and_apart(
    fields: list[str], tag: str, people: list[str], direction: str, size_px: tuple[int, int]
) -> None:
    plan = planned(written(fields, tag, people, direction), size_px)
    placed = plan.letters.placed
    assert (len(placed), plan.letters.omitted) == (len(fields), 0)
    for item in placed:
        assert plan.sheet.picture.holds(item.box, 0.01)
        width, height = turned_size(item.block.width_px, item.block.height_px, item.degrees)
        assert item.box.grown(0.01).holds(box_around(item.shape.center, width, height))
        if item.lettering.kind == "speech":
            core = item.body.core(item.shape, item.block.size_px)
            assert all(is_inside(core, item.body.exponent, box) for box in line_boxes(item))
        for line, box in zip(item.block.lines, line_boxes(item), strict=True):
            assert plan.sheet.picture.holds(box, 1) or item.degrees
            for run in line.runs if not (item.degrees or item.block.is_vertical) else ():
                origin = (box.left + run.x_px, box.top + item.block.baseline_px)
                assert plan.sheet.picture.holds(ink(run, item.block.size_px).moved(*origin), 1)
    for number, item in enumerate(placed):
        assert not any(item.box.grown(-0.01).overlaps(other.box) for other in placed[number + 1 :])


def test_balloons_are_read_from_top_to_bottom(panel_prompt: Callable[..., str]) -> None:
    plan = planned(
        panel_prompt("In the picture: ANN, BOB", *[f'Dialogue: {"AB"[n % 2]}: "Line {n}"' for n in range(5)])
    )
    tops = [item.box.top for item in plan.letters.placed]
    assert tops == sorted(tops)


def test_manga_starts_at_the_right(panel_prompt: Callable[..., str]) -> None:
    fields = ("In the picture: ANN, BOB", 'Dialogue: ANN: "First"', 'Dialogue: BOB: "Second"')
    left_to_right = planned(panel_prompt(*fields)).letters.placed
    right_to_left = planned(panel_prompt(*fields, direction="right to left")).letters.placed
    assert left_to_right[0].box.left < left_to_right[1].box.left
    assert right_to_left[0].box.left > right_to_left[1].box.left


JAPANESE = "『約束』のこと、まだ覚えてる？　ねえ、健太、OKだよね、12時に駅前で！？"


def test_japanese_that_is_read_from_the_right_stands_in_columns(panel_prompt: Callable[..., str]) -> None:
    fields = [f'{kind}: "{JAPANESE}"' for kind in ("Dialogue: ANN", "Caption", "Sound effect", "Caption (floating)")]
    across = planned(panel_prompt(*fields)).letters.placed
    down = planned(panel_prompt(*fields, direction="right to left")).letters.placed
    assert [item.block.is_vertical for item in across] == [False] * 4
    assert [item.block.is_vertical for item in down] == [True, True, False, False]
    assert down[0].block.height_px > down[0].block.width_px > 1


def test_columns_are_about_equally_long_and_begin_with_no_comma(panel_prompt: Callable[..., str]) -> None:
    plan = planned(panel_prompt(f'Dialogue: ANN: "{JAPANESE * 2}"', direction="right to left"))
    block = plan.letters.placed[0].block
    lengths = [line.width_px for line in block.lines]
    assert len(lengths) > 2
    assert min(lengths[:-1]) > 0.7 * max(lengths)
    assert not any(line.runs[0].text[0] in "、。，！？』」ー" for line in block.lines)


def test_english_that_is_read_from_the_right_stands_in_lines(panel_prompt: Callable[..., str]) -> None:
    plan = planned(panel_prompt('Dialogue: ANN: "Read it from the right."', direction="right to left"))
    assert not plan.letters.placed[0].block.is_vertical


def test_short_words_leave_the_faces_free(panel_prompt: Callable[..., str]) -> None:
    plan = planned(panel_prompt("In the picture: ANN, BOB", 'Dialogue: ANN: "Hello."', 'Dialogue: BOB: "You again?"'))
    faces = [stand.face for stand in plan.stands]
    assert len(faces) == 2
    assert not any(item.box.overlaps(face) for item in plan.letters.placed for face in faces)


def test_tails_point_at_their_speaker(panel_prompt: Callable[..., str]) -> None:
    plan = planned(panel_prompt("In the picture: ANN, BOB", 'Dialogue: ANN & BOB: "Us!"', 'Dialogue: EVE (off): "Me."'))
    both, unseen = plan.letters.placed
    heads = [stand.head for stand in plan.stands]
    assert len(both.targets) == 2
    assert all(min(abs(x - head[0]) for head in heads) < plan.stands[0].head_radius_px * 2 for x, _ in both.targets)
    assert unseen.targets[0][0] in {plan.sheet.picture.left + 8, plan.sheet.picture.right - 8}
    assert unseen.label is not None


def test_more_words_are_set_smaller(panel_prompt: Callable[..., str]) -> None:
    def size(words: int) -> float:
        return planned(panel_prompt(f'Dialogue: ANN: "{"word " * words}"')).letters.placed[0].block.size_px

    assert size(5) > size(400) > size(1200)


def test_what_cannot_be_lettered_is_counted(panel_prompt: Callable[..., str]) -> None:
    plan = planned(panel_prompt(*[f'Dialogue: ANN: "{"word " * 3000}"'] * 4))
    assert all(item.block.hidden for item in plan.letters.placed)
    assert "characters)" in " ".join(run.text for run in plan.letters.placed[0].block.lines[-1].runs)


def test_dozens_of_balloons_are_counted(panel_prompt: Callable[..., str]) -> None:
    plan = planned(panel_prompt(*['Dialogue: ANN: "Hm."'] * 45))
    assert len(plan.letters.placed) + plan.letters.omitted == 45
    assert plan.letters.omitted > 0


def test_name_tags_do_not_cover_each_other(panel_prompt: Callable[..., str]) -> None:
    plan = planned(panel_prompt("In the picture: " + ", ".join(f"Somebody {n}" for n in range(11)), tags="long"))
    assert [" ".join(run.text for run in tag.block.lines[0].runs) for tag in plan.tags][-1] == "+3 more"
    for number, tag in enumerate(plan.tags):
        assert plan.sheet.picture.holds(tag.box)
        assert not any(tag.box.overlaps(other.box) for other in plan.tags[number + 1 :])

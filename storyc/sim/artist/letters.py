"""Drawing the letters where the layout has put them."""

from .balloons import draw_balloon
from .canvas import Canvas
from .colours import INK, PAPER, WHITE, Rgb, mixed
from .desk import Placed
from .geometry import box_around
from .hand import Hand

_CAPTIONS: dict[str, Rgb] = {
    "locale": (232, 228, 216),
    "narrator": (255, 243, 196),
    "monologue": (214, 230, 242),
    "spoken": (250, 250, 246),
    "editorial": (226, 240, 214),
}
_VOICES: tuple[Rgb, ...] = ((250, 226, 206), (224, 232, 248), (236, 224, 244), (222, 242, 230), (252, 238, 190))
_EFFECTS: tuple[Rgb, ...] = ((232, 82, 58), (246, 184, 48), (70, 146, 196), (120, 172, 80))


def draw_letters(canvas: Canvas, placed: Placed) -> None:
    """Draw one lettering with all that it stands in."""
    match placed.lettering.kind:
        case "speech":
            _draw_speech(canvas, placed)
        case "caption":
            _draw_caption(canvas, placed)
        case "effect":
            _draw_effect(canvas, placed)
        case "title":
            _draw_title(canvas, placed)
        case "sign":
            _draw_sign(canvas, placed)


def _draw_speech(canvas: Canvas, placed: Placed) -> None:
    box = placed.shape
    draw_balloon(canvas, placed.body, box, placed.block.size_px, placed.targets)
    canvas.letters(placed.block, placed.letters.left, placed.letters.top)
    if "sing" in placed.lettering.modifiers:
        _draw_note(canvas, box.at(0.1, 0.24), placed.block.size_px)
        _draw_note(canvas, box.at(0.92, 0.82), placed.block.size_px)
    if placed.label:
        head = placed.label.height_px
        x, _ = placed.box.center
        tag = box_around((x, placed.box.top + head / 2), placed.label.width_px + head * 0.6, head)
        canvas.rectangle(tag, PAPER, INK, 1.6, head * 0.3)
        canvas.letters(placed.label, tag.left + head * 0.3, tag.top)


def _draw_caption(canvas: Canvas, placed: Placed) -> None:
    kinds = placed.lettering.modifiers
    if placed.body.outline == "none":
        canvas.slanted_letters(placed.block, placed.letters.center, 0, colour=INK, rim=WHITE, rim_px=3)
        return
    known = [_CAPTIONS[kind] for kind in kinds if kind in _CAPTIONS]
    voices = [Hand("voice", kind).pick(_VOICES) for kind in kinds]
    canvas.rectangle(placed.box, [*known, *voices, PAPER][0], INK, 2.4)
    canvas.letters(placed.block, placed.letters.left, placed.letters.top)


def _draw_effect(canvas: Canvas, placed: Placed) -> None:
    colour = Hand("effect", placed.lettering.text).pick(_EFFECTS)
    rim_px = min(7.0, placed.block.size_px / canvas.unit * 0.09)
    canvas.slanted_letters(
        placed.block,
        placed.letters.center,
        placed.degrees,
        colour=colour,
        rim=WHITE,
        rim_px=rim_px * 0.7,
        shadow_px=rim_px * 0.8,
    )


def _draw_title(canvas: Canvas, placed: Placed) -> None:
    rim_px = min(8.0, placed.block.size_px / canvas.unit * 0.09)
    canvas.slanted_letters(placed.block, placed.letters.center, 0, colour=(255, 236, 170), rim=INK, rim_px=rim_px)


def _draw_sign(canvas: Canvas, placed: Placed) -> None:
    box = placed.box
    if "screen" in placed.lettering.modifiers:
        canvas.rectangle(box, (40, 62, 66), INK, 3.0, 6 * canvas.unit)
        canvas.letters(placed.block, placed.letters.left, placed.letters.top, (150, 240, 200))
        return
    wood = mixed((224, 190, 140), WHITE, 0.2)
    for x in (box.left + box.width * 0.2, box.right - box.width * 0.2):
        canvas.line([(x, box.top - min(14 * canvas.unit, box.height * 0.2)), (x, box.top)], INK, 2.4)
    canvas.rectangle(box, wood, INK, 3.0, 3 * canvas.unit)
    canvas.letters(placed.block, placed.letters.left, placed.letters.top)


def _draw_note(canvas: Canvas, center: tuple[float, float], size_px: float) -> None:
    x, y = center
    canvas.oval(box_around((x, y), size_px * 0.4, size_px * 0.3), INK)
    canvas.line(
        [(x + size_px * 0.17, y), (x + size_px * 0.17, y - size_px * 0.8), (x + size_px * 0.45, y - size_px * 0.6)],
        INK,
        2.0,
    )

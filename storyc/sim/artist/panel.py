"""One panel, from the brief to the bytes."""

from io import BytesIO

from msgspec import Struct
from msgspec.structs import replace

from .brief import Brief, Shot
from .camera import Camera, camera_for
from .canvas import Canvas, scale_for, unit_for
from .closeups import draw_back, draw_eyes
from .colours import PAPER
from .columns import ColumnSetter
from .desk import Desk
from .figures import draw_figure
from .fonts import Fonts, find_fonts
from .hand import Hand
from .insert import draw_insert, draw_viewpoint
from .layout import Arrangement, arrange
from .letters import draw_letters
from .looks import mood_of
from .places import Stand, count_beyond, places_for
from .setting import draw_setting, draw_weather, scenery_for
from .sheet import Sheet, draw_sheet, plan_sheet
from .tags import Tag, draw_tag, plan_tags
from .typeset import Typesetter


class Plan(Struct, frozen=True, gc=False):
    """Where everything of a panel goes, before anything is drawn."""

    shot: Shot
    camera: Camera
    sheet: Sheet
    stands: tuple[Stand, ...]
    tags: tuple[Tag, ...]
    letters: Arrangement


def draw_panel(
    brief: Brief, page: int, panel: int, size_px: tuple[int, int], *, seed: int = 0, is_lettered: bool = True
) -> bytes:
    """Return a panel as WebP, `size_px` wide and high; `page` and `panel` count from 0.

    The same brief, place, size and seed give the same bytes on the same machine. Without lettering, balloons, captions
    and effects are left out, as for a letterer who adds them.
    """
    fonts = find_fonts()
    plan = plan_panel(brief, page, panel, size_px, fonts, is_lettered=is_lettered)
    content = BytesIO()
    _drawn(brief, plan, size_px, fonts, seed).finished().save(content, "WEBP", lossless=True, quality=0, method=0)
    return content.getvalue()


def plan_panel(
    brief: Brief, page: int, panel: int, size_px: tuple[int, int], fonts: Fonts, *, is_lettered: bool = True
) -> Plan:
    """Return where everything of a panel goes."""
    shot = brief.shot(page, panel)
    if not is_lettered:
        shot = replace(shot, letterings=tuple(item for item in shot.letterings if item.kind == "sign"))
    camera = camera_for(shot)
    setter = Typesetter(fonts, scale_for(*size_px))
    unit = unit_for(*size_px)
    sheet = plan_sheet(shot, camera, size_px, unit, setter)
    stands = () if camera.is_insert else places_for(brief, shot, camera, sheet.picture)
    tags = plan_tags(stands, count_beyond(stands, shot), sheet.picture, setter, unit)
    desk = Desk(
        setter=setter,
        frame=sheet.picture.grown(-(22 if camera.is_flashback else 8) * unit),
        stands=stands,
        faces=(*(stand.face for stand in stands), *(tag.box for tag in tags)),
        bodies=tuple(stand.body for stand in stands),
        is_right_to_left=shot.is_right_to_left,
        unit=unit,
        columns=ColumnSetter(fonts, setter.scale) if fonts.can_shape else None,
    )
    return Plan(shot, camera, sheet, stands, tags, arrange(shot.letterings, desk))


def _drawn(brief: Brief, plan: Plan, size_px: tuple[int, int], fonts: Fonts, seed: int) -> Canvas:
    canvas = Canvas(*size_px, fonts, PAPER)
    _draw_art(canvas, brief, plan, seed)
    draw_sheet(canvas, plan.sheet, plan.camera, plan.letters.omitted)
    for tag in plan.tags:
        draw_tag(canvas, tag)
    for placed in plan.letters.placed:
        draw_letters(canvas, placed)
    return canvas


def _draw_art(canvas: Canvas, brief: Brief, plan: Plan, seed: int) -> None:
    shot, camera, picture = plan.shot, plan.camera, plan.sheet.picture
    scenery = scenery_for(brief, shot, camera, canvas, picture)
    if camera.is_insert:
        draw_insert(scenery, shot.action)
        return
    if camera.is_eyes and plan.stands:
        draw_eyes(canvas, plan.stands[0], mood_of(plan.stands[0].person, shot), picture)
        return
    draw_setting(scenery, shot, camera)
    nearest = plan.stands[0] if camera.is_over_shoulder and len(plan.stands) > 1 else None
    for stand in plan.stands:
        if stand is not nearest:
            draw_figure(
                canvas,
                stand,
                mood_of(stand.person, shot),
                Hand("pose", stand.person.name, shot.page_label, shot.number, seed),
            )
    draw_weather(scenery)
    if nearest:
        draw_back(canvas, nearest, picture, is_left=nearest.x < picture.center[0])
    if camera.is_pov:
        draw_viewpoint(scenery)

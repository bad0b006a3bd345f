"""Figures in the window: inside their box, drawn without new meshes, in colours that stand out, and still if asked."""

from collections.abc import Iterator

import pytest
from kivy.graphics import Color, Mesh, SmoothEllipse
from msgspec import structs

from app.storage.bundle import routines_folder
from app.storage.library import read_library
from app.ui.palette import SCHEMES
from app.ui.theme import theme
from app.ui.widgets.drawing import COLOURS, Drawing
from app.ui.widgets.figure import BodyMap, FigureStage, FigureView
from app.views.picture import NO_PICTURE, Picture, still
from tests.ui.contrast import between

EXERCISES = read_library(routines_folder(), None).exercises
STRETCH = still(EXERCISES["wall-calf-stretch"], 0.0)
SIZES = (120, 240, 480)
PLACE = (37, 19)
ROUNDING = 0.01
"""Pixels: a mesh keeps single-precision numbers."""
LEAST = 3.0
GROUNDS = ("paper", "card", "left_soft", "right_soft", "action_soft")
NEAR = ("figure_legs", "figure_top", "figure_skin", "figure_shoe")
FAR = ("figure_legs_far", "figure_skin_far", "figure_shoe_far")
FAINTEST_FAR = 2.0
"""The far limbs stay behind the near ones; what they do can still be told from the ground."""


@pytest.fixture(autouse=True)
def _light_again():
    yield
    theme.scheme, theme.still = "light", False


def view_of(picture: Picture, side: float = 240) -> FigureView:
    return FigureView(picture=picture, pos=PLACE, size=(side, side))


def at(picture: Picture, position: float, **changes: object) -> Picture:
    return structs.replace(picture, position=position, **changes)


def meshes(drawing: Drawing) -> list[Mesh]:
    return [item for item in drawing.canvas.children if isinstance(item, Mesh)]


def corners(drawing: Drawing) -> Iterator[tuple[float, float]]:
    for mesh in meshes(drawing):
        numbers = mesh.vertices
        yield from zip(numbers[0::4], numbers[1::4], strict=True)


def colours(drawing: Drawing) -> list[tuple[float, ...]]:
    return [tuple(item.rgba) for item in drawing.canvas.children if isinstance(item, Color)]


def outside(drawing: Drawing) -> float:
    """By how many pixels the drawing sticks out of its widget; 0 or less if it does not."""
    xs, ys = zip(*corners(drawing), strict=True)
    shadow = next(item for item in drawing.canvas.children if isinstance(item, SmoothEllipse))
    xs += (shadow.pos[0], shadow.pos[0] + shadow.size[0])
    ys += (shadow.pos[1], shadow.pos[1] + shadow.size[1]) if drawing.shadow else ()
    return max(drawing.x - min(xs), drawing.y - min(ys), max(xs) - drawing.right, max(ys) - drawing.top)


@pytest.mark.parametrize("turn", range(3))
def test_every_figure_keeps_inside_its_box_at_every_moment(turn: int):
    """Each in every size and every theme: in three turns, of which each gives it another of both."""
    sticking_out = {}
    for number, (id_, exercise) in enumerate(EXERCISES.items()):
        side = SIZES[(number + turn) % 3]
        theme.scheme = list(SCHEMES)[(number + turn) % 3]
        picture = structs.replace(still(exercise, 0.0), mirror=turn == 1)
        view = view_of(picture, side)
        for step in range(9):
            view.picture = at(picture, step / 8, breath=(-1.0, 0.0, 1.0)[step % 3])
            if outside(view) > ROUNDING:
                sticking_out[id_] = f"{outside(view):.2f} px of {side} at {step / 8}"
    assert sticking_out == {}


@pytest.mark.parametrize("size", [(400, 120), (120, 400), (92, 92)])
def test_a_figure_is_as_large_as_its_box_lets_it_be_and_in_the_middle(size: tuple[int, int]):
    view = FigureView(picture=STRETCH, pos=PLACE, size=size)
    xs, ys = zip(*corners(view), strict=True)
    assert outside(view) <= ROUNDING
    spare = (size[0] - (max(xs) - min(xs)), size[1] - (max(ys) - min(ys)))
    assert min(spare) < 0.12 * min(size)  # in one direction only the margin is left
    assert (max(ys) + min(ys)) / 2 == pytest.approx(view.center_y, abs=0.06 * size[1])


def test_the_other_side_is_the_mirror_image_about_the_middle():
    left, right = view_of(STRETCH), view_of(structs.replace(STRETCH, mirror=True))
    middle = PLACE[0] + 120
    mirrored = sorted((round(2 * middle - x, 1), round(y, 1)) for x, y in corners(right))
    for one, other in zip(
        sorted((round(x, 1), round(y, 1)) for x, y in corners(left)), mirrored, strict=True
    ):
        assert one == pytest.approx(other, abs=0.21)


def test_meshes_are_made_once_and_only_moved():
    view = view_of(STRETCH)
    before = meshes(view)
    indices = [list(mesh.indices) for mesh in before]
    for step in range(1, 25):
        view.picture = at(STRETCH, step / 24, breath=(step % 5) / 5)
        assert all(now is then for now, then in zip(meshes(view), before, strict=True))
    assert [list(mesh.indices) for mesh in before] == indices


def test_a_new_position_moves_the_corners():
    view = view_of(STRETCH)
    start = list(corners(view))
    view.picture = at(STRETCH, 1.0)
    end = list(corners(view))
    assert len(start) == len(end)
    moved = max(abs(x - u) + abs(y - v) for (x, y), (u, v) in zip(start, end, strict=True))
    assert moved > 0.02 * 240
    view.picture = STRETCH
    assert list(corners(view)) == start


def test_no_triangle_has_a_corner_that_does_not_exist():
    for exercise in EXERCISES.values():
        for mesh in meshes(view_of(still(exercise))):
            assert max(mesh.indices) == len(mesh.vertices) / 4 - 1


def test_another_figure_another_side_or_other_muscles_make_other_meshes():
    view = view_of(STRETCH)
    for picture in (
        structs.replace(STRETCH, mirror=True),
        structs.replace(STRETCH, hot=("soleus",)),
        structs.replace(STRETCH, both=True),
        still(EXERCISES["cat-cow"]),
    ):
        before = meshes(view)
        view.picture = picture
        assert not any(now is then for now in meshes(view) for then in before)
        assert outside(view) <= ROUNDING


def test_no_picture_draws_nothing():
    view = view_of(STRETCH)
    view.picture = NO_PICTURE
    assert len(view.canvas.children) == 0
    view.picture = STRETCH
    assert meshes(view)


def test_a_figure_on_its_place_goes_along_with_it():
    view = view_of(STRETCH)
    before = list(corners(view))
    view.pos = (PLACE[0] + 100, PLACE[1] + 50)
    for (x, y), (u, v) in zip(before, corners(view), strict=True):
        assert (u - x, v - y) == pytest.approx((100, 50), abs=ROUNDING)


@pytest.mark.parametrize("scheme", ["dark", "contrast"])
def test_another_theme_repaints_every_colour(scheme: str):
    view, body = view_of(STRETCH), BodyMap(muscles=["soleus"], also=["glutes"], size=(200, 200))
    roles = [tuple(getattr(theme, COLOURS[shape.role])) for shape in (*view.shapes(), *body.shapes())]
    assert {*colours(view), *colours(body)} >= set(roles)
    theme.scheme = scheme
    wanted = [tuple(getattr(theme, COLOURS[shape.role])) for shape in (*view.shapes(), *body.shapes())]
    assert {*colours(view), *colours(body)} >= set(wanted)
    assert not {*colours(view), *colours(body)} & (set(roles) - set(wanted))


def test_only_what_stands_on_a_floor_has_a_shadow():
    assert view_of(STRETCH).shadow
    assert not view_of(still(EXERCISES["knee-rolls"])).shadow  # seen from above
    assert not BodyMap().shadow


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("limb", NEAR)
def test_the_muscle_stands_out_on_the_limb_it_lies_on(scheme: str, limb: str):
    """On the far limbs it only echoes what the near one, painted over it, shows."""
    assert between(scheme, "figure_hot", limb) >= LEAST


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_body_stands_out_on_every_ground_it_is_shown_on(scheme: str, ground: str):
    assert min(between(scheme, limb, ground) for limb in (*NEAR, "figure_line")) >= LEAST
    assert min(between(scheme, limb, ground) for limb in FAR) >= FAINTEST_FAR


@pytest.mark.parametrize("scheme", SCHEMES)
def test_marks_stand_out_on_the_body_map(scheme: str):
    assert between(scheme, "figure_mark", "figure_plain") >= LEAST
    assert between(scheme, "figure_mark", "figure_mark_soft") >= 1.5
    assert between(scheme, "figure_mark_soft", "figure_plain") >= 1.5


@pytest.mark.parametrize("side", SIZES)
def test_the_body_map_keeps_inside_its_box(side: int):
    everything = [muscle for exercise in EXERCISES.values() for muscle in exercise.muscles]
    assert outside(BodyMap(muscles=everything, pos=PLACE, size=(side, side))) <= ROUNDING


def stage_views(stage: FigureStage) -> list[FigureView]:
    return list(reversed(stage.children))


def test_under_reduced_motion_start_and_end_stand_side_by_side_and_still():
    theme.still = True
    stage = FigureStage(size=(400, 240), picture=at(STRETCH, 0.3, breath=0.5))
    for position in (0.3, 0.6, 0.9):
        stage.picture = at(STRETCH, position, breath=position)
        assert [view.picture.position for view in stage_views(stage)] == [0.0, 1.0]
        assert [view.picture.breath for view in stage_views(stage)] == [0.0, 0.0]
    stage.do_layout()
    start, end = stage_views(stage)
    assert start.right <= end.x
    before = [list(corners(view)) for view in (start, end)]
    stage.picture = at(STRETCH, 0.1)
    assert [list(corners(view)) for view in (start, end)] == before


def test_with_motion_there_is_one_figure_that_moves():
    stage = FigureStage(size=(400, 240), picture=STRETCH)
    stage.picture = at(STRETCH, 0.4, breath=0.5)
    (view,) = stage_views(stage)
    assert view.picture == stage.picture


def test_reduced_motion_can_be_turned_on_and_off_while_a_figure_is_shown():
    stage = FigureStage(size=(400, 240), picture=at(STRETCH, 0.4))
    theme.still = True
    assert [view.picture.position for view in stage_views(stage)] == [0.0, 1.0]
    theme.still = False
    assert [view.picture.position for view in stage_views(stage)] == [0.4]

"""What the page says on which a figure is posed."""

import pytest
from msgspec.structs import replace

from app.core.figure import Prop
from app.core.posing.handles import dragged
from app.core.posing.keyframes import added, begun, with_prop
from app.views.posing import FLOATS, NOTHING_CHOSEN, STILL, posing_view, stock_view

STANDING = begun("standing")


def test_every_point_has_a_name_and_one_is_chosen():
    view = posing_view(STANDING, 1, "near-hand")
    assert view.title == "Near hand"
    assert [mark.name for mark in view.handles if mark.chosen] == ["near-hand"]
    assert [mark.label for mark in view.handles][:4] == ["Head", "Chest", "Back", "Hip"]
    assert {mark.label for mark in view.handles if mark.far} == {
        "Far elbow",
        "Far hand",
        "Far foot",
        "Far toes",
    }


def test_only_hands_and_feet_can_stay_put():
    assert posing_view(STANDING, 1, "near-foot").can_hold
    assert posing_view(STANDING, 1, "near-foot").holds
    assert not posing_view(STANDING, 1, "near-hand").holds
    assert not posing_view(STANDING, 1, "hip").can_hold
    assert not posing_view(begun("kneeling"), 1, "near-foot").can_hold


def test_with_nothing_chosen_it_says_what_to_do():
    assert posing_view(STANDING, 0, "").about == NOTHING_CHOSEN
    assert posing_view(STANDING, 0, "").title == ""


def test_while_it_plays_there_is_nothing_to_drag():
    view = posing_view(STANDING, 0, "hip", position=0.4)
    assert view.handles == ()
    assert view.frame == -1
    assert view.picture.position == 0.4


def test_a_middle_has_its_moment():
    view = posing_view(added(STANDING), 1, "")
    assert view.frames == ("Start", "Middle", "End")
    assert view.between
    assert view.at == "At 50 % of the way"
    assert not view.can_add


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (STANDING, STILL),
        (dragged(STANDING, 1, "chest", (0.1, 0.8)), ""),
        # The hip 0.3 above its place, with feet in the air: the soles are 0.3 above the floor.
        (
            replace(begun("floor"), pose=tuple(replace(pose, hip=(0, 0.4)) for pose in begun("floor").pose)),
            f"{FLOATS} {STILL}",
        ),
        (
            replace(dragged(STANDING, 1, "near-hand", (0.35, 0.7)), props=(Prop("wall", x=0.32),)),
            "The near hand sinks into the wall.",
        ),
    ],
)
def test_what_looks_wrong_is_said_in_plain_words(figure, said):
    assert posing_view(figure, 1, "").warning == said


def test_what_stands_by_is_chosen_and_can_be_moved():
    view = posing_view(with_prop(STANDING, "wall", there=True), 1, "thing-wall")
    assert [view.things[index] for index in view.things_there] == ["Wall"]
    assert view.title == "Wall"


def test_a_keyframe_can_begin_as_another_or_from_a_pose():
    rows = stock_view(STANDING, 1).rows
    assert [row.name for row in rows][:3] == ["As at the start", "Standing", "Sitting on a chair"]
    assert all(row.picture.exists for row in rows)

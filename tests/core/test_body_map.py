"""The small body from the front and from the back: every muscle has its spot, on the right face and on both sides."""

import pytest

from app.core.body_map import APART, SPOTS, body_map
from app.core.shapes import Piece
from app.core.silhouette import MUSCLES as ON_THE_FIGURE
from app.views.muscles import MUSCLES

BACK = {
    "gastrocnemius",
    "soleus",
    "tibialis-posterior",
    "hamstrings",
    "glutes",
    "erector-spinae",
    "upper-back",
    "neck",
    "plantar-fascia",
}
HEIGHTS = {  # of the body's, by eye on an anatomy plate: between which two the middle of the spot lies
    "plantar-fascia": (-0.03, 0.0),  # the feet hang a little: so their soles are seen
    "soleus": (0.04, 0.20),
    "gastrocnemius": (0.15, 0.28),
    "tibialis-anterior": (0.10, 0.28),
    "hamstrings": (0.28, 0.50),
    "quadriceps": (0.28, 0.50),
    "glutes": (0.44, 0.56),
    "erector-spinae": (0.52, 0.72),
    "abdominals": (0.53, 0.72),
    "chest": (0.68, 0.82),
    "upper-back": (0.70, 0.82),
    "shoulders": (0.70, 0.86),
    "neck": (0.80, 0.92),
}


def marks(*muscles: str, also: tuple[str, ...] = ()) -> list[Piece]:
    return [s for s in body_map(muscles, also) if isinstance(s, Piece) and s.role.startswith("mark")]


def test_every_muscle_that_has_a_name_has_a_spot_on_the_map_and_on_the_figure():
    assert SPOTS.keys() == MUSCLES.keys() == ON_THE_FIGURE.keys()


@pytest.mark.parametrize("muscle", MUSCLES)
def test_a_muscle_is_marked_on_both_sides_of_the_one_body_that_shows_it(muscle: str):
    middle = APART if muscle in BACK else -APART  # the front stands at the left
    pieces = marks(muscle)
    assert len(pieces) == 4
    aside = sorted(round(piece.a[0] - middle, 9) for piece in pieces)
    assert aside == pytest.approx([-x for x in reversed(aside)])  # as in a mirror
    assert max(abs(x) for x in aside) < APART


@pytest.mark.parametrize("muscle", HEIGHTS)
def test_a_muscle_is_marked_at_its_height(muscle: str):
    low, high = HEIGHTS[muscle]
    assert all(low <= piece.b[1] <= high for piece in marks(muscle) if piece.b_radius >= piece.a_radius)


def test_what_also_works_is_marked_more_softly_and_under_the_rest():
    pieces = marks("soleus", also=("gastrocnemius",))
    assert [piece.role for piece in pieces] == ["mark_soft"] * 4 + ["mark"] * 4


def test_nothing_is_marked_where_nothing_works():
    shapes = body_map(())
    assert {shape.role for shape in shapes} == {"plain"}
    assert len(shapes) == len(body_map(("soleus",))) - 4


def test_both_bodies_are_alike():
    shapes = body_map(())
    front, back = shapes[: len(shapes) // 2], shapes[len(shapes) // 2 :]
    for one, other in zip(front, back, strict=True):
        assert isinstance(one, Piece)
        assert isinstance(other, Piece)
        assert other.a == pytest.approx((one.a[0] + 2 * APART, one.a[1]))


def test_a_muscle_that_nothing_is_called_is_not_marked():
    assert marks("humerus") == []

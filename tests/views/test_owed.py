"""What is still owed this week by muscle and side."""

from app.core.record import Work
from app.views.owed import LEVEL, NOT_BEGUN, NOTHING_OWED, PAID, TITLE, owed_view
from tests.views.shelf import LIBRARY, diary, session


def stretched(left_s: float, right_s: float, *, days_back: int = 0, **changes):
    """A session of wall calf stretches, which are for the deep calf here."""
    work = (
        Work("wall-calf-stretch", "left", round(left_s * 1000)),
        Work("wall-calf-stretch", "right", round(right_s * 1000)),
    )
    return session(days_back, work=work, done_ms=round((left_s + right_s) * 1000), **changes)


def seen(*sessions):
    return owed_view(diary(sessions), LIBRARY)


def test_without_a_history_nothing_is_owed():
    assert seen() == NOTHING_OWED
    assert seen(session(0, work=())) == NOTHING_OWED


def test_what_is_short_of_ten_minutes_is_told_for_each_side():
    # 2 min left and right: 8 are left to do.
    view = seen(stretched(120, 120))
    assert (view.title, view.sentence) == (TITLE, LEVEL)
    (row,) = view.rows
    assert (row.muscle, row.left, row.right) == ("Deep calf", "8 min", "8 min")
    assert (row.left_done, row.right_done) == (0.2, 0.2)


def test_a_minute_that_has_begun_is_still_to_do():
    # 600 - 130 = 470 s, which is 7 min 50 s.
    assert seen(stretched(130, 120)).rows[0].left == "8 min"


def test_the_side_that_is_behind_is_named_in_minutes():
    assert seen(stretched(60, 240)).sentence == "Your left deep calf is 3 minutes behind the right."
    assert seen(stretched(240, 180)).sentence == "Your right deep calf is 1 minute behind the left."


def test_less_than_a_minute_is_told_in_seconds():
    assert seen(stretched(105, 60)).sentence == "Your right deep calf is 45 seconds behind the left."


def test_a_week_that_has_not_begun_says_how_much_does_good():
    view = seen(stretched(120, 120, days_back=7))
    assert view.sentence == NOT_BEGUN
    assert (view.rows[0].left, view.rows[0].right) == ("10 min", "10 min")


def test_a_side_that_had_enough_says_so():
    # 4 min of each session count, 10 of the week: left 4 + 4 + 4 = 10, right 3 × 1.
    view = seen(*(stretched(240, 60, id=f"{number}") for number in range(3)))
    assert (view.rows[0].left, view.rows[0].right) == ("enough", "7 min")


def test_when_all_is_done_more_will_not_help():
    view = seen(*(stretched(240, 240, id=f"{number}") for number in range(3)))
    assert (view.title, view.sentence, view.rows) == (PAID, "Enough: more will not help.", ())
    assert view.routine == ""


def test_the_routine_that_pays_most_is_offered():
    # Both calves are owed 8 min. Calf strength, 3 × 12 × 5 s for both at once, is 3 min left and 3 min right.
    view = seen(stretched(120, 120))
    assert (view.routine, view.routine_name) == ("calf-strength", "Calf strength")
    assert view.pays == "Pays 6 minutes of it"

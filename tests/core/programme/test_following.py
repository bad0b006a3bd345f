"""Beginning, turning and ending a programme: the past stays as it was, and each can be taken back."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.core.programme.course import followed
from app.core.programme.enrolment import Enrolment, Turn
from app.core.programme.following import Changes, begun, ended, turned, undone
from tests.core.programme.weeks import DAY

TODAY = date(2026, 11, 16)
LAST_WEEK = Enrolment("four-weeks", TODAY - 7 * DAY)
SINCE_TODAY = Enrolment("four-weeks", TODAY)


def after(enrolments, changes: Changes):
    found = {each.id: each for each in enrolments} | {each.id: each for each in changes.put}
    return tuple(each for each in found.values() if each.id not in {gone.id for gone in changes.delete})


def test_the_first_one_begins_today() -> None:
    assert begun((), "four-weeks", TODAY) == Changes((SINCE_TODAY,))


def test_another_one_ends_the_first_yesterday() -> None:
    now = after((LAST_WEEK,), begun((LAST_WEEK,), "mine", TODAY))
    assert [(each.programme, each.end) for each in now] == [("four-weeks", TODAY - DAY), ("mine", None)]


def test_one_that_began_today_is_forgotten() -> None:
    assert after((SINCE_TODAY,), begun((SINCE_TODAY,), "mine", TODAY)) == (Enrolment("mine", TODAY),)
    assert after((SINCE_TODAY,), ended((SINCE_TODAY,), TODAY)) == ()


def test_the_same_one_may_begin_anew_on_the_day_it_began() -> None:
    turned_already = Enrolment("four-weeks", TODAY, (Turn(TODAY, 2),))
    assert after((turned_already,), begun((turned_already,), "four-weeks", TODAY)) == (SINCE_TODAY,)


def test_a_turn_takes_the_place_of_another_on_the_same_day() -> None:
    once = after((LAST_WEEK,), turned((LAST_WEEK,), 2, TODAY))
    assert once[0].turns == (Turn(TODAY, 2),)
    twice = after(once, turned(once, 1, TODAY))
    assert twice[0].turns == (Turn(TODAY, 1),)
    later = after(twice, turned(twice, 3, TODAY + DAY))
    assert later[0].turns == (Turn(TODAY, 1), Turn(TODAY + DAY, 3))


def test_where_nothing_is_followed_nothing_turns_or_ends() -> None:
    assert turned((), 1, TODAY) == ended((), TODAY) == Changes()


@given(
    st.sampled_from(("begin", "end", "turn")),
    st.lists(st.sampled_from((LAST_WEEK, SINCE_TODAY)), unique=True),
)
def test_whatever_is_changed_can_be_taken_back(deed: str, before: list[Enrolment]) -> None:
    changes = {
        "begin": lambda: begun(before, "mine", TODAY),
        "end": lambda: ended(before, TODAY),
        "turn": lambda: turned(before, 2, TODAY),
    }[deed]()
    now = after(before, changes)
    assert set(after(now, undone(changes, before))) == set(before)
    if deed == "end":
        assert followed(now, TODAY) is None

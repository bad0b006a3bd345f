"""What a programme makes due, read out of the log: targets that nobody writes."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from app.core.care.check_in import CheckIn, Felt
from app.core.day_mark import DayMark
from app.core.day_states import day_states
from app.core.diary import Diary, diary_of
from app.core.due import due_today
from app.core.programme.course import enrolled, followed, in_turn, targets_of
from app.core.programme.enrolment import Enrolment, Turn
from app.core.programme.flares import flare_days
from app.core.programme.standing import rounds
from app.core.record import SessionRecord
from app.core.reminders.owing import is_owed
from app.core.settings import Settings
from app.core.target import EveryDay, InProgramme, Target, TargetsByDay
from tests.core.programme.weeks import (
    BOTH,
    DAY,
    ENROLMENT,
    PROGRAMME,
    RAISE,
    START,
    STRETCH,
    day,
    past,
)

TARGETS = st.lists(
    st.builds(
        Target,
        st.sampled_from("abc"),
        st.just(EveryDay()),
        st.integers(0, 40).map(day),
        end=st.none() | st.integers(-3, 50).map(day),
    ),
    max_size=12,
)


def find(programme: str):
    return PROGRAMME if programme == PROGRAMME.id else None


def session(on: int, routine: str = STRETCH) -> SessionRecord:
    began = datetime.combine(day(on), datetime.min.time(), UTC).replace(hour=9)
    return SessionRecord(
        id=f"{routine}-{on}",
        routine=routine,
        name=routine,
        started_at=began,
        day=day(on),
        status="finished",
        planned_ms=60_000,
        done_ms=60_000,
    )


def diary(today: int, *done: SessionRecord, enrolments: Iterable[Enrolment] = (ENROLMENT,), **more) -> Diary:
    newest_first = sorted(done, key=lambda each: each.started_at, reverse=True)
    made = diary_of(
        newest_first,
        day(today),
        Settings(),
        more.get("marks", ()),
        more.get("targets", ()),
        check_ins=more.get("check_ins", ()),
        enrolments=tuple(enrolments),
    )
    return enrolled(made, find)


def due(here: Diary) -> list[str]:
    return [each.routine for each in due_today(here)]


def test_what_the_day_of_the_week_names_is_due_with_nothing_written() -> None:
    assert due(diary(0)) == [STRETCH]
    assert due(diary(2)) == []
    assert due(diary(7, session(0), session(1), session(4))) == [RAISE]


def test_what_was_missed_is_not_added_to_what_comes() -> None:
    # Nothing on days 0, 1 and 3: on day 4 it is due once, as on any other.
    (only,) = due_today(diary(4))
    assert (only.routine, only.times, only.left) == (STRETCH, 1, 1)


def test_a_target_of_ones_own_stands_beside_the_programme_and_of_two_the_larger_holds() -> None:
    own = Target(STRETCH, EveryDay(), START, 3)
    assert [(each.routine, each.times) for each in due_today(diary(0, targets=(own,)))] == [(STRETCH, 3)]


def test_a_programme_that_cannot_be_read_makes_nothing_due() -> None:
    gone = Enrolment("no-such", START)
    assert diary(0, enrolments=(gone,)).targets == ()


def test_the_rounds_of_one_week_are_one_target_as_long_as_they_follow_on_each_other() -> None:
    # Rounds 0 and 1 "Ease" (again), then "Strength" from day 14 on, of which nobody knows the end.
    found = targets_of(PROGRAMME, ENROLMENT, rounds(PROGRAMME, ENROLMENT, past(0, 7, 8, 9), day(15)))
    assert [(each.routine, each.start, each.end) for each in found] == [
        (STRETCH, day(0), day(13)),
        (RAISE, day(14), None),
        (STRETCH, day(14), None),
    ]
    assert found[0].rhythm == InProgramme(PROGRAMME.id, (0, 1, 3, 4), 7)


def test_the_day_after_a_flare_up_is_a_day_of_rest_in_every_list() -> None:
    hurt = CheckIn("s", "after", day(0), (Felt("back", pain=6),))
    here = diary(1, session(0), check_ins=(hurt,))
    assert due(here) == []
    assert not is_owed(None, here)
    states = day_states(diary(2, session(0), check_ins=(hurt,)), day(0), day(1))
    assert [state.kind for state in states.values()] == ["done", "rest"]


def test_days_of_a_programme_are_missed_or_rest() -> None:
    states = day_states(diary(5, session(0)), day(0), day(5))
    assert [state.kind for state in states.values()] == [
        "done", "missed", "rest", "missed", "missed", "unknown",
    ]  # fmt: skip


def test_a_session_that_is_brought_in_later_changes_what_is_due() -> None:
    before = diary(7, session(0), session(1))
    assert due(before) == [STRETCH]
    assert due(diary(7, session(0), session(1), session(5))) == [RAISE]


def test_an_enrolment_that_has_ended_makes_nothing_due_any_more() -> None:
    ended = structs.replace(ENROLMENT, end=day(3))
    assert due(diary(3, enrolments=(ended,))) == [STRETCH]
    assert due(diary(4, enrolments=(ended,))) == []
    assert diary(4, enrolments=(ended,)).course is None
    assert followed((ended,), day(4)) is None
    assert day_states(diary(9, session(0), enrolments=(ended,)), day(3), day(3))[day(3)].kind == "missed"


def test_of_two_enrolments_the_later_holds_from_its_start_on() -> None:
    later = Enrolment("other", day(10))
    first, second = in_turn((later, ENROLMENT))
    assert (first.programme, first.end) == (PROGRAMME.id, day(9))
    assert second == later
    assert followed((later, ENROLMENT), day(9)) == first
    assert followed((later, ENROLMENT), day(10)) == later


def test_of_two_that_begin_on_one_day_one_holds() -> None:
    twice = (Enrolment("a", START), Enrolment("b", START))
    assert in_turn(twice) == in_turn(reversed(twice)) == (Enrolment("b", START),)


def test_the_standing_is_told_from_the_diary() -> None:
    worse = CheckIn("s", "morning", day(8), morning="worse")
    marks = [DayMark(day(each), "paused") for each in range(3, 6)]
    done = [session(0), session(1), session(2), session(7, RAISE), session(8, RAISE)]
    course = diary(10, *done, marks=marks, check_ins=(worse,)).course
    assert course is not None
    now = course.standing
    assert (course.programme, course.enrolment, now.before, now.went_back) == (PROGRAMME, ENROLMENT, 1, True)
    assert (now.week, now.why, now.day) == (0, "flare", 0)


def test_pain_over_five_afterwards_or_a_worse_morning_is_a_flare_up_of_the_sessions_day() -> None:
    def said(when, pain=None, morning=None):
        return flare_days([CheckIn("s", when, START, (Felt("left-calf", 9, pain), Felt("back")), morning)])

    assert (
        said("after", 5) == said("after") == said("before", 9) == said("morning", None, "as-usual") == set()
    )
    assert said("after", 6) == said("morning", None, "worse") == {START}


@given(TARGETS)
def test_the_targets_of_a_day_are_those_that_hold_on_it(targets: list[Target]) -> None:
    by_day = TargetsByDay(targets)
    for number in range(-2, 55):
        assert by_day.on(day(number)) == tuple(each for each in targets if each.holds_on(day(number)))


def test_a_turn_by_hand_makes_the_other_week_due() -> None:
    turned = structs.replace(ENROLMENT, turns=(Turn(day(2), 2),))
    assert due(diary(2, enrolments=(turned,))) == [BOTH]
    assert due(diary(1, enrolments=(turned,))) == [STRETCH]


def test_what_holds_for_ever_does_so_at_the_end_of_time() -> None:
    assert TargetsByDay([Target("a", EveryDay(), START, end=date.max)]).on(date.max - DAY)

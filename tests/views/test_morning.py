"""What Today asks on the morning after a session, and what it then suggests."""

from datetime import timedelta

import pytest
from msgspec import structs

from app.core.care.adjusting import StepChange
from app.core.care.check_in import CheckIn, Felt
from app.core.care.suggesting import counsel_on
from app.core.care.warning_signs import answered, verdict
from app.core.diary import diary_of
from app.core.programme.course import enrolled
from app.core.programme.enrolment import Enrolment
from app.core.programme.programme import On, Programme, Week
from app.core.routine import Step
from app.core.settings import Settings
from app.views.asks import today_asks
from app.views.morning import change_line, is_suggestion, noted, session_of, settled
from tests.core.routines import EXERCISES
from tests.views.shelf import LIBRARY, TODAY, session

YESTERDAY = session(1)


def diary(
    pain: int | None = 2, answer: str | None = None, verdict: str | None = None, *, fine_before: bool = False
):
    """One session of Calf reset yesterday, and perhaps a fine one the day before."""
    sessions, said = [YESTERDAY], []
    if fine_before:
        sessions.append(session(2))
        said += [after(session(2), 1), CheckIn(session(2).id, "morning", session(2).day, morning="as-usual")]
    said.append(after(YESTERDAY, pain))
    if answer is not None:
        said.append(CheckIn(YESTERDAY.id, "morning", YESTERDAY.day, morning=answer, verdict=verdict))
    return diary_of(tuple(sessions), TODAY, Settings(), check_ins=tuple(said))


def after(record, pain: int | None) -> CheckIn:
    return CheckIn(record.id, "after", record.day, (Felt("left-calf", 4, pain),))


def asks(*args, **more):
    return [ask for ask in today_asks(diary(*args, **more), LIBRARY) if ask.id.startswith("morning:")]


def test_the_morning_is_asked_once_with_a_way_out():
    (ask,) = asks()
    assert ask.id == "morning:calf-reset-1"
    assert ask.title == "How are your calves and back this morning?"
    assert ask.text.startswith("After Calf reset yesterday.")
    assert [(answer.name, answer.words) for answer in ask.answers] == [
        ("as-usual", "As usual"),
        ("worse", "Worse"),
        ("not-now", "Not now"),
    ]


def test_two_days_later_the_day_is_named():
    record = session(2)
    found = diary_of((record,), TODAY, Settings(), check_ins=(after(record, 1),))
    (ask,) = today_asks(found, LIBRARY)
    assert ask.text.startswith("After Calf reset on Friday 20 November.")


@pytest.mark.parametrize(
    ("said", "title", "line"),
    [
        ((7, "as-usual"), "Make Calf reset easier?", "Wall calf stretch: 25 s instead of 30 s"),
        ((2, "worse"), "Make Calf reset easier?", "Wall calf stretch: 25 s instead of 30 s"),
    ],
)
def test_what_should_be_eased_is_suggested_with_its_reason_and_its_source(said, title, line):
    (ask,) = asks(*said)
    assert ask.id == "morning:calf-reset-1:suggest"
    assert (ask.title, ask.lines) == (title, (line,))
    assert "a commonly used rule (Silbernagel, 2007)" in ask.text
    assert [answer.words for answer in ask.answers] == ["Change it", "Leave it"]


def test_over_five_names_the_place_and_the_number():
    (ask,) = asks(7, "worse")
    assert ask.text.startswith("You said pain of 7 in your left calf. Over 5,")


def test_after_two_fine_sessions_a_little_more_is_suggested():
    (ask,) = asks(2, "as-usual", fine_before=True)
    assert ask.title == "A little more of Calf reset?"
    assert ask.lines == ("Wall calf stretch: 35 s instead of 30 s",)
    assert ask.text.startswith("Two sessions in a row with little pain")


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ((2, "as-usual"), "after two sessions in a row"),
        ((4, "as-usual"), "pain of 4 or 5 is acceptable"),
        ((None, "as-usual"), "how much it hurt was not said"),
    ],
)
def test_to_hold_asks_nothing_and_says_why(said, why):
    assert asks(*said) == []
    assert noted(counsel_on(YESTERDAY, diary(*said), LIBRARY)).startswith(
        "Noted. Calf reset stays as it is: " + why
    )


def test_a_suggestion_that_was_answered_does_not_come_back():
    assert asks(7, "worse", "changed") == asks(7, "worse", "left") == []


def test_where_something_is_suggested_the_note_says_no_more():
    assert noted(counsel_on(YESTERDAY, diary(7, "worse"), LIBRARY)) == "Noted."


def test_a_routine_that_has_gone_is_not_suggested_anything():
    record = session(1, "gone")
    said = (after(record, 7), CheckIn(record.id, "morning", record.day, morning="worse"))
    found = diary_of((record,), TODAY, Settings(), check_ins=said)
    assert today_asks(found, LIBRARY) == ()
    assert noted(counsel_on(record, found, LIBRARY)) == "Noted.", "nor told that it stays as it is"


def test_a_routine_of_a_programme_is_left_to_the_programme_which_goes_on_and_back_by_itself():
    week = Week("Ease", 1, (On("calf-reset", (0, 2, 4)),))
    programme = Programme(1, "mine", "Mine", (week,))
    for said, line in (
        ((7, "worse"), "Noted. Your programme goes a step back by itself, so Calf reset stays as it is."),
        ((2, "as-usual"), "Noted. Your programme goes on by itself, so Calf reset stays as it is."),
    ):
        found = diary(*said, fine_before=True)
        enrolment = Enrolment("mine", TODAY - timedelta(days=3))
        found = enrolled(structs.replace(found, enrolments=(enrolment,)), {"mine": programme}.get)
        assert not [ask for ask in today_asks(found, LIBRARY) if is_suggestion(ask.id)]
        assert noted(counsel_on(YESTERDAY, found, LIBRARY)) == line


def test_the_routines_of_a_clinicians_programme_are_changed_for_nobody():
    found = diary(7, "worse")
    assert not asks_of(today_asks(found, LIBRARY, guarded=lambda id_: id_ == "calf-reset"))
    counsel = counsel_on(YESTERDAY, found, LIBRARY, lambda _: True)
    assert (
        noted(counsel)
        == "Noted. Calf reset is of a programme for which you ask a clinician, so it stays as it is."
    )


def test_while_something_waits_for_a_clinician_nothing_more_is_suggested_and_less_still_is():
    waiting = verdict(answered(["limiting-pain"], TODAY))
    assert asks_of(today_asks(diary(2, "as-usual", fine_before=True), LIBRARY))
    assert not asks_of(today_asks(diary(2, "as-usual", fine_before=True), LIBRARY, verdict=waiting))
    assert asks_of(today_asks(diary(7, "worse"), LIBRARY, verdict=waiting))


def asks_of(asked):
    return [ask for ask in asked if is_suggestion(ask.id)]


def test_an_ask_tells_its_session_and_what_it_is():
    assert [(session_of(id_), is_suggestion(id_)) for id_ in ("morning:a:b", "morning:a:b:suggest")] == [
        ("a:b", False),
        ("a:b", True),
    ]


def test_what_was_done_is_said():
    assert [settled("Calf reset", move) for move in ("ease", "progress", "hold")] == [
        "Calf reset is easier now.",
        "Calf reset asks a little more now.",
        "Calf reset stays as it is.",
    ]


@pytest.mark.parametrize(
    ("what", "before", "changes", "line"),
    [
        ("hold", {"hold": 65}, {"hold": 60}, "Wall calf stretch: 1 min instead of 1 min 5 s"),
        ("reps", {"reps": 12}, {"reps": 10}, "Wall calf stretch: 10 times instead of 12"),
        ("reps", {"hold": 5, "reps": 6}, {"reps": 5}, "Wall calf stretch: 5 holds instead of 6"),
        (
            "variant",
            {"hold": 10},
            {"exercise": "band-plantarflexion"},
            "Band plantarflexion instead of Wall calf stretch: 10 s each side",
        ),
    ],
)
def test_a_change_is_one_line(what, before, changes, line):
    step = Step(exercise="wall-calf-stretch", **before)
    assert change_line(StepChange(0, what, step, structs.replace(step, **changes)), EXERCISES) == line

"""Which session the next morning is asked about, and what its answer means."""

from datetime import date, timedelta

import pytest

from app.core.care.check_in import CheckIn, Felt
from app.core.care.mornings import advice_for, answer_for, asked_about, fine_in_a_row
from app.core.care.suggesting import counsel_on
from app.core.diary import diary_of
from app.core.settings import Settings
from tests.views.shelf import LIBRARY, TODAY, session

YESTERDAY = TODAY - timedelta(days=1)


def after(record, pain: int | None = 2) -> CheckIn:
    return CheckIn(record.id, "after", record.day, (Felt("left-calf", pain=pain),))


def morning(record, answer: str = "as-usual", verdict: str | None = None) -> CheckIn:
    return CheckIn(record.id, "morning", record.day, morning=answer, verdict=verdict)


def diary(sessions, check_ins, today: date = TODAY):
    said = sorted(check_ins, key=lambda each: (each.day, each.id))
    return diary_of(tuple(sessions), today, Settings(), check_ins=tuple(said))


def asked(sessions, check_ins) -> str | None:
    found = asked_about(diary(sessions, check_ins))
    return found.id if found else None


@pytest.mark.parametrize(
    ("days_back", "is_asked"), [(0, False), (1, True), (2, True), (3, False), (-1, False)]
)
def test_it_is_asked_from_the_next_day_on_and_two_days_long(days_back, is_asked):
    record = session(days_back)
    assert (asked([record], [after(record)]) == record.id) == is_asked


def test_nothing_is_asked_of_a_session_of_which_nothing_was_said():
    assert asked([session(1)], []) is None


def test_what_was_said_of_before_is_enough_to_be_asked():
    record = session(1)
    assert asked([record], [CheckIn(record.id, "before", record.day, (Felt("back", 5),))]) == record.id


def test_a_session_that_was_broken_off_because_it_hurt_is_asked_about_as_well():
    record = session(1, status="partial", done_ms=10_000)
    assert asked([record], [after(record, 8)]) == record.id


def test_check_ins_of_a_session_that_has_gone_are_passed_over():
    gone, there = session(1, id="gone"), session(2)
    assert asked([there], [after(gone), after(there)]) == there.id
    assert asked([], [after(gone)]) is None


def test_of_two_days_it_is_the_later_also_when_that_is_answered():
    late, early = session(1), session(2)
    assert asked([late, early], [after(late), after(early)]) == late.id
    assert asked([late, early], [after(late), after(early), morning(late)]) == late.id


def test_of_one_day_it_is_the_session_that_hurt_most_and_of_equals_the_later():
    evening, noon = session(1, "calf-strength"), session(1)
    assert asked([evening, noon], [after(evening, 1), after(noon, 6)]) == noon.id
    assert asked([evening, noon], [after(evening, 2), after(noon, 2)]) == evening.id
    assert asked([evening, noon], [after(evening, None), after(noon, 0)]) == noon.id


def test_one_answer_holds_for_every_session_of_the_day_and_the_worse_counts():
    evening, noon = session(1, "calf-strength"), session(1)
    assert answer_for([morning(noon)], YESTERDAY) == morning(noon)
    both = [morning(evening, "worse"), morning(noon)]
    assert answer_for(both, YESTERDAY) == answer_for(both[::-1], YESTERDAY) == morning(evening, "worse")
    assert answer_for([morning(noon)], TODAY) is None


# Fine sessions in a row


def row(*said: tuple[int | None, str | None] | tuple[int | None, str | None, str], **more) -> int:
    """How many of these sessions of the last days were fine in a row; the latest, of yesterday, is first."""
    sessions = [session(number, **more) for number in range(1, len(said) + 1)]
    check_ins = []
    for record, (pain, answer, *verdict) in zip(sessions, said, strict=True):
        check_ins.append(after(record, pain))
        if answer is not None:
            check_ins.append(morning(record, answer, *verdict))
    return fine_in_a_row(diary(sessions, check_ins), sessions[0])


FINE = (3, "as-usual")


@pytest.mark.parametrize(
    ("said", "in_a_row"),
    [
        ((FINE,), 1),
        ((FINE, FINE, FINE), 3),
        ((FINE, (4, "as-usual"), FINE), 1),
        ((FINE, (0, "worse"), FINE), 1),
        ((FINE, (0, None), FINE), 1),
        ((FINE, (None, "as-usual"), FINE), 1),
        (((4, "as-usual"), FINE), 0),
        ((FINE, FINE, (3, "as-usual", "changed"), FINE), 2),
        ((FINE, (3, "as-usual", "left"), FINE), 1),
        (((3, "as-usual", "changed"), FINE), 2),
    ],
)
def test_the_row_ends_with_what_was_not_fine_and_begins_anew_after_a_suggestion(said, in_a_row):
    assert row(*said) == in_a_row


def test_a_session_that_does_not_count_is_not_fine():
    # 59 of 120 s are less than half.
    assert row(FINE, FINE, status="partial", done_ms=59_000) == 0
    assert row(FINE, FINE, status="partial", done_ms=60_000) == 2


def test_other_routines_neither_help_nor_hurt():
    mine, other, mine_before = session(1), session(2, "calf-strength"), session(3)
    said = [after(mine), morning(mine), after(other, 9), morning(other, "worse")]
    said += [after(mine_before), morning(mine_before)]
    assert fine_in_a_row(diary([mine, other, mine_before], said), mine) == 2


def test_what_comes_later_does_not_count():
    late, early = session(1), session(2)
    found = diary([late, early], [after(late), morning(late), after(early), morning(early)])
    assert (fine_in_a_row(found, late), fine_in_a_row(found, early)) == (2, 1)


# What it means


@pytest.mark.parametrize(
    ("pain", "answer", "move"),
    [(7, None, "ease"), (2, "worse", "ease"), (4, "as-usual", "hold"), (2, "as-usual", "progress")],
)
def test_the_advice_is_by_all_that_was_said(pain, answer, move):
    now, before = session(1), session(2)
    said = [after(now, pain), after(before), morning(before)]
    said += [morning(now, answer)] if answer else []
    assert advice_for(diary([now, before], said), now).move == move


def test_the_changes_are_those_of_the_routine_as_it_is_in_the_library():
    record = session(1)
    found = counsel_on(record, diary([record], [after(record, 7), morning(record)]), LIBRARY)
    (change,) = found.suggestion.changes  # Calf reset is one stretch of 30 s
    assert (change.before.hold, change.after.hold) == (30, 25)


@pytest.mark.parametrize("routine", ["gone", "after-the-run"])
def test_a_routine_that_has_gone_or_is_broken_is_not_changed(routine):
    record = session(1, routine)
    found = counsel_on(record, diary([record], [after(record, 7), morning(record)]), LIBRARY)
    assert (found.advice.move, found.suggestion.changes) == ("ease", ())

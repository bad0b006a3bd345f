"""The invented history."""

from collections import Counter
from datetime import UTC, date, timedelta

from app.core.demo import demo_sessions
from app.core.routine import Step
from tests.core.routines import calf_stretch, timeline_of

TODAY = date(2026, 11, 22)
TIMELINES = (
    timeline_of(calf_stretch(30, 2)),
    timeline_of(Step(exercise="calf-raise", reps=12, tempo=(2, 1, 2, 0)), calf_stretch(20, 1)),
    timeline_of(Step(exercise="band-plantarflexion", reps=12)),
)
YEAR = demo_sessions(TIMELINES, TODAY, 365, UTC)


def test_the_same_seed_gives_the_same_history_and_another_another():
    assert demo_sessions(TIMELINES, TODAY, 365, UTC) == YEAR
    assert demo_sessions(TIMELINES, TODAY, 365, UTC, seed=2) != YEAR


def test_it_runs_back_from_today_newest_first():
    days = [session.day for session in YEAR]
    assert days == sorted(days, reverse=True)
    assert days[0] == TODAY
    assert days[-1] > TODAY - timedelta(days=365)


def test_there_are_a_little_over_four_days_a_week():
    assert 3.5 <= len({session.day for session in YEAR}) / 365 * 7 <= 5


def test_each_session_has_an_id_of_its_own_and_starts_on_its_day():
    assert len({session.id for session in YEAR}) == len(YEAR)
    assert all(session.started_at.date() == session.day for session in YEAR)


def test_what_was_done_is_the_sum_of_the_work_and_never_more_than_was_planned():
    for session in YEAR:
        assert session.done_ms == sum(item.ms for item in session.work) <= session.planned_ms


def test_finished_sessions_did_all_and_a_few_were_cut_short():
    assert all(session.done_ms == session.planned_ms for session in YEAR if session.status == "finished")
    status = Counter(session.status for session in YEAR)
    assert 0.05 < status["partial"] / len(YEAR) < 0.2
    assert status.keys() == {"finished", "partial"}


def test_repetitions_are_counted():
    reps = {
        item.exercise: item.reps for session in YEAR if session.status == "finished" for item in session.work
    }
    assert reps == {"wall-calf-stretch": 0, "calf-raise": 12, "band-plantarflexion": 12}

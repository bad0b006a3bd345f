"""What the commands print, for people and for scripts."""

import json
from datetime import datetime, timedelta, timezone

import pytest

from app.core.library import Library
from app.core.routine import Step
from app.core.streak import Streak
from app.core.timeline import unfold
from app.views import commands
from tests.core.routines import EXERCISES, calf_stretch, timeline_of
from tests.views.shelf import BROKEN, LIBRARY, PROBLEMS, STRONG, session


def test_the_list_for_scripts_has_an_object_a_routine():
    first, second, *_, last = commands.list_json(LIBRARY)
    assert first == {
        "id": "calf-reset",
        "name": "Calf reset",
        "minutes": 2.5,  # 148 s / 60 = 2.47
        "source": "bundled",
        "problems": [],
    }
    assert second["source"] == "edited"
    assert (last["id"], last["minutes"], last["source"]) == ("after-the-run", None, "own")
    assert last["problems"] == [str(problem) for problem in PROBLEMS]


def test_the_list_for_people_says_whose_a_routine_is_and_what_needs_attention():
    mistake = 'after-the-run.toml:7: step 1 (wall-calf-stretch): unknown key "hodl"; did you mean "hold"?'
    assert commands.list_lines(LIBRARY) == [
        "calf-reset      2 min  Calf reset",
        "calf-strength   4 min  Calf strength  (edited)",
        "own-pace        1 min  Own pace  (own)",
        "on-the-floor    1 min  On the floor",
        f"after-the-run  needs attention: {mistake}",
    ]


def test_an_empty_library_is_an_empty_list():
    assert commands.list_json(Library()) == commands.list_lines(Library()) == []


def test_a_timeline_for_scripts_has_every_segment_with_its_start():
    shown = commands.show_json(timeline_of(calf_stretch(30, 1)))
    assert {key: shown[key] for key in ("id", "name", "total_s", "estimated")} == {
        "id": "test",
        "name": "Test",
        "total_s": 73,
        "estimated": False,
    }
    assert shown["segments"][1] == {
        "kind": "hold",
        "exercise": "wall-calf-stretch",
        "side": "left",
        "set": 1,
        "rep": None,
        "start_s": 8,
        "seconds": 30,
    }
    assert [part["start_s"] for part in shown["segments"]] == [0, 8, 38, 43]


def test_an_open_ended_segment_has_no_seconds_and_counts_by_its_estimate():
    shown = commands.show_json(
        timeline_of(Step(exercise="band-plantarflexion", reps=12, sides="left"), calf_stretch(1.5, 1))
    )
    own_pace, prepare = shown["segments"][1:3]
    assert (own_pace["kind"], own_pace["seconds"]) == ("reps", None)
    assert prepare["start_s"] == 44  # 8 + 12 × 3
    assert (shown["estimated"], shown["total_s"]) == (True, 60)  # 44 + 8 + 1.5 + 5 + 1.5


def test_fractions_of_a_second_are_told_to_scripts_as_they_are():
    assert commands.show_json(timeline_of(calf_stretch(1.25, 1)))["segments"][1]["seconds"] == 1.25


def test_a_timeline_for_people_is_a_line_a_segment():
    lines = commands.show_lines(unfold(STRONG, EXERCISES))
    assert lines[0] == "Calf strength: 4 min 8 s"
    assert lines[1] == "  0:00         8 s  prepare  calf-raise"
    assert lines[2] == "  0:08         5 s  rep      calf-raise, set 1, repetition 1"
    assert len(lines) == 1 + 1 + 3 * 12 + 2


def test_a_timeline_for_people_tells_what_is_open_and_estimated():
    lines = commands.show_lines(timeline_of(Step(wait="Fetch the band.", prepare=0), calf_stretch(30, 1)))
    assert lines[0] == "Test: about 1 min 13 s"
    assert lines[1] == "  0:00        open  wait     Fetch the band."
    assert lines[3] == "  0:08        30 s  hold     wall-calf-stretch, left"


def test_the_history_for_scripts_has_every_field_of_the_contract():
    moment = datetime(2026, 11, 22, 9, 5, tzinfo=timezone(timedelta(hours=1)))
    (shown,) = commands.history_json([session(started_at=moment, note="Softer.", before=6, after=0)])
    assert json.loads(json.dumps(shown)) == {
        "id": "calf-reset-0",
        "routine": "calf-reset",
        "name": "Calf reset",
        "started_at": "2026-11-22T09:05:00+01:00",
        "day": "2026-11-22",
        "status": "finished",
        "planned_s": 120,
        "done_s": 120,
        "work": [
            {"exercise": "wall-calf-stretch", "side": "left", "seconds": 60, "reps": 0},
            {"exercise": "wall-calf-stretch", "side": "right", "seconds": 60, "reps": 0},
        ],
        "note": "Softer.",
        "before": 6,
        "after": 0,
    }


@pytest.mark.parametrize(
    ("status", "told"), [("finished", "finished"), ("partial", "partial"), ("running", "partial")]
)
def test_a_session_that_never_ended_is_partial_to_everyone_else(status, told):
    assert commands.history_json([session(status=status)])[0]["status"] == told


def test_the_history_for_people_is_a_line_a_session():
    lines = commands.history_lines([session(), session(1, status="partial", done_ms=45_500)])
    assert lines == [
        "2026-11-22  09:05         2 min  finished  Calf reset",
        "2026-11-21  09:05          46 s  partial   Calf reset",
    ]


def test_an_empty_history_says_how_to_begin():
    assert commands.history_lines([]) == [commands.NO_HISTORY]
    assert commands.history_json([]) == []


STREAK = Streak(current_weeks=1, longest_weeks=3, days_this_week=2, target=4, score=41.5, today_done=True)


def test_the_streak_for_scripts_has_every_field_of_the_contract():
    assert commands.streak_json(STREAK) == {
        "current_weeks": 1,
        "longest_weeks": 3,
        "this_week": {"days": 2, "target": 4},
        "score": 41.5,
        "today_done": True,
    }


def test_the_streak_for_people_is_three_lines():
    assert commands.streak_lines(STREAK) == [
        "This week: 2 of 4 days",
        "In a row: 1 week (longest: 3 weeks)",
        "Habit score: 41.5 of 100",
    ]


def test_a_week_whose_target_is_met_is_secured():
    met = Streak(current_weeks=1, longest_weeks=1, days_this_week=4, target=4, score=50, today_done=True)
    assert commands.streak_lines(met)[0] == "This week: 4 of 4 days, secured"


def test_a_routine_that_is_not_there_may_be_meant_otherwise():
    assert commands.no_such_routine("calf-rest", "calf-reset") == (
        'There is no routine "calf-rest". Did you mean "calf-reset"?'
    )
    assert commands.no_such_routine("yoga", None) == (
        'There is no routine "yoga". See them all with: soleus list'
    )


def test_of_several_mistakes_the_first_is_told_and_where_to_find_the_others():
    assert commands.first_mistake(PROBLEMS[:1], BROKEN.file) == str(PROBLEMS[0])
    assert commands.first_mistake(PROBLEMS, BROKEN.file) == (
        f"{PROBLEMS[0]} (1 more: soleus check /home/me/after-the-run.toml)"
    )


def test_checked_files_and_mistakes_are_counted():
    assert commands.checked(1) == "1 file checked, no mistakes."
    assert commands.mistaken(2) == "2 mistakes to mend."


def test_a_screen_that_is_not_there_is_told_with_those_that_are():
    assert commands.no_such_screen("tody", ["today", "player"]) == (
        'There is no screen "tody". There are: today, player'
    )

"""Every bundled programme: two to four exercises a day, days of rest, and the doses of its source."""

import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from app.core.exercise import Exercise
from app.core.programme.programme import WEEK_DAYS, Programme, Week
from app.core.routine import Routine
from app.core.timeline import unfold
from app.storage.library import check_files
from tests.content.files import PROGRAMME_FILES, ROUTINES, every_text, read_programme

FEWEST, MOST = 2, 4
"""Exercises a day; with more, people do them less often: Medina-Mirapeix, 2009."""
A_DAY_AT_MOST_MS = 21 * 60_000
PROGRAMMES = {path.stem: read_programme(path) for path in PROGRAMME_FILES}


@pytest.fixture(params=PROGRAMME_FILES, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


@pytest.fixture
def programme(path: Path) -> Programme:
    return PROGRAMMES[path.stem]


def every_day(week: Week) -> Mapping[int, list[str]]:
    return {day: [item.routine for item in week.on if day in item.days] for day in range(WEEK_DAYS)}


def exercises_of(routine: Routine) -> set[str]:
    return {step.exercise for step in routine.step if step.exercise}


def dose_of(routine: Routine) -> list[tuple[str | None, int, int | None, tuple[float, ...] | None]]:
    return [(step.exercise, step.sets, step.reps, step.tempo) for step in routine.step if step.tempo]


def test_the_promised_ones_are_there() -> None:
    assert PROGRAMMES.keys() == {"four-weeks", "beyer-heavy-slow", "rathleff-heel"}


def test_the_app_takes_it(path: Path) -> None:
    assert check_files([str(path)], ROUTINES, None) == ()


def test_every_day_has_two_to_four_exercises_or_is_a_day_of_rest(
    programme: Programme, routines: Mapping[str, Routine]
) -> None:
    for week in programme.week:
        for day, due in every_day(week).items():
            if due:
                exercises = [exercise for id_ in due for exercise in exercises_of(routines[id_])]
                assert FEWEST <= len(exercises) <= MOST, (week.name, day)


def test_every_week_has_days_of_rest_and_leaves_room_to_miss_one(programme: Programme) -> None:
    for week in programme.week:
        assert WEEK_DAYS - len(week.days) >= 2
        assert week.needs < len(week.days)


def test_no_day_takes_more_than_twenty_minutes(
    programme: Programme, routines: Mapping[str, Routine], exercises: Mapping[str, Exercise]
) -> None:
    for week in programme.week:
        for due in every_day(week).values():
            assert sum(unfold(routines[id_], exercises).total_ms for id_ in due) <= A_DAY_AT_MOST_MS


def test_strength_is_never_due_on_two_days_in_a_row(
    programme: Programme, routines: Mapping[str, Routine]
) -> None:
    for week in programme.week:
        strong = [
            any(routines[id_].goal == "strength" for id_ in due) for _, due in sorted(every_day(week).items())
        ]
        around = [*strong, strong[0]]  # the same week may come again
        assert not any(both == (True, True) for both in pairwise(around))


def test_no_text_is_blank_and_none_shouts(programme: Programme) -> None:
    for text in every_text([programme.name, programme.about, [week.about for week in programme.week]]):
        assert text == text.strip() != ""
        assert "!" not in text


def test_a_protocol_of_a_clinic_asks_for_the_clinician_and_claims_no_more(programme: Programme) -> None:
    evidence = programme.evidence
    assert evidence is not None
    assert programme.ask_clinician == (programme.id != "four-weeks")
    if programme.ask_clinician:
        assert evidence.strength == "protocol"
        assert evidence.text.startswith("A commonly used protocol")


def test_four_weeks_go_from_ease_to_strength_to_a_rhythm_for_calf_and_back(
    routines: Mapping[str, Routine], exercises: Mapping[str, Exercise]
) -> None:
    weeks = PROGRAMMES["four-weeks"].weeks
    assert [week.name for week in weeks] == ["Ease", "Ease and move", "Strength", "Keep"]
    goals = [{routines[id_].goal for id_ in week.routines} for week in weeks]
    assert goals == [{"ease"}, {"ease"}, {"strength", "ease"}, {"strength", "ease"}]
    for week in weeks:
        used = {exercise for id_ in week.routines for exercise in exercises_of(routines[id_])}
        muscles = {muscle for id_ in used for muscle in (*exercises[id_].muscles, *exercises[id_].also)}
        assert {"gastrocnemius", "soleus"} & muscles
        assert {"erector-spinae", "abdominals"} & muscles


def test_the_four_weeks_say_how_long_a_day_takes(
    routines: Mapping[str, Routine], exercises: Mapping[str, Exercise]
) -> None:
    programme = PROGRAMMES["four-weeks"]
    stated = re.search(r"About (\d+) minutes a day", programme.about)
    assert stated
    days = [due for week in programme.weeks for due in every_day(week).values() if due]
    minutes = [sum(unfold(routines[id_], exercises).total_ms for id_ in due) / 60_000 for due in days]
    assert sum(minutes) / len(minutes) == pytest.approx(int(stated[1]), abs=1)


def test_beyers_twelve_weeks(routines: Mapping[str, Routine]) -> None:
    programme = PROGRAMMES["beyer-heavy-slow"]
    assert [(week.repeat, len(week.days)) for week in programme.week] == [
        (1, 3), (2, 3), (2, 3), (3, 3), (4, 3),
    ]  # fmt: skip
    doses = [dose_of(routines[week.routines[0]]) for week in programme.week]
    for (sets, reps), dose in zip([(3, 15), (3, 12), (4, 10), (4, 8), (4, 6)], doses, strict=True):
        assert {each[1:] for each in dose} == {(sets, reps, (3, 0, 3, 0))}


def test_rathleffs_steps(routines: Mapping[str, Routine]) -> None:
    programme = PROGRAMMES["rathleff-heel"]
    assert len(programme.weeks) == 12
    doses = [dose_of(routines[week.routines[0]]) for week in programme.week]
    assert doses == [
        [("towel-calf-raise", sets, reps, (3, 2, 3, 0))] for sets, reps in [(3, 12), (4, 10), (5, 8)]
    ]


def test_the_example_in_the_guide_is_taken(tmp_path: Path) -> None:
    guide = (ROUTINES.parent / "docs" / "programmes.md").read_text(encoding="utf-8")
    example = re.search(r"```toml\n(.*?)```", guide, re.DOTALL)
    assert example
    path = tmp_path / "two-weeks.toml"
    path.write_text(example[1], encoding="utf-8")
    assert check_files([str(path)], ROUTINES, None) == ()


def test_the_guide_lists_every_programme() -> None:
    guide = (ROUTINES.parent / "docs" / "programmes.md").read_text(encoding="utf-8")
    assert [programme.name for programme in PROGRAMMES.values() if programme.name not in guide] == []

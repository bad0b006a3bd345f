"""A whole session with closed eyes: what is to be done, when and on which side, from the transcript alone."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from itertools import groupby, pairwise

import pytest

from app.core.cues import fetched_for
from app.core.manner import Manner
from app.core.speech_time import speech_ms
from app.core.timeline import Timeline, unfold
from app.views import words
from tests.content.files import EXERCISE_FILES, ROUTINE_FILES, read_exercise, read_routine
from tests.voice.ear import Ear, Work
from tests.voice.engine import voiced_ms
from tests.voice.transcript import Playback, Said

EXERCISES = {path.stem: read_exercise(path) for path in EXERCISE_FILES}
ROUTINES = {path.stem: read_routine(path) for path in ROUTINE_FILES}
FULL, SHORT = Manner(), Manner(verbosity="short")
MANNERS = {"full": FULL, "short": SHORT, "slow": Manner(speed=0.7), "fast": Manner(speed=1.5)}
HURRIES = {
    "as written": {},
    "no time to prepare": {"prepare_s": 0, "rest_s": 0},
    "short": {"prepare_s": 3, "rest_s": 3},
}
HURRIED = [("slow", "as written"), ("full", "no time to prepare"), ("full", "short"), ("short", "short")]
EXACT_MS = 150
WHOLE_SECONDS_MS = 500
"""Half of a hold of 25 s is said as 12 seconds."""
TIME_TO_NAME_MS = 3_000
"""A pause this long before the work is time enough to name it."""

each_routine = pytest.mark.parametrize("routine", ROUTINES)
each_manner = pytest.mark.parametrize("manner", MANNERS)


@cache
def played(routine: str, manner: str = "full", hurry: str = "as written") -> Playback:
    timeline = unfold(ROUTINES[routine], EXERCISES, **HURRIES[hurry])
    return Playback(timeline, EXERCISES, MANNERS[manner]).run()


def understood(playback: Playback) -> Ear:
    ear = Ear(exercise.name for exercise in EXERCISES.values()).listen(playback.transcript)
    assert ear.is_over
    return ear


def truth(playback: Playback) -> list[Work]:
    """The real work, in the words of the ear: side by side with what it understood."""
    timeline, starts = playback.session.timeline, playback.starts
    return [
        Work(
            EXERCISES[segment.exercise].name,
            segment.side,
            segment.set or 1,
            segment.rep,
            starts[index],
            starts.get(index + 1, playback.now_ms()),
        )
        for index, segment in enumerate(timeline.segments)
        if segment.is_work and segment.exercise is not None
    ]


def pause_before_ms(timeline: Timeline, index: int) -> int:
    """What lies between the work before this one and it."""
    before = [number for number in range(index) if timeline.segments[number].is_work]
    return sum(segment.estimate_ms for segment in timeline.segments[before[-1] + 1 if before else 0 : index])


@pytest.mark.parametrize("manner", ["full", "short", "fast"])
@each_routine
def test_the_ear_alone_knows_every_hold_and_repetition_and_how_long_it_lasts(routine, manner):
    playback = played(routine, manner)
    assert_same(understood(playback).works, truth(playback))


@pytest.mark.parametrize(("manner", "hurry"), HURRIED)
@each_routine
def test_in_a_hurry_and_with_a_slow_voice_it_still_knows_every_set_and_side(routine, manner, hurry):
    """Where names have no time of their own, they take it from the first numbers of repetitions."""
    playback = played(routine, manner, hurry)
    assert_same(list(sets(understood(playback).works)), list(sets(truth(playback))))


def assert_same(heard: Sequence[Work], real: Sequence[Work]) -> None:
    def what(works: Sequence[Work]) -> list[tuple[object, ...]]:
        return [(work.exercise, work.side, work.set, work.rep) for work in works]

    assert what(heard) == what(real)
    for one, other in zip(heard, real, strict=True):
        assert abs(one.start_ms - other.start_ms) <= EXACT_MS, (one, other)
        assert abs(one.end_ms - other.end_ms) <= EXACT_MS, (one, other)


def sets(works: Sequence[Work]) -> Iterator[Work]:
    """The work of each set on each side as a whole."""
    for _, group in groupby(works, lambda work: (work.exercise, work.side, work.set)):
        parts = list(group)
        yield replace(parts[0], rep=None, end_ms=parts[-1].end_ms)


@each_manner
@each_routine
def test_what_is_counted_comes_true(routine, manner):
    playback = played(routine, manner)
    ear, real = understood(playback), truth(playback)
    holds = [segment for segment in playback.session.timeline.segments if segment.is_work]
    for number, end_ms in ear.predictions:
        assert abs(real[number].end_ms - end_ms) <= WHOLE_SECONDS_MS, real[number]
    counted = [number for number, _ in ear.predictions]
    for number, hold in enumerate(holds):
        halfway = manner != "short" and hold.kind == "hold" and hold.estimate_ms >= 20_000
        seconds = 3 if hold.kind == "hold" and hold.estimate_ms >= 8_000 else 0
        assert counted.count(number) == seconds + halfway, real[number]


@each_manner
@each_routine
def test_the_work_is_named_before_it_begins_and_the_name_is_over_by_then(routine, manner):
    playback = played(routine, manner)
    timeline = playback.session.timeline
    speed = MANNERS[manner].speed
    named: dict[tuple[str, str | None, int], int] = {}
    ends = {said.ms: said.ms + speech_ms(said.text, speed) for said in playback.transcript}
    ear = understood(playback)
    works = iter(truth(playback))
    for index, segment in enumerate(timeline.segments):
        if not segment.is_work:
            continue
        work = next(works)
        if pause_before_ms(timeline, index) < TIME_TO_NAME_MS or segment.rep not in (None, 1):
            continue
        named = [ms for ms, *what in ear.announced if what == [work.exercise, work.set, work.side]]
        assert any(ends[ms] <= work.start_ms for ms in named), work


@each_routine
def test_what_to_fetch_is_told_before_it_is_needed(routine):
    playback = played(routine)
    timeline, exercises = playback.session.timeline, EXERCISES
    fetched = understood(playback).fetched
    seen: set[int] = set()
    for index, segment in enumerate(timeline.segments):
        if segment.is_work and segment.step not in seen:
            seen.add(segment.step)
            if needed := fetched_for(index, timeline, exercises):
                told = [ms for ms, what in fetched if what == words.equipment(needed)]
                assert any(ms <= playback.starts[index] for ms in told), (segment.exercise, needed)


@each_routine
def test_every_word_of_advice_in_the_routine_is_said(routine):
    playback = played(routine)
    said = " ".join(sentence.text for sentence in playback.transcript)
    for step in ROUTINES[routine].step:
        assert step.cue in said
        assert (step.wait or "") in said


@pytest.mark.parametrize(("manner", "hurry"), HURRIED)
@each_routine
def test_no_sentence_runs_into_the_next_by_the_estimate(routine, manner, hurry):
    for said, later in pairwise(played(routine, manner, hurry).transcript):
        assert said.ms + speech_ms(said.text, MANNERS[manner].speed) <= later.ms, (said, later)


def every_pair() -> Iterator[tuple[Said, Said]]:
    for routine in ROUTINES:
        yield from pairwise(played(routine).transcript)


@pytest.mark.needs("espeak-ng")
def test_no_sentence_runs_into_the_next_by_a_real_voice():
    pairs = list(every_pair())
    texts = sorted({said.text for said, _ in pairs})
    with ThreadPoolExecutor(2) as workers:
        length_ms = dict(zip(texts, workers.map(voiced_ms, texts), strict=True))
    for said, later in pairs:
        assert said.ms + length_ms[said.text] <= later.ms, (said, later)


@each_routine
def test_all_that_is_said_after_the_first_sentence_was_foreseen(routine):
    playback = played(routine)
    assert [said for said in playback.transcript[1:] if said.text not in playback.speaker.foreseen] == []

"""Following a routine in the terminal, with a clock that stands still and keys that are pressed on time."""

from datetime import UTC, datetime

import pytest

from app.core.guide import Guide, Hearing
from app.core.recording import begun
from app.core.routine import Step
from app.core.session import Session
from app.core.timeline import closed
from app.terminal import TICK_S, Narrator, follow
from app.views import terminal as view
from app.views.spoken import sentence
from tests.core.clock import FakeClock
from tests.core.machine import FakeChime, FakeRecorder, FakeSpeaker
from tests.core.routines import EXERCISES, calf_stretch, timeline_of

TICK_MS = round(TICK_S * 1000)
ONE_SET = calf_stretch(30, 1)
"""8 s to prepare, 30 s left, 5 s to switch, 30 s right: 73 s."""
MOST_MS = 600_000
"""A session that has not ended by then never will."""


class Followed:
    """A session followed to its end. `keys` are pressed at their second; `sleeps` are suspends (second: ms)."""

    def __init__(
        self,
        *steps: Step,
        keys: dict[float, str] | None = None,
        sleeps: dict[float, int] | None = None,
        stop_at: float | None = None,
        hands_free: bool = False,
        hearing: Hearing = Hearing(),  # noqa: B008  # frozen
    ) -> None:
        self.clock, self.printed = FakeClock(), list[str]()
        self.recorder, self.speaker, self.chime = FakeRecorder(), FakeSpeaker(), FakeChime()
        self._keys, self._sleeps, self._stop_at = dict(keys or {}), dict(sleeps or {}), stop_at
        self._passed_ms = 0
        timeline = timeline_of(*(steps or (ONE_SET,)))
        if hands_free:
            timeline = closed(timeline)
        narrator = Narrator(self.printed.append, lambda cues: sentence(cues, EXERCISES))
        self.session = narrator.session = Session(timeline, self.clock)
        self.guide = Guide(
            self.session,
            begun(timeline, "one", datetime(2026, 11, 22, 9, tzinfo=UTC), 4),
            EXERCISES,
            recorder=self.recorder,
            chime=self.chime,
            speaker=self.speaker,
            wording=lambda cues, _: sentence(cues, EXERCISES),
            listener=narrator,
            hearing=hearing,
        )
        follow(self.guide, self._read_key, self._interrupted, self.printed.append, hands_free=hands_free)

    def _read_key(self, within_s: float) -> str:
        """Time passes here and nowhere else."""
        assert within_s == TICK_S
        self.clock.advance(TICK_MS)
        self._passed_ms += TICK_MS
        assert self._passed_ms < MOST_MS
        self.clock.sleep_machine(self._due(self._sleeps) or 0)
        return self._due(self._keys) or ""

    def _due(self, planned: dict):
        second = next((second for second in planned if second * 1000 <= self._passed_ms), None)
        return None if second is None else planned.pop(second)

    def _interrupted(self) -> bool:
        return self._stop_at is not None and self._passed_ms >= self._stop_at * 1000

    @property
    def lasted_s(self) -> float:
        return self._passed_ms / 1000

    @property
    def record(self):
        return self.recorder.last

    def seconds(self) -> dict:
        return {item.side or item.exercise: item.ms / 1000 for item in self.record.work}


def test_a_routine_is_led_in_words_to_its_end():
    followed = Followed()
    assert followed.printed == [
        " 0:00  Get ready. Wall calf stretch, left side. You need a wall. 30 seconds.",
        " 0:08  Hold.",
        " 0:23  Half-way. 15 seconds left.",
        " 0:35  3.",
        " 0:36  2.",
        " 0:37  1.",
        " 0:38  Switch to the right side.",
        " 0:43  Hold.",
        " 0:58  Half-way. 15 seconds left.",
        " 1:10  3.",
        " 1:11  2.",
        " 1:12  1.",
        " 1:13  Done. That is all for now.",
    ]
    assert followed.lasted_s == 73
    assert (followed.record.status, followed.record.done_ms) == ("finished", 60_000)


def test_cues_given_early_are_printed_with_the_second_that_they_are_for():
    assert Followed(hearing=Hearing(lead_ms=100)).printed == Followed().printed


def test_what_is_printed_is_what_is_said():
    followed = Followed()
    assert [line.split("  ", 1)[1] for line in followed.printed] == followed.speaker.said


def test_without_a_voice_the_words_are_printed_all_the_same():
    followed = Followed(hearing=Hearing(voice=False))
    assert followed.printed == Followed().printed
    assert followed.speaker.said == []


def test_space_pauses_and_goes_on_after_three_seconds():
    followed = Followed(keys={18: " ", 60: " "})
    assert " 0:18  Paused." in followed.printed
    again = followed.printed.index(" 0:18  Get ready again, left side.")
    assert followed.printed[again + 1] == " 0:18  Hold."
    assert followed.lasted_s == 73 + 42 + 3
    assert followed.seconds() == {"left": 30, "right": 30}


def test_n_goes_on_with_what_follows():
    followed = Followed(keys={2: "n", 12: "n"})  # preparing ends at 2 s, the left side at 12 s
    assert followed.seconds() == {"left": 10, "right": 30}
    assert followed.lasted_s == 12 + 5 + 30
    assert followed.record.status == "finished"  # 40 of 60 s


def test_b_begins_the_side_again():
    followed = Followed(keys={20: "b"})
    assert followed.lasted_s == 20 + 3 + 30 + 5 + 30
    assert followed.seconds() == {"left": 30, "right": 30}


@pytest.mark.parametrize("key", ["+", "="])
def test_plus_adds_ten_seconds_to_both_sides(key):
    followed = Followed(keys={20: key})
    assert followed.seconds() == {"left": 40, "right": 40}


@pytest.mark.parametrize("key", ["\n", "\r", "d", " "])
def test_at_ones_own_pace_a_key_tells_that_it_is_done(key):
    followed = Followed(Step(exercise="band-plantarflexion", reps=12, sides="left"), keys={50: key})
    assert followed.lasted_s == 50
    assert (followed.record.work[0].ms, followed.record.work[0].reps) == (42_000, 12)


def test_enter_means_nothing_in_a_hold():
    assert Followed(keys={20: "\n"}).lasted_s == 73


def test_m_falls_silent_and_the_words_go_on():
    followed = Followed(keys={20: "m"})
    assert followed.printed == Followed().printed
    assert len(followed.speaker.said) == 2
    assert [name for name, _ in followed.chime.played] == ["ready", "start"]


@pytest.mark.parametrize("key", ["q", "Q", "\x1b"])
def test_q_stops_and_keeps_what_was_done(key):
    followed = Followed(keys={20: key})
    assert followed.lasted_s == 20
    assert (followed.record.status, followed.seconds()) == ("partial", {"left": 12})


def test_an_interrupt_stops_and_keeps_what_was_done():
    followed = Followed(stop_at=20)
    assert (followed.record.status, followed.seconds()) == ("partial", {"left": 12})


def test_an_interrupt_while_paused_stops_too():
    followed = Followed(keys={20: " "}, stop_at=40)
    assert (followed.record.status, followed.seconds()) == ("partial", {"left": 12})


def test_keys_that_mean_nothing_do_nothing():
    assert Followed(keys={3: "x", 20: "é", 30: "7"}).lasted_s == 73


def test_after_a_suspend_it_waits_for_the_person():
    followed = Followed(sleeps={20: 3_600_000}, keys={90: " "})
    assert view.CLOCK_PAUSED in followed.printed
    assert followed.lasted_s == 73 + 70 + 3
    assert followed.seconds() == {"left": 30, "right": 30}


def test_after_a_suspend_it_goes_on_where_nobody_can_press_a_key():
    followed = Followed(sleeps={20: 3_600_000}, hands_free=True)
    assert view.CLOCK_WENT_ON in followed.printed
    assert followed.lasted_s == 73 + 3
    assert followed.seconds() == {"left": 30, "right": 30}


def test_where_nobody_can_press_a_key_nobody_is_asked_to():
    wait, pace = Step(wait="Fetch the band."), Step(exercise="band-plantarflexion", reps=12, sides="left")
    followed = Followed(wait, pace, hands_free=True)
    assert followed.lasted_s == 8 + 8 + 36
    assert not any("Press" in line for line in followed.printed)
    assert followed.record.status == "finished"


def test_a_record_that_cannot_be_written_stops_nothing():
    class Full(Followed):
        def _read_key(self, within_s: float) -> str:
            self.recorder.broken = "log.jsonl: could not be written; free some disk space."
            return super()._read_key(within_s)

    followed = Full()
    assert followed.lasted_s == 73
    assert followed.guide.trouble == "log.jsonl: could not be written; free some disk space."
    assert followed.guide.record.done_ms == 60_000

"""Leading a session: what is written down and what is sounded."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from app.core.cues import Begin, Count, Cue, GoOn, HalfwayDone, cues_for
from app.core.guide import Guide, Hearing
from app.core.record import SessionRecord, Work
from app.core.recording import begun
from app.core.routine import Step
from app.core.session import Session
from app.core.timeline import Timeline
from tests.core.clock import FakeClock
from tests.core.machine import FakeChime, FakeRecorder, FakeSpeaker
from tests.core.routines import EXERCISES, calf_stretch, timeline_of

MORNING = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ONE_SET = (calf_stretch(30, 1),)
"""8 s to prepare, 30 s left, 5 s to switch, 30 s right: 73 s."""


def kinds(cues: Sequence[Cue]) -> str:
    return " ".join(type(cue).__name__ for cue in cues)


def plain(cues: Sequence[Cue]) -> list[Cue]:
    """The cues without what the guide adds to them: what was not told before."""
    return [structs.replace(cue, news="", fetch=()) if isinstance(cue, Begin | GoOn) else cue for cue in cues]


class Led:
    """A guide on a fake machine. `heard` are the cues as they were put into words, moment by moment."""

    def __init__(self, *steps: Step, hearing: Hearing = Hearing()) -> None:  # noqa: B008  # frozen
        self.clock = FakeClock()
        self.timeline = timeline_of(*(steps or ONE_SET))
        self.session = Session(self.timeline, self.clock)
        self.recorder, self.speaker = FakeRecorder(), FakeSpeaker()
        self.chime = FakeChime(lambda: self.clock.monotonic() - began)
        self.heard: list[tuple[Cue, ...]] = []
        self.guide = Guide(
            self.session,
            begun(self.timeline, "one", MORNING, 4),
            EXERCISES,
            recorder=self.recorder,
            chime=self.chime,
            speaker=self.speaker,
            wording=lambda cues, room_ms: kinds(cues),
            hearing=hearing,
            listener=lambda cues: self.heard.append(tuple(cues)),
        )
        began = self.clock.monotonic()
        self.guide.start()

    def run(self, ms: int, *, tick_ms: int = 100) -> None:
        for _ in range(ms // tick_ms):
            self.clock.advance(tick_ms)
            self.guide.tick()

    @property
    def cues(self) -> list[Cue]:
        return [cue for moment in self.heard for cue in moment]


def all_cues(timeline: Timeline) -> list[Cue]:
    """What the policy gives for a session that nobody disturbs."""
    clock = FakeClock()
    session = Session(timeline, clock)
    session.start()
    clock.advance(10_000_000)
    return [cue for event in session.tick() for cue in cues_for(event, timeline, EXERCISES)]


STEPS = [
    calf_stretch(30, 2),
    Step(exercise="calf-raise", reps=3, tempo=(2, 1, 2, 0), sets=2),
    Step(exercise="night-calf-stretch", hold=10, reps=3, relax=10),
    calf_stretch(2, 1, prepare=0, switch=0.5),
]


@settings(max_examples=25)
@given(
    steps=st.lists(st.sampled_from(STEPS), min_size=1, max_size=2),
    ticks=st.lists(st.integers(30, 250), min_size=1, max_size=20),
    lead_ms=st.sampled_from([0, 100, 500]),
)
def test_every_cue_is_sounded_once_and_in_order_however_the_ticks_come(steps, ticks, lead_ms):
    led = Led(*steps, hearing=Hearing(lead_ms=lead_ms))
    while not led.session.is_over:
        for ms in ticks:
            led.clock.advance(ms)
            led.guide.tick()
    assert plain(led.cues) == all_cues(led.timeline)


@pytest.mark.parametrize("lead_ms", [0, 100])
def test_chimes_are_sent_off_early_by_the_lead_and_no_earlier(lead_ms):
    led = Led(hearing=Hearing(lead_ms=lead_ms))
    led.run(75_000, tick_ms=50)
    # The first cannot be early. Then: start at 8 s, switch at 38 s, start at 43 s, the end at 73 s.
    early = lead_ms / 1000
    assert [name for name, _ in led.chime.played] == "ready start switch start finish".split()
    assert led.chime.moments[1:] == pytest.approx([8 - early, 38 - early, 43 - early, 73 - early])


def test_it_asks_to_be_ticked_when_a_sound_is_to_be_sent_off():
    led = Led(hearing=Hearing(lead_ms=100))
    led.run(1_000)
    assert led.guide.next_tick_in_ms() == 3_900  # "three" of the 8 s to prepare is due at 5 s
    led.run(3_900)
    assert led.guide.next_tick_in_ms() == 100
    led.session.pause()
    assert led.guide.next_tick_in_ms() is None


def test_a_session_that_is_paused_after_a_foreseen_cue_says_that_it_is_paused():
    led = Led(hearing=Hearing(lead_ms=100))
    led.run(7_900)
    led.session.pause()
    led.guide.tick()
    assert kinds(led.heard[-1]) == "PauseBegan"


def test_cues_of_segments_gone_by_in_a_stall_are_not_sounded():
    led = Led()
    led.run(1_000)
    led.run(8_000 + 30_000 + 5_000, tick_ms=43_000)  # a second into the right side
    assert [kinds(moment) for moment in led.heard] == ["GetReady", "Begin"]
    assert led.cues[-1].work.side == "right"
    assert [name for name, _ in led.chime.played] == ["ready", "start"]


def test_seconds_left_are_not_told_when_they_are_no_longer_true():
    led = Led()
    led.run(8_000)
    led.run(25_000, tick_ms=25_000)  # half-way was 10 s ago
    assert not any(isinstance(cue, HalfwayDone) for cue in led.cues)


def test_of_a_count_that_was_missed_only_the_last_number_is_told():
    led = Led()
    led.run(8_000 + 20_000)
    led.run(9_500, tick_ms=9_500)  # half a second before the end
    assert [cue.left for cue in led.cues if isinstance(cue, Count)] == [1]


def test_an_end_that_was_reached_in_a_stall_is_all_that_is_told():
    led = Led()
    led.run(1_000)
    led.run(600_000, tick_ms=600_000)
    assert [kinds(moment) for moment in led.heard] == ["GetReady", "Finish"]
    assert led.chime.played[-1][0] == "finish"


def test_going_back_says_get_ready_and_begins_once():
    led = Led()
    led.run(8_000 + 12_000)
    led.heard.clear()
    led.session.back()
    led.run(4_000)
    assert [kinds(moment) for moment in led.heard] == ["GoOn", "Begin"]


def test_muted_it_is_silent_and_the_words_can_still_be_read():
    led = Led()
    led.run(2_000)
    led.guide.toggle_mute()
    assert led.speaker.hushed == 1
    sounded = (list(led.speaker.said), list(led.chime.played))
    led.run(80_000)
    assert (led.speaker.said, led.chime.played) == sounded
    assert plain(led.cues) == all_cues(led.timeline)


def test_unmuted_it_is_heard_again():
    led = Led()
    led.guide.toggle_mute()
    led.guide.toggle_mute()
    led.run(1_000)
    assert led.speaker.said == ["GetReady"]


@pytest.mark.parametrize(
    ("hearing", "said", "chimed"),
    [
        (Hearing(), True, True),
        (Hearing(voice=False), False, True),
        (Hearing(chimes=False), True, False),
        (Hearing(voice=False, chimes=False), False, False),
    ],
)
def test_voice_and_chimes_are_chosen_apart_and_the_words_are_there_in_any_case(hearing, said, chimed):
    led = Led(hearing=hearing)
    led.run(75_000)
    assert bool(led.speaker.said) is said
    assert bool(led.chime.played) is chimed
    assert plain(led.cues) == all_cues(led.timeline)


def test_voice_and_chimes_have_a_volume_each():
    led = Led(hearing=Hearing(voice_volume=0.3, chime_volume=0.7))
    led.run(1_000)
    assert led.speaker.volumes == [0.3]
    assert led.chime.played == [("ready", 0.7)]


def test_stopping_falls_silent():
    led = Led()
    led.run(20_000)
    sounded = (list(led.speaker.said), list(led.chime.played))
    led.session.stop()
    led.guide.tick()
    assert led.speaker.hushed == 1
    assert (led.speaker.said, led.chime.played) == sounded


def test_the_record_is_put_at_the_start_and_after_each_segment():
    led = Led()
    assert (led.recorder.last.status, led.recorder.last.passed) == ("running", ())
    led.run(8_000 + 30_000 + 2_000)
    assert [len(record.passed) for record in led.recorder.written] == [0, 1, 2]
    assert led.recorder.last.work == (Work("wall-calf-stretch", "left", 30_000),)
    led.run(60_000)
    assert [record.status for record in led.recorder.written] == ["running"] * 4 + ["finished"]


def test_a_pause_writes_nothing():
    led = Led()
    led.run(10_000)
    written = len(led.recorder.written)
    led.session.pause()
    led.run(60_000)
    assert len(led.recorder.written) == written


def test_what_is_written_is_what_is_done_to_the_millisecond():
    led = Led()
    led.run(8_000 + 12_345, tick_ms=5)
    led.session.stop()
    led.guide.tick()
    assert (led.recorder.last.status, led.recorder.last.done_ms) == ("partial", 12_345)


def test_a_record_that_cannot_be_written_stops_nothing_and_is_tried_again_with_everything():
    led = Led()
    led.recorder.broken = "log.jsonl: could not be written; free some disk space."
    led.run(8_000 + 30_000 + 2_000)
    assert led.guide.trouble == led.recorder.broken
    assert led.recorder.asked == 3  # at the start, which was written, after preparing and after the hold
    led.recorder.broken = ""
    led.run(5_000)
    assert led.guide.trouble == ""
    assert [passed.ms for passed in led.recorder.last.passed] == [8_000, 30_000, 5_000]
    assert led.recorder.last.done_ms == 30_000


def test_a_record_that_cannot_be_written_to_the_end_is_still_known():
    led = Led()
    led.recorder.broken = "no space"
    led.run(80_000)
    assert (led.guide.record.status, led.guide.record.done_ms) == ("finished", 60_000)
    assert led.guide.trouble == "no space"


def test_a_session_stopped_with_nothing_done_is_partial():
    led = Led()
    led.run(3_000)
    led.session.stop()
    led.guide.tick()
    record: SessionRecord = led.recorder.last
    assert (record.status, record.done_ms, record.work, record.passed, record.plan) == (
        "partial",
        0,
        (),
        (),
        "",
    )


def test_what_begins_without_a_pause_before_it_tells_what_it_is():
    led = Led(calf_stretch(30, 2, prepare=0, switch=0, rest=0))
    led.run(125_000)
    begun_with = [(cue.news, cue.fetch) for cue in led.cues if isinstance(cue, Begin)]
    assert begun_with == [("exercise", ("wall",)), ("side", ()), ("set", ()), ("side", ())]


def test_after_a_stall_the_side_that_nobody_was_told_of_is_named():
    led = Led()
    led.run(8_000 + 10_000)
    led.run(20_000 + 5_000 + 2_000, tick_ms=27_000)  # the switch to the right passed unheard
    assert led.cues[-1] == Begin(led.timeline.segments[3], news="side")


def test_back_in_another_exercise_it_is_named_again():
    led = Led(calf_stretch(30, 1), Step(exercise="calf-raise", reps=3, tempo=(2, 1, 2, 0)))
    led.run(73_000 + 8_000 + 1_000)
    led.session.back()
    led.run(100)
    assert led.cues[-1].news == "exercise"
    assert led.cues[-1].work.side == "right"


def test_the_sentences_of_the_next_minutes_are_made_ready():
    led = Led(calf_stretch(60, 2))
    led.run(100)
    # 8 s to prepare, twice (60 + 5 + 60) s and 10 s between them: 268 s, of which 150 are looked ahead.
    assert led.speaker.prepared == ["Begin", "HalfwayDone", "Count", "Switch", "Rest"]


def test_looking_ahead_goes_on_after_what_waits_for_the_person():
    led = Led(Step(wait="Fetch the foam roller.", prepare=0), calf_stretch(30, 1))
    led.run(100)
    assert led.speaker.prepared == ["GetReady", "Begin", "HalfwayDone", "Count", "Switch", "Finish"]


def test_a_tempo_has_no_beat_of_its_own():
    """Only the heel-rise test has one."""
    led = Led(Step(exercise="calf-raise", reps=3, tempo=(1, 0, 1, 0)))
    led.run(20_000)
    assert [name for name, _ in led.chime.played] == ["ready", "start", "finish"]

"""Leads a session with a real voice into SDL's disk driver, in a process of its own; prints when what began.

What is real: the voice, the mixer, the thread that writes what a loudspeaker would get, and the clock of the two
stretches that are measured. The half hour between them passes in about a second, by a clock that leaps and stalls.
"""

import json
import os
import random
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event, Thread

from app.adapters.chime import KivyChime, KivyPlayer
from app.adapters.clock import SystemClock
from app.adapters.prepared import open_speaker
from app.core.guide import Guide, Hearing
from app.core.recording import begun
from app.core.routine import Step
from app.core.session import Session
from app.views.spoken import sentence
from tests.core.machine import FakeRecorder
from tests.core.routines import EXERCISES, timeline_of

RAISES = Step(exercise="calf-raise", reps=200, tempo=(2, 1, 2, 0), sets=2)
MEASURED_S = 6.5
HALF_AN_HOUR_S = 1_800


class LeapingClock(SystemClock):
    """The real clock, and as much more as somebody has added."""

    def __init__(self) -> None:
        self.leapt_s = 0.0

    def monotonic(self) -> float:
        return super().monotonic() + self.leapt_s

    def now(self) -> datetime:
        return super().now() + timedelta(seconds=self.leapt_s)


class Tape:
    """The file that SDL writes, and how long it was when."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.lengths: list[tuple[float, int]] = []
        self._over = Event()
        self._thread = Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self) -> None:
        while not self._over.wait(0.001):
            size = self._path.stat().st_size if self._path.exists() else 0
            if not self.lengths or size > self.lengths[-1][1]:
                self.lengths.append((time.monotonic(), size))

    def end(self) -> list[tuple[float, int]]:
        self._over.set()
        self._thread.join()
        return self.lengths


def lead(folder: Path, sounds: Path) -> dict[str, object]:
    chime = KivyChime(sounds)  # opens the mixer, as in the window
    assert chime.health().works, chime.health().why
    tape = Tape(Path(os.environ["SDL_DISKAUDIOFILE"]))
    clock = LeapingClock()
    speaker = open_speaker(folder / "voice", KivyPlayer())
    timeline = timeline_of(RAISES, prepare=1)
    session = Session(timeline, clock)
    guide = Guide(
        session,
        begun(timeline, "one", clock.now(), 4),
        EXERCISES,
        recorder=FakeRecorder(),
        chime=chime,
        speaker=speaker,
        wording=lambda cues, room_ms: sentence(cues, EXERCISES, room_ms),
        hearing=Hearing(chimes=False, lead_ms=100),
    )
    began = clock.monotonic()
    guide.start()
    stretches = [follow(guide, clock)]
    guide.toggle_mute()
    leap(guide, clock, lambda: clock.monotonic() - began)
    guide.toggle_mute()
    stretches.append(follow(guide, clock))
    time.sleep(0.5)
    report = {"lengths": tape.end(), "began": began, "stretches": stretches}
    speaker.close()
    chime.close()
    return report


def follow(guide: Guide, clock: LeapingClock) -> dict[str, float]:
    """Follows the session in real time, with one stall of a third of a second."""
    start = time.monotonic()
    stalled = False
    while time.monotonic() - start < MEASURED_S:
        guide.tick()
        due_ms = guide.next_tick_in_ms() or 0
        if not stalled and due_ms > 600 and time.monotonic() - start > MEASURED_S / 2:
            time.sleep(0.33)
            stalled = True
        else:
            time.sleep(min(due_ms / 1000, 0.25))
    guide.tick()
    return {"from": start, "to": start + MEASURED_S, "leapt": clock.leapt_s}


def leap(guide: Guide, clock: LeapingClock, passed_s: Callable[[], float]) -> None:
    """Half an hour of ticks that come late, by up to 0.9 s and now and then by 4."""
    chance = random.Random(1)  # noqa: S311  # the same half hour every time
    while passed_s() < HALF_AN_HOUR_S:
        clock.leapt_s += 4.0 if chance.random() < 0.01 else chance.uniform(0.01, 0.9)
        guide.tick()


if __name__ == "__main__":
    print(json.dumps(lead(Path(sys.argv[1]), Path(sys.argv[2]))))

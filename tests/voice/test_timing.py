"""A sentence is heard on its moment: with a real voice, a real mixer, and a file where the loudspeaker would be."""

import json
import os
import subprocess
import sys
from array import array
from bisect import bisect_left
from functools import cache
from pathlib import Path

import pytest

from tests.core.routines import EXERCISES, timeline_of
from tests.voice.timing_child import RAISES
from tests.voice.transcript import Playback

ROOT = Path(__file__).parents[2]
BYTES_A_FRAME = 4
"""Two channels of two bytes."""
LOUD = 300
"""Of 32,767."""
SILENT_FRAMES = 19_845
"""450 ms at 44,100 frames a second: a shorter silence lies inside a sentence, after a full stop."""
WITHIN_S = 0.150

pytestmark = pytest.mark.needs("espeak-ng")


def onsets(tape: bytes) -> list[int]:
    """The bytes at which a sound begins after a silence."""
    samples = array("h", tape[: len(tape) // BYTES_A_FRAME * BYTES_A_FRAME])
    found: list[int] = []
    last = -SILENT_FRAMES
    for frame in range(0, len(samples) // 2, 8):  # every 0.2 ms is fine enough
        if abs(samples[2 * frame]) > LOUD:
            if frame - last >= SILENT_FRAMES:
                found.append(frame * BYTES_A_FRAME)
            last = frame
    return found


@cache
def expected_ms() -> tuple[int, ...]:
    """When the session's own moments are at which something is said, from its start."""
    timeline = timeline_of(RAISES, prepare=1)
    return tuple(said.ms for said in Playback(timeline, EXERCISES).run().transcript)


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> list[list[float]]:
    """How many seconds late each sentence began: of the first stretch, and of the one half an hour later."""
    folder = tmp_path_factory.mktemp("timing")
    tape = folder / "tape.raw"
    done = subprocess.run(
        [sys.executable, "-m", "tests.voice.timing_child", str(folder), str(ROOT / "assets" / "sounds")],
        cwd=ROOT,
        env=os.environ | {"SDL_AUDIODRIVER": "disk", "SDL_DISKAUDIOFILE": str(tape)},
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout.splitlines()[-1])
    times = [moment for moment, _ in report["lengths"]]
    sizes = [size for _, size in report["lengths"]]
    heard = [times[bisect_left(sizes, byte + 1)] for byte in onsets(tape.read_bytes())]
    return [
        [late_s(moment - report["began"] + stretch["leapt"]) for moment in heard if in_it(moment, stretch)]
        for stretch in report["stretches"]
    ]


def in_it(moment: float, stretch: dict[str, float]) -> bool:
    return stretch["from"] <= moment <= stretch["to"] - 0.3


def late_s(passed_s: float) -> float:
    """From the nearest moment of the session's own, in seconds; below 0 if early."""
    nearest = min(expected_ms(), key=lambda ms: abs(ms / 1000 - passed_s))
    return passed_s - nearest / 1000


@pytest.mark.parametrize("stretch", [0, 1], ids=["at the start", "after half an hour of stalls"])
def test_each_sentence_begins_within_150_ms_of_its_moment(measured, stretch):
    late = measured[stretch]
    # "1. Up." at 0 s, "Hold." at 2 and "Down." at 3 of each 5 s.
    assert len(late) >= 3
    assert max(map(abs, late)) <= WITHIN_S, late

import math
import subprocess
import sys
import wave
from array import array
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from app.core.ports import CHIMES, ChimeName

TOOL = Path(__file__).parents[2] / "tools" / "make_chimes.py"
FULL_SCALE = 32_767

# Where each note of a chime sounds alone, in seconds, and its pitch in Hz (A4 = 440, equal temperament).
MELODIES = {
    "ready": [(0.10, 392.00)],
    "start": [(0.05, 523.25), (0.40, 783.99)],
    "switch": [(0.05, 659.26), (0.26, 523.25), (0.50, 659.26)],
    "finish": [(0.05, 523.25), (0.25, 659.26), (0.41, 783.99), (0.75, 1046.50)],
    "beat": [(0.03, 523.25)],
}
PITCHES = sorted({pitch for melody in MELODIES.values() for _, pitch in melody})


def read(sounds: Path, name: ChimeName) -> list[int]:
    with wave.open(str(sounds / f"{name}.wav")) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (44_100, 1, 2)
        samples = array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        samples.byteswap()
    return list(samples)


def loudest_pitch(samples: list[int], at: float) -> float:
    """Of PITCHES, the one with the most energy in the 60 ms from `at` on."""
    window = samples[round(44_100 * at) : round(44_100 * (at + 0.06))]

    def energy(hertz: float) -> float:
        turns = [2 * math.pi * hertz * index / 44_100 for index in range(len(window))]
        real = sum(value * math.cos(turn) for value, turn in zip(window, turns, strict=True))
        imaginary = sum(value * math.sin(turn) for value, turn in zip(window, turns, strict=True))
        return math.hypot(real, imaginary)

    return max(PITCHES, key=energy)


def test_the_committed_chimes_are_what_the_script_makes(sounds: Path, tmp_path: Path):
    subprocess.run([sys.executable, str(TOOL), str(tmp_path)], check=True, timeout=30)
    assert {path.name for path in tmp_path.iterdir()} == {f"{name}.wav" for name in CHIMES}
    for name in CHIMES:
        assert (tmp_path / f"{name}.wav").read_bytes() == (sounds / f"{name}.wav").read_bytes()


@pytest.mark.parametrize("name", CHIMES)
def test_a_chime_is_short_and_neither_harsh_nor_clicking(sounds: Path, name: ChimeName):
    samples = read(sounds, name)
    if name == "beat":  # over long before the next, and a quarter of full scale: -12 dBFS
        assert 0.05 < len(samples) / 44_100 < 0.2
        assert 0.236 < max(map(abs, samples)) / FULL_SCALE < 0.265
    else:
        assert 0.3 < len(samples) / 44_100 < 1.2
        # -6 dBFS is half of full scale; half a dB either way is 0.473 to 0.531.
        assert 0.473 < max(map(abs, samples)) / FULL_SCALE < 0.531
    # A click is a jump: within the first and the last millisecond nothing exceeds 2 % of full scale.
    assert max(map(abs, samples[:44] + samples[-44:])) < 0.02 * FULL_SCALE
    # The steepest slope of a sine at 1,046.5 Hz and half of full scale is 0.5 × 2π × 1046.5 / 44100 = 0.075.
    assert max(abs(b - a) for a, b in pairwise(samples)) < 0.08 * FULL_SCALE


@pytest.mark.parametrize("name", CHIMES)
def test_a_chime_plays_its_own_melody(sounds: Path, name: ChimeName):
    samples = read(sounds, name)
    assert [loudest_pitch(samples, at) for at, _ in MELODIES[name]] == [pitch for _, pitch in MELODIES[name]]


def test_no_two_chimes_are_alike(sounds: Path):
    assert {len(melody) for melody in MELODIES.values()} == {1, 2, 3, 4}
    for one, other in combinations(CHIMES, 2):
        assert read(sounds, one) != read(sounds, other)

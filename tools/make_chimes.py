"""Makes the chimes and the beat of a test from sine tones: `python tools/make_chimes.py [FOLDER]`. No library."""

import math
import sys
import wave
from array import array
from pathlib import Path
from typing import NamedTuple

RATE = 44_100  # samples a second
PEAK = 0.5 * 32_767  # half of full scale: -6 dBFS
SOFT = {"beat": 0.5}  # of that: it comes every second, for minutes
ATTACK = 0.015  # s, long enough not to click
RELEASE = 0.05
DECAY = 4.0  # e-foldings a second


class Note(NamedTuple):
    """A tone that begins at `start` s and rings for `length` s."""

    hertz: float
    start: float
    length: float


# Equal temperament, A4 = 440 Hz. One note, a step up, there and back, a broken chord: told apart by shape.
G4, C5, E5, G5, C6 = 392.00, 523.25, 659.26, 783.99, 1046.50

CHIMES: dict[str, tuple[Note, ...]] = {
    "ready": (Note(G4, 0.0, 0.70),),
    "start": (Note(C5, 0.0, 0.20), Note(G5, 0.16, 0.55)),
    "switch": (Note(E5, 0.0, 0.22), Note(C5, 0.18, 0.22), Note(E5, 0.36, 0.44)),
    "finish": (Note(C5, 0.0, 0.24), Note(E5, 0.16, 0.24), Note(G5, 0.32, 0.24), Note(C6, 0.48, 0.68)),
    "beat": (Note(C5, 0.0, 0.12),),
}


def loudness(at: float, length: float) -> float:
    """The envelope of a note, 0 to 1: a soft rise, a bell's decay, a soft end; 0 at both ends."""
    rise = 0.5 - 0.5 * math.cos(math.pi * min(at / ATTACK, 1.0))
    fall = 0.5 - 0.5 * math.cos(math.pi * min((length - at) / RELEASE, 1.0))
    return rise * fall * math.exp(-DECAY * at)


def samples(notes: tuple[Note, ...], peak: float) -> "array[int]":
    """The notes mixed, the loudest sample at `peak`."""
    mixed = [0.0] * round(RATE * max(note.start + note.length for note in notes))
    for note in notes:
        first, count = round(RATE * note.start), round(RATE * note.length)
        for index in range(count):
            at = index / RATE
            mixed[first + index] += loudness(at, note.length) * math.sin(2 * math.pi * note.hertz * at)
    scale = peak / max(abs(value) for value in mixed)
    return array("h", (round(scale * value) for value in mixed))


def write(path: Path, notes: tuple[Note, ...], peak: float = PEAK) -> None:
    """Writes 16-bit mono. The same bytes on every machine."""
    sound = samples(notes, peak)
    if sys.byteorder == "big":
        sound.byteswap()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(sound.tobytes())


def make_chimes(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, notes in CHIMES.items():
        write(folder / f"{name}.wav", notes, PEAK * SOFT.get(name, 1.0))


if __name__ == "__main__":
    default = Path(__file__).parent.parent / "assets" / "sounds"
    make_chimes(Path(sys.argv[1]) if len(sys.argv) > 1 else default)

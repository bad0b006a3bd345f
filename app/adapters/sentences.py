"""Owns the sentences that were made into sound files, and how much room they take. Knows no cue and no player."""

import hashlib
import os
import wave
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from app.adapters.latest import Outcome
from app.adapters.voices import Command, Voice
from app.core.manner import Manner

LIMIT_BYTES = 32 * 1024 * 1024
"""About twelve minutes of speech: every routine that is followed these days."""

Run = Callable[[Command], Outcome]


class Wanted(Struct, frozen=True):
    """A sentence as it is to sound; `volume` from 0 to 1, to the nearest hundredth."""

    text: str
    volume: float
    manner: Manner = Manner()


class SentenceFiles:
    """WAV files in a folder of their own, named after all that makes them sound as they do.

    What was not wanted for longest is deleted first. The folder may be deleted at any time.
    """

    def __init__(self, folder: Path, limit_bytes: int = LIMIT_BYTES) -> None:
        self._folder = folder
        self._limit_bytes = limit_bytes

    def path(self, voice: Voice, wanted: Wanted) -> Path:
        key = (
            voice.name,
            wanted.manner.voice,
            f"{wanted.manner.speed:.2f}",
            round(100 * wanted.volume),
            wanted.text,
        )
        return self._folder / f"{hashlib.sha256(repr(key).encode()).hexdigest()[:32]}.wav"

    def find(self, voice: Voice, wanted: Wanted) -> Path | None:
        """The file, if it was made before; it then counts as wanted just now."""
        path = self.path(voice, wanted)
        try:
            os.utime(path)
        except OSError:
            return None
        return path

    def make(self, voice: Voice, wanted: Wanted, run: Run) -> Outcome:
        """Has `voice` write the file by the command that `run` gets, unless it is there already."""
        if self.find(voice, wanted) is not None:
            return Outcome(ok=True)
        path = self.path(voice, wanted)
        unfinished = path.with_suffix(f".{os.getpid()}.new")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            outcome = run(voice.render(wanted.text, wanted.volume, wanted.manner, unfinished))
            if outcome.ok and not _has_sound(unfinished):
                return Outcome(ok=False, why=outcome.why or "it wrote no sound")
            if outcome.ok:
                unfinished.replace(path)
            return outcome
        except OSError as error:
            return Outcome(ok=False, why=str(error))
        finally:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)

    def tidy(self) -> None:
        """Deletes what is too much, and what a crash left unfinished. Never raises."""
        with suppress(OSError):
            files = sorted(((entry.stat(), Path(entry.path)) for entry in os.scandir(self._folder)), key=_age)
            room = self._limit_bytes
            for status, path in files:
                room -= status.st_size
                if room < 0 or path.suffix == ".new":
                    path.unlink(missing_ok=True)


def _age(file: tuple[os.stat_result, Path]) -> float:
    return -file[0].st_mtime


def _has_sound(path: Path) -> bool:
    """Whether it is a WAV with something in it. The length in the header of a stream may be made up."""
    try:
        with wave.open(str(path), "rb") as file:
            return bool(file.readframes(1))
    except (OSError, EOFError, wave.Error):
        return False

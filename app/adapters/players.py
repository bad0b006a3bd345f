"""Owns playing a WAV by the platform's own player, for the terminal without Kivy. Knows no cue and no voice."""

import shutil
import sys
import wave
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Protocol

from msgspec import Struct

from app.adapters.fallback import Fallback
from app.adapters.latest import LatestWins, Outcome, Turn
from app.core.ports import Chime, ChimeName, Health

_LIMIT = 4.0  # s for a chime of at most 1.2: a player that takes longer hangs
_SENTENCE_LIMIT = 60.0  # s for a sentence of at most 500 characters
_PROBE = 0.2  # s that a player has to refuse a silent chime; one that is still at it works
_GRACE = 1.5  # s that close() lets the last chime ring


class Player(Struct, frozen=True):
    """A program that plays the WAV named after `argv`."""

    argv: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.argv[0]

    def is_installed(self) -> bool:
        return shutil.which(self.argv[0]) is not None


PLAYERS = (Player(("pw-play",)), Player(("paplay",)), Player(("aplay", "-q")), Player(("afplay",)))


class SentencePlayer(Protocol):
    """Plays sentences from sound files, one at a time: the newest ends the older. Returns at once; never raises."""

    @property
    def works(self) -> bool: ...

    def play(self, path: Path, on_failure: Callable[[], None]) -> None:
        """`on_failure` is called, from any thread, if nobody could play it."""

    def stop(self) -> None: ...

    def close(self) -> None: ...


class File(Struct, frozen=True):
    """One file to play, and whom to tell if it cannot be."""

    path: Path
    on_failure: Callable[[], None]


class ProcessPlayer:
    """Plays each file by a child process. close() lets the last one go on for `last_words` seconds."""

    def __init__(self, players: Sequence[Player], last_words: float = 0.0) -> None:
        self._players = Fallback("sound", players)
        self._last_words = last_words
        self._worker = LatestWins("soleus-player", self._serve)

    @property
    def works(self) -> bool:
        return self._players.health().works

    def play(self, path: Path, on_failure: Callable[[], None]) -> None:
        self._worker.put(File(path, on_failure))

    def stop(self) -> None:
        self._worker.clear()

    def close(self) -> None:
        self._worker.close(self._last_words)

    def _serve(self, file: File, turn: Turn) -> None:
        outcome = Outcome(ok=False)

        def attempt(player: Player) -> Outcome:
            nonlocal outcome
            outcome = turn.run((*player.argv, str(file.path)), limit=_SENTENCE_LIMIT)
            return outcome

        self._players.ask(attempt, turn)
        if not (outcome.ok or turn.over or outcome.hung):
            file.on_failure()


class NoPlayer:
    """Plays nothing, so that sentences are spoken as they come."""

    works = False

    def play(self, path: Path, on_failure: Callable[[], None]) -> None:
        del path
        on_failure()

    def stop(self) -> None:
        pass

    def close(self) -> None:
        pass


class Ring(Struct, frozen=True):
    """One chime to play, `volume` from 0 to 1."""

    name: ChimeName
    volume: float


class SoftCopies:
    """Quieter copies of the chimes in a folder of their own, since not every player has a volume."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._copies: TemporaryDirectory[str] | None = None
        self._lock = Lock()
        self._closed = False

    def at(self, ring: Ring) -> Path:
        """The file to play, its volume to the nearest hundredth. Raises OSError, EOFError or wave.Error."""
        source = self._folder / f"{ring.name}.wav"
        percent = round(100 * min(max(ring.volume, 0.0), 1.0))
        if percent == 100:
            return source
        with self._lock:
            copy = self._open() / f"{ring.name}-{percent}.wav"
            if not copy.exists():
                write_scaled(source, copy, percent / 100)
            return copy

    def close(self) -> None:
        with self._lock:
            self._closed = True
            copies, self._copies = self._copies, None
            if copies is not None:
                copies.cleanup()

    def _open(self) -> Path:
        if self._closed:
            raise OSError("the sounds are closed")
        if self._copies is None:
            self._copies = TemporaryDirectory(prefix="soleus-", ignore_cleanup_errors=True)
        return Path(self._copies.name)


class ProcessChime:
    """Plays by a child process per chime; a new chime ends the older. close() lets the last one ring out."""

    def __init__(self, folder: Path, players: Sequence[Player] = PLAYERS) -> None:
        self._copies = SoftCopies(folder)
        self._players = Fallback("sound", players)
        self._worker = LatestWins("soleus-chime", self._serve)

    def play(self, name: ChimeName, volume: float) -> None:
        if volume > 0:
            self._worker.put(Ring(name, volume))

    def health(self) -> Health:
        """Plays a silent chime first if nothing was ever played: takes up to 0.2 s a player that hangs."""
        if not self._players.has_worked:
            turn = Turn()
            self._players.ask(lambda player: self._probe(player, turn), turn)
        return self._players.health()

    def close(self) -> None:
        self._worker.close(_GRACE)
        self._copies.close()

    def _serve(self, ring: Ring, turn: Turn) -> None:
        self._players.ask(lambda player: self._run(player, ring, turn, _LIMIT), turn)

    def _run(self, player: Player, ring: Ring, turn: Turn, limit: float) -> Outcome:
        try:
            path = self._copies.at(ring)
        except (OSError, EOFError, wave.Error) as error:
            return Outcome(ok=False, why=f"{ring.name}.wav: {error}")
        return turn.run((*player.argv, str(path)), limit=limit)

    def _probe(self, player: Player, turn: Turn) -> Outcome:
        outcome = self._run(player, Ring("start", 0.0), turn, _PROBE)
        return Outcome(ok=True) if outcome.hung else outcome


class WindowsChime:
    """Plays through `start_playing` (winsound), which returns at once and ends the chime before."""

    def __init__(self, folder: Path, start_playing: Callable[[Path], None]) -> None:
        self._copies = SoftCopies(folder)
        self._start_playing = start_playing
        self._why = ""

    def play(self, name: ChimeName, volume: float) -> None:
        if volume <= 0:
            return
        try:
            self._start_playing(self._copies.at(Ring(name, volume)))
            self._why = ""
        except (OSError, EOFError, RuntimeError, wave.Error) as error:
            self._why = str(error)

    def health(self) -> Health:
        return Health("sound", works=not self._why, by="winsound", why=self._why)

    def close(self) -> None:
        self._copies.close()


def open_player(folder: Path) -> Chime | None:
    """The platform's own player; None if this machine has none."""
    if sys.platform == "win32":
        import winsound

        flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
        return WindowsChime(folder, lambda path: winsound.PlaySound(str(path), flags))
    installed = [player for player in PLAYERS if player.is_installed()]
    return ProcessChime(folder, installed) if installed else None


def open_sentence_player(last_words: float = 0.0) -> SentencePlayer:
    """The platform's own player for sentences. winsound knows one sound at a time and would cut off a chime."""
    installed = [player for player in PLAYERS if player.is_installed()]
    return ProcessPlayer(installed, last_words) if installed and sys.platform != "win32" else NoPlayer()


def write_scaled(source: Path, copy: Path, factor: float) -> None:
    """Writes the 16-bit WAV `source` to `copy`, every sample times `factor`."""
    with wave.open(str(source), "rb") as original:
        settings = original.getparams()
        samples = array("h", original.readframes(settings.nframes))
    if sys.byteorder == "big":
        samples.byteswap()
    softer = array("h", (round(factor * sample) for sample in samples))
    if sys.byteorder == "big":
        softer.byteswap()
    with wave.open(str(copy), "wb") as result:
        result.setparams(settings)
        result.writeframes(softer.tobytes())

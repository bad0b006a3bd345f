"""Owns speaking from sound files made ahead, so that a sentence starts on its moment. Knows no cue."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct, structs

from app.adapters.latest import LatestWins, Outcome, Turn
from app.adapters.players import SentencePlayer
from app.adapters.sentences import SentenceFiles, Wanted
from app.adapters.speech import ProcessSpeaker, open_live_speaker
from app.adapters.voices import Command, Voice, spoken, voices_of_this_platform
from app.core.manner import Manner, VoiceName
from app.core.ports import Health, Speaker

_AT_ONCE = 0.04  # s that a quick engine has for a sentence that nobody foresaw; it takes 0.01
_LIMIT = 20.0  # s for a sentence made ahead
_STRIKES = 3  # failures in a row after which the engine makes no more files
_NO_WINDOW = 0x08000000 if sys.platform == "win32" else 0  # CREATE_NO_WINDOW


class Batch(Struct, frozen=True):
    """Sentences to make ready, the soonest first."""

    wanted: tuple[Wanted, ...]


class PreparedSpeaker:
    """Plays sentences from files where there are any, and else has them said by the `live` speaker.

    Files are made by the first of `voices` that can, in a thread of its own; a quick one makes what nobody foresaw
    while one waits, for a few hundredths of a second at most.
    """

    def __init__(
        self, live: ProcessSpeaker, voices: Sequence[Voice], files: SentenceFiles, player: SentencePlayer
    ) -> None:
        self._live = live
        self._engine = next((voice for voice in voices if voice.writes and voice.is_installed()), None)
        self._files = files
        self._player = player
        self._manner = Manner()
        self._strikes = 0
        self._worker = LatestWins("soleus-sentences", self._serve)

    def adopt(self, manner: Manner) -> None:
        self._manner = manner
        self._live.adopt(manner)

    def say(self, text: str, volume: float) -> None:
        wanted = self._wanted(text, volume)
        if not wanted.text or wanted.volume <= 0:
            self.hush()
            return
        path = None
        if self._makes_files and self._player.works and self._engine is not None:
            path = self._files.find(self._engine, wanted)
            if path is None and self._engine.quick and self._make(self._engine, wanted, _run_at_once).ok:
                path = self._files.find(self._engine, wanted)
        if path is None:
            self._player.stop()
            self._live.say(text, volume)
        else:
            self._live.hush()
            self._player.play(path, lambda: self._live.say(text, volume))

    def prepare(self, texts: Sequence[str], volume: float) -> None:
        if self._makes_files and volume > 0:
            self._worker.put(Batch(tuple(self._wanted(text, volume) for text in texts)))

    def hush(self) -> None:
        self._player.stop()
        self._live.hush()

    def list_voices(self, answer: Callable[[tuple[VoiceName, ...]], None]) -> None:
        self._live.list_voices(answer)

    def health(self) -> Health:
        if self._engine is not None and self._makes_files and self._player.works:
            return Health("voice", works=True, by=self._engine.name)
        return self._live.health()

    def close(self) -> None:
        self._worker.close()
        self._player.close()
        self._live.close()

    @property
    def _makes_files(self) -> bool:
        return self._engine is not None and self._strikes < _STRIKES

    def _wanted(self, text: str, volume: float) -> Wanted:
        return Wanted(spoken(text), min(volume, 1.0), self._manner)

    def _make(self, voice: Voice, wanted: Wanted, run: Callable[[Command], Outcome]) -> Outcome:
        outcome = self._files.make(voice, wanted, run)
        if outcome.ok:
            self._strikes = 0
        elif not outcome.cut:
            self._strikes += 1
            if wanted.manner.voice:  # this machine may not have it any more
                self.adopt(structs.replace(self._manner, voice=""))
        return outcome

    def _serve(self, batch: Batch, turn: Turn) -> None:
        for wanted in batch.wanted:
            if turn.over or self._engine is None or not self._makes_files:
                return
            if wanted.text:
                self._make(self._engine, wanted, lambda command: _run_in(turn, command))
        self._files.tidy()


def _run_in(turn: Turn, command: Command) -> Outcome:
    return turn.run(command.argv, command.text, limit=_LIMIT, env=command.env)


def _run_at_once(command: Command) -> Outcome:
    """As a turn does, without its looks every 20 ms: here somebody waits. A stop for lack of time is no failure."""
    try:
        done = subprocess.run(
            command.argv,
            input=command.text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env={**os.environ, **command.env},
            timeout=_AT_ONCE,
            check=False,
            creationflags=_NO_WINDOW,
        )
    except subprocess.TimeoutExpired:
        return Outcome(ok=False, why="it takes too long", cut=True)
    except (OSError, ValueError) as error:
        return Outcome(ok=False, why=str(error))
    return Outcome(ok=done.returncode == 0, why=done.stderr.decode("utf-8", "replace").strip()[-200:])


def open_speaker(folder: Path, player: SentencePlayer, last_words: float = 0.0) -> Speaker:
    """The speaker of this machine, its files in `folder`; `last_words` seconds are left to it when it closes.

    Costs nothing until it speaks.
    """
    live = open_live_speaker(last_words)
    return PreparedSpeaker(live, voices_of_this_platform(), SentenceFiles(folder), player)

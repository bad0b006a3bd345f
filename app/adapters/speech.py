"""Owns saying a sentence through the first speech engine that works. Knows no cue and no setting."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from threading import Thread

from msgspec import Struct, structs

from app.adapters.fallback import Fallback
from app.adapters.latest import LatestWins, Outcome, Turn
from app.adapters.voices import Voice, spoken, voices_of_this_platform
from app.core.manner import Manner, VoiceName
from app.core.ports import Health

_PATIENCE = 5.0  # s for an engine to start, on top of the time that the sentence takes
_SLOWEST = 0.2  # s a character
_HUSH_LIMIT = 1.0
_LISTING_LIMIT = 5.0
_NO_WINDOW = 0x08000000 if sys.platform == "win32" else 0  # CREATE_NO_WINDOW


class Sentence(Struct, frozen=True):
    """What to say, `volume` from 0 to 1. An empty text only silences."""

    text: str
    volume: float = 0.0


class ProcessSpeaker:
    """Speaks by a child process per sentence; the newest sentence ends the older.

    An engine that fails passes the sentence to the next one; after three failures in a row it is left alone.
    close() falls silent, or lets the last sentence go on for `last_words` seconds.
    """

    def __init__(self, voices: Sequence[Voice], last_words: float = 0.0) -> None:
        self._engines = tuple(voices)
        self._voices = Fallback("voice", voices)
        self._last_words = last_words
        self._speaking: Voice | None = None
        self._manner = Manner()
        self._worker = LatestWins("soleus-speech", self._serve)

    def adopt(self, manner: Manner) -> None:
        self._manner = manner

    def say(self, text: str, volume: float) -> None:
        plain = spoken(text)
        if plain and volume > 0:
            self._worker.put(Sentence(plain, min(volume, 1.0)))
        else:
            self.hush()

    def prepare(self, texts: Sequence[str], volume: float) -> None:
        """Does nothing: this speaker speaks as it goes."""

    def list_voices(self, answer: Callable[[tuple[VoiceName, ...]], None]) -> None:
        """Asks the first engine that is installed, in a thread of its own."""
        engine = next((voice for voice in self._engines if voice.listing and voice.is_installed()), None)
        if engine is None:
            answer(())
        else:
            Thread(target=_list, args=(engine, answer), name="soleus-voices", daemon=True).start()

    def hush(self) -> None:
        self._worker.clear()
        if self._speaking is not None and self._speaking.hush:
            self._worker.put(Sentence(""))

    def health(self) -> Health:
        return self._voices.health()

    def close(self) -> None:
        if not self._last_words:
            self.hush()
        self._worker.close(self._last_words or _HUSH_LIMIT)

    def _serve(self, sentence: Sentence, turn: Turn) -> None:
        if sentence.text:
            self._voices.ask(lambda voice: self._speak(voice, sentence, turn), turn)
        elif self._speaking is not None:
            turn.run(self._speaking.hush, limit=_HUSH_LIMIT)

    def _speak(self, voice: Voice, sentence: Sentence, turn: Turn) -> Outcome:
        self._speaking = voice
        outcome = self._run(voice, sentence, self._manner, turn)
        if self._manner.voice and not (outcome.ok or outcome.cut or outcome.hung):  # it may be gone by now
            self._manner = structs.replace(self._manner, voice="")
            outcome = self._run(voice, sentence, self._manner, turn)
        if outcome.ok and voice.refusal and outcome.why.lower().startswith(voice.refusal):
            return Outcome(ok=False, why=outcome.why)
        return outcome

    def _run(self, voice: Voice, sentence: Sentence, manner: Manner, turn: Turn) -> Outcome:
        command = voice.order(sentence.text, sentence.volume, manner)
        limit = _PATIENCE + _SLOWEST * len(sentence.text) / manner.speed
        return turn.run(command.argv, command.text, limit=limit, env=command.env)


class SilentSpeaker:
    """Says nothing, and why."""

    def __init__(self, why: str = "the voice is off") -> None:
        self._why = why

    def adopt(self, manner: Manner) -> None:
        pass

    def say(self, text: str, volume: float) -> None:
        pass

    def prepare(self, texts: Sequence[str], volume: float) -> None:
        pass

    def list_voices(self, answer: Callable[[tuple[VoiceName, ...]], None]) -> None:
        answer(())

    def hush(self) -> None:
        pass

    def health(self) -> Health:
        return Health("voice", works=False, by="silence", why=self._why)

    def close(self) -> None:
        pass


def open_live_speaker(last_words: float = 0.0) -> ProcessSpeaker:
    """The speaker of this machine. Costs nothing until it speaks; `last_words` as in ProcessSpeaker."""
    return ProcessSpeaker(voices_of_this_platform(), last_words)


def _list(engine: Voice, answer: Callable[[tuple[VoiceName, ...]], None]) -> None:
    """Tells what the engine prints of its voices; none if it prints nothing that can be read."""
    try:
        done = subprocess.run(
            engine.listing,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_LISTING_LIMIT,
            check=False,
            creationflags=_NO_WINDOW,
        )
        answer(engine.read_listing(done.stdout.decode("utf-8", "replace")))
    except (OSError, ValueError, subprocess.TimeoutExpired):
        answer(())

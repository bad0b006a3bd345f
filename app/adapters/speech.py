"""Owns saying a sentence through the first speech engine that works. Knows no cue and no setting."""

from collections.abc import Sequence

from msgspec import Struct

from app.adapters.fallback import Fallback
from app.adapters.latest import LatestWins, Outcome, Turn
from app.adapters.voices import Voice, spoken, voices_of_this_platform
from app.core.ports import Health, Speaker

_PATIENCE = 5.0  # s for an engine to start, on top of the time that the sentence takes
_SLOWEST = 0.2  # s a character
_HUSH_LIMIT = 1.0


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
        self._voices = Fallback("voice", voices)
        self._last_words = last_words
        self._speaking: Voice | None = None
        self._worker = LatestWins("soleus-speech", self._serve)

    def say(self, text: str, volume: float) -> None:
        plain = spoken(text)
        if plain and volume > 0:
            self._worker.put(Sentence(plain, min(volume, 1.0)))
        else:
            self.hush()

    def prepare(self, texts: Sequence[str]) -> None:
        """Does nothing: this speaker speaks as it goes."""

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
        command = voice.order(sentence.text, sentence.volume)
        limit = _PATIENCE + _SLOWEST * len(sentence.text)
        outcome = turn.run(command.argv, command.text, limit=limit, env=command.env)
        if outcome.ok and voice.refusal and outcome.why.lower().startswith(voice.refusal):
            return Outcome(ok=False, why=outcome.why)
        return outcome


class SilentSpeaker:
    """Says nothing, and why."""

    def __init__(self, why: str = "the voice is off") -> None:
        self._why = why

    def say(self, text: str, volume: float) -> None:
        pass

    def prepare(self, texts: Sequence[str]) -> None:
        pass

    def hush(self) -> None:
        pass

    def health(self) -> Health:
        return Health("voice", works=False, by="silence", why=self._why)

    def close(self) -> None:
        pass


def open_speaker(last_words: float = 0.0) -> Speaker:
    """The speaker of this machine. Costs nothing until it speaks; `last_words` as in ProcessSpeaker."""
    return ProcessSpeaker(voices_of_this_platform(), last_words)

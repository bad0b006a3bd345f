"""Owns the choice of what plays the chimes, and the window's own player. Knows no cue."""

import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from app.adapters.players import SentencePlayer, open_player, open_sentence_player
from app.core.ports import CHIMES, Chime, ChimeName, Health

_KEPT = 12  # sentences that stay loaded: "three", "two", "one" come again and again

log = logging.getLogger(__name__)


class Sound(Protocol):
    """What is used of a Kivy sound."""

    length: float
    volume: float

    def play(self) -> object: ...

    def stop(self) -> object: ...

    def unload(self) -> object: ...


LoadSound = Callable[[str], Sound | None]


class KivyChime:
    """The chimes through Kivy's mixer, all loaded when this is made.

    Make it before `kivy.core.window` is imported: with PulseAudio or PipeWire the first sound loaded after it
    freezes the app for ever (kivy#9023). Made later it refuses to load, and stays silent.
    """

    def __init__(self, folder: Path, load: LoadSound | None = None) -> None:
        self._sounds: dict[ChimeName, Sound] = {}
        self._why = ""
        if load is None and "kivy.core.window" in sys.modules:
            self._why = "the sounds must be loaded before the window"
            return
        try:
            with _quiet_libraries():
                self._load_all(folder, load or _kivy_loader())
        except Exception as error:  # audio providers raise what they like
            self._why = f"the sounds could not be loaded: {error}"

    def play(self, name: ChimeName, volume: float) -> None:
        sound = self._sounds.get(name)
        if sound is None or volume <= 0 or self._why:
            return
        try:
            sound.stop()
            sound.volume = min(volume, 1.0)
            sound.play()
        except Exception as error:  # as above
            self._why = f"the sound could not be played: {error}"

    def health(self) -> Health:
        return Health("sound", works=not self._why, by="Kivy", why=self._why)

    def close(self) -> None:
        sounds, self._sounds = self._sounds, {}
        for sound in sounds.values():
            try:
                sound.stop()
                sound.unload()
            except Exception as error:  # as above
                self._why = f"the sound could not be closed: {error}"

    def _load_all(self, folder: Path, load: LoadSound) -> None:
        for name in CHIMES:
            sound = load(str(folder / f"{name}.wav"))
            if sound is None:
                self._why = f"{name}.wav could not be loaded"
                return
            if sound.length <= 0:  # how Kivy says that there is no device: no error, and nothing to hear
                self._why = "there is no sound device"
                return
            self._sounds[name] = sound


class KivyPlayer:
    """Plays sentences through Kivy's mixer, on the window's own thread.

    The mixer must be open: a KivyChime that works has opened it before the window (kivy#9023).
    """

    def __init__(self, load: LoadSound | None = None) -> None:
        self._load = load
        self._sounds: dict[Path, Sound] = {}
        self._playing: Sound | None = None
        self.works = True

    def play(self, path: Path, on_failure: Callable[[], None]) -> None:
        self.stop()
        try:
            sound = self._loaded(path)
            if sound is not None:
                sound.play()
                self._playing = sound
                return
        except Exception:  # audio providers raise what they like
            log.exception("a sentence could not be played")
        self.works = False
        on_failure()

    def stop(self) -> None:
        playing, self._playing = self._playing, None
        if playing is not None:
            with suppress(Exception):
                playing.stop()

    def close(self) -> None:
        self.stop()
        while self._sounds:
            self._forget_oldest()

    def _loaded(self, path: Path) -> Sound | None:
        """The sound, kept for the next time; the one that was not wanted for longest goes."""
        sound = self._sounds.pop(path, None)
        if sound is None:
            self._load = self._load or _kivy_loader()
            sound = self._load(str(path))
            if sound is None or sound.length <= 0:
                return None
        self._sounds[path] = sound
        if len(self._sounds) > _KEPT:
            self._forget_oldest()
        return sound

    def _forget_oldest(self) -> None:
        with suppress(Exception):
            self._sounds.pop(next(iter(self._sounds))).unload()


class SilentChime:
    """Plays nothing, and says why."""

    def __init__(self, why: str = "sounds are off") -> None:
        self._why = why

    def play(self, name: ChimeName, volume: float) -> None:
        pass

    def health(self) -> Health:
        return Health("sound", works=False, by="silence", why=self._why)

    def close(self) -> None:
        pass


def open_window_chime(folder: Path) -> Chime:
    """Kivy's mixer if it has a device, else as in the terminal. Call it before the window is imported."""
    chime = KivyChime(folder)
    if chime.health().works:
        return chime
    return open_player(folder) or SilentChime(chime.health().why)


def open_window_player(chime: Chime) -> SentencePlayer:
    """What plays sentences in the window: the mixer of its chimes or, if that is closed, a program."""
    return KivyPlayer() if isinstance(chime, KivyChime) else open_sentence_player()


def open_terminal_chime(folder: Path) -> Chime:
    """The platform's own command-line player, without Kivy; silence where there is none."""
    return open_player(folder) or SilentChime("none of pw-play, paplay, aplay, afplay is installed")


def _kivy_loader() -> LoadSound:
    from kivy.core.audio import SoundLoader

    load: LoadSound = SoundLoader.load
    return load


@contextmanager
def _quiet_libraries() -> Iterator[None]:
    """Takes in what C libraries write to stderr: ALSA says eight lines where there is no sound device."""
    try:
        stderr = os.dup(2)
    except OSError:  # there is no stderr, so nobody reads it
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(stderr, 2)
        os.close(stderr)
        os.close(nowhere)

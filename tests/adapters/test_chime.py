import os
import subprocess
import sys
import wave
from array import array
from collections.abc import Callable
from pathlib import Path

import pytest

from app.adapters.chime import KivyChime, SilentChime, open_terminal_chime, open_window_chime
from app.adapters.players import Player, ProcessChime, WindowsChime, write_scaled
from app.core.ports import CHIMES
from tests.adapters.machine import children, wait_until, write_program

ROOT = Path(__file__).parents[2]


class FakeSound:
    """A Kivy sound that keeps a diary."""

    def __init__(self, length: float = 0.7) -> None:
        self.length, self.volume = length, 1.0
        self.diary: list[str] = []

    def play(self) -> None:
        self.diary.append(f"play {self.volume:g}")

    def stop(self) -> None:
        self.diary.append("stop")

    def unload(self) -> None:
        self.diary.append("unload")


def run_kivy(sounds: Path, script: str, audio: str) -> str:
    """The output of `script`, in a Python of its own: here Kivy's window may be imported already."""
    start = (
        "import sys; from pathlib import Path; from app.adapters.chime import KivyChime, open_window_chime;"
        f"sounds = Path({str(sounds)!r});"
    )
    result = subprocess.run(
        [sys.executable, "-c", start + script],
        env=os.environ | {"SDL_AUDIODRIVER": audio},
        cwd=ROOT,
        check=True,
        timeout=20,
        capture_output=True,
        text=True,
    )
    return result.stdout.strip()


def test_all_chimes_are_loaded_before_they_are_needed(sounds: Path):
    loaded: list[str] = []
    KivyChime(sounds, lambda source: loaded.append(source) or FakeSound())
    assert loaded == [str(sounds / f"{name}.wav") for name in CHIMES]


def test_a_chime_that_plays_already_starts_again_at_its_own_volume(sounds: Path):
    made = [FakeSound() for _ in CHIMES]
    queue = iter(made)
    chime = KivyChime(sounds, lambda source: next(queue))
    chime.play("ready", 0.5)
    chime.play("ready", 7)
    chime.play("ready", 0)
    assert made[0].diary == ["stop", "play 0.5", "stop", "play 1"]
    chime.close()
    chime.play("ready", 1)
    assert made[0].diary[4:] == ["stop", "unload"]


@pytest.mark.parametrize(
    ("sound", "why"),
    [(FakeSound(length=0), "there is no sound device"), (None, "ready.wav could not be loaded")],
)
def test_a_mixer_that_plays_nothing_is_noticed(sounds: Path, sound: FakeSound | None, why: str):
    chime = KivyChime(sounds, lambda source: sound)
    chime.play("ready", 1)
    assert (chime.health().works, chime.health().why) == (False, why)


def test_a_mixer_that_raises_falls_silent(sounds: Path):
    class Broken(FakeSound):
        def play(self) -> None:
            raise OSError("unplugged")

    chime = KivyChime(sounds, lambda source: Broken())
    chime.play("start", 1)
    assert chime.health().why == "the sound could not be played: unplugged"


def test_kivys_own_mixer_loads_and_plays_without_the_window(sounds: Path):
    script = (
        "chime = open_window_chime(sounds); chime.play('start', 0.5); chime.play('start', 0.5);"
        "print(type(chime).__name__, chime.health().works, chime._sounds['start'].state,"
        "round(chime._sounds['finish'].length, 2), 'kivy.core.window' in sys.modules); chime.close()"
    )
    assert run_kivy(sounds, script, audio="dummy") == "KivyChime True play 1.16 False"


def test_kivys_mixer_without_a_device_says_so(sounds: Path):
    script = "chime = KivyChime(sounds); chime.play('start', 1); print(chime.health().why); chime.close()"
    assert run_kivy(sounds, script, audio="nonexistent") == "there is no sound device"


def test_chimes_refuse_to_load_after_the_window(sounds: Path, monkeypatch: pytest.MonkeyPatch):
    # Loading now would freeze the app for ever under PulseAudio (kivy#9023).
    monkeypatch.setitem(sys.modules, "kivy.core.window", object())
    assert KivyChime(sounds).health().why == "the sounds must be loaded before the window"


@pytest.fixture
def player(tmp_path: Path) -> Callable[[str], Player]:
    """Makes a player whose script finds the WAV in $1 and a log in $LOG."""

    def make(body: str, name: str = "player") -> Player:
        program = write_program(tmp_path / name, f'LOG="{tmp_path / "log"}"\n{body}')
        return Player((str(program),))

    return make


def log_of(folder: Path) -> list[str]:
    log = folder / "log"
    return log.read_text().splitlines() if log.exists() else []


def test_a_player_gets_the_chime_as_its_file(sounds: Path, tmp_path: Path, player: Callable[..., Player]):
    chime = ProcessChime(sounds, [player('echo "$1" >> "$LOG"')])
    chime.play("switch", 1)
    assert wait_until(lambda: log_of(tmp_path) == [str(sounds / "switch.wav")])
    chime.close()


def test_a_player_gets_a_softer_copy_that_close_removes(
    sounds: Path, tmp_path: Path, player: Callable[..., Player]
):
    chime = ProcessChime(sounds, [player('cp "$1" "$LOG.wav"; echo "$1" >> "$LOG"')])
    chime.play("switch", 0.25)
    assert wait_until(lambda: log_of(tmp_path))
    chime.close()
    with wave.open(str(tmp_path / "log.wav")) as copy:
        peak = max(map(abs, array("h", copy.readframes(copy.getnframes()))))
    # The chimes peak at half of full scale: 0.25 × 16,383 = 4,096.
    assert peak == pytest.approx(4096, abs=2)
    assert not Path(log_of(tmp_path)[0]).exists()


def test_a_new_chime_ends_the_one_before(sounds: Path, tmp_path: Path, player: Callable[..., Player]):
    body = 'case "$1" in *ready*) echo begun >> "$LOG"; sleep 3; echo late >> "$LOG";; *) echo start >> "$LOG";; esac'
    chime = ProcessChime(sounds, [player(body)])
    chime.play("ready", 1)
    assert wait_until(lambda: log_of(tmp_path) == ["begun"])
    chime.play("start", 1)
    assert wait_until(lambda: log_of(tmp_path) == ["begun", "start"], limit=2)
    chime.close()


def test_a_player_without_a_device_hands_over_to_the_next(
    sounds: Path, tmp_path: Path, player: Callable[..., Player]
):
    broken = player("echo Connection refused >&2; exit 1", "broken")
    chime = ProcessChime(sounds, [broken, player('echo "$1" >> "$LOG"')])
    chime.play("ready", 1)
    assert wait_until(lambda: log_of(tmp_path))
    chime.close()


def test_health_tries_a_player_that_was_never_heard(sounds: Path, player: Callable[..., Player]):
    before = children()
    works = ProcessChime(sounds, [player("sleep 3")])
    assert works.health().works
    refuses = ProcessChime(sounds, [player("echo Connection refused >&2; exit 1", "broken")])
    assert not refuses.health().works
    assert refuses.health().why.endswith("broken: Connection refused")
    assert children() <= before
    works.close()
    refuses.close()


def test_a_chime_without_its_file_is_silent_and_says_so(tmp_path: Path, player: Callable[..., Player]):
    chime = ProcessChime(tmp_path / "nowhere", [player("true")])
    chime.play("ready", 0.5)
    assert "No such file" in chime.health().why
    chime.close()


def test_winsound_gets_the_file_and_its_failure_is_kept(sounds: Path):
    played: list[Path] = []
    chime = WindowsChime(sounds, played.append)
    chime.play("finish", 1)
    chime.play("finish", 0)
    assert played == [sounds / "finish.wav"]

    def refuse(path: Path) -> None:
        raise RuntimeError("Failed to play sound")

    silent = WindowsChime(sounds, refuse)
    silent.play("finish", 1)
    assert silent.health().why == "Failed to play sound"


def test_the_terminal_takes_the_first_player_installed(
    sounds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PATH", str(tmp_path))
    silent = open_terminal_chime(sounds)
    assert isinstance(silent, SilentChime)
    assert "paplay" in silent.health().why
    write_program(tmp_path / "aplay", "exit 0")
    chime = open_terminal_chime(sounds)
    assert chime.health().by == "aplay"
    chime.close()


def test_the_window_falls_back_on_a_player(sounds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "kivy.core.window", object())
    monkeypatch.setenv("PATH", str(tmp_path))
    assert open_window_chime(sounds).health().why == "the sounds must be loaded before the window"
    write_program(tmp_path / "paplay", "exit 0")
    chime = open_window_chime(sounds)
    assert (chime.health().works, chime.health().by) == (True, "paplay")
    chime.close()


def test_a_softer_copy_keeps_its_length_and_rate(sounds: Path, tmp_path: Path):
    write_scaled(sounds / "ready.wav", tmp_path / "soft.wav", 0.5)
    with wave.open(str(sounds / "ready.wav")) as full, wave.open(str(tmp_path / "soft.wav")) as soft:
        assert soft.getparams() == full.getparams()

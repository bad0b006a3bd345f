import threading
import wave
from array import array
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest

from app.adapters.speech import ProcessSpeaker, open_speaker
from app.adapters.voices import (
    Voice,
    espeak_voice,
    mac_voice,
    plyer_voice,
    spd_say_voice,
    spoken,
    windows_voice,
)
from tests.adapters.machine import children, wait_until, write_program

MakeVoice = Callable[..., Voice]


@pytest.fixture
def log(tmp_path: Path) -> Callable[[], list[str]]:
    """The lines that fake engines wrote."""
    path = tmp_path / "log"
    return lambda: path.read_text().splitlines() if path.exists() else []


@pytest.fixture
def fake_voice(tmp_path: Path) -> MakeVoice:
    """An espeak-ng that is a script: $TEXT is what it was told, $LOG where it writes."""

    def make(body: str, name: str = "fake") -> Voice:
        start = f'LOG="{tmp_path / "log"}"\nTEXT=$(cat)\n'
        return espeak_voice([str(write_program(tmp_path / name, start + body))])

    return make


def loudness(path: Path) -> float:
    with wave.open(str(path)) as file:
        samples = array("h", file.readframes(file.getnframes()))
    return sum(map(abs, samples)) / len(samples)


@pytest.mark.needs("espeak-ng")
def test_a_real_voice_says_the_sentence(tmp_path: Path):
    said = tmp_path / "said.wav"
    speaker = ProcessSpeaker([espeak_voice(["espeak-ng", "-w", str(said)])], last_words=5)
    speaker.say('-v "x"; $(ls): lean into the wall', 1.0)
    speaker.close()
    with wave.open(str(said)) as file:
        assert file.getnframes() / file.getframerate() > 1
    assert loudness(said) > 200
    assert speaker.health().works


@pytest.mark.needs("espeak-ng")
def test_a_real_voice_is_softer_at_half_volume(tmp_path: Path):
    for name, volume in (("loud.wav", 1.0), ("soft.wav", 0.5)):
        speaker = ProcessSpeaker([espeak_voice(["espeak-ng", "-w", str(tmp_path / name)])], last_words=5)
        speaker.say("hold", volume)
        speaker.close()
    assert loudness(tmp_path / "soft.wav") < 0.7 * loudness(tmp_path / "loud.wav")


@pytest.mark.needs("espeak-ng")
def test_a_real_voice_without_a_sound_device_neither_hangs_nor_prints(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    for name in ("ALSA_CONFIG_PATH", "PULSE_SERVER"):  # even where there is a device
        monkeypatch.setenv(name, "/nonexistent")
    speaker = ProcessSpeaker([espeak_voice()])
    began = monotonic()
    speaker.say("hold", 1.0)
    assert wait_until(lambda: not speaker.health().works)
    assert monotonic() - began < 5
    assert "error" in speaker.health().why.lower()
    speaker.close()
    assert capfd.readouterr() == ("", "")


def test_the_newest_sentence_wins(fake_voice: MakeVoice, log: Callable[[], list[str]]):
    slow = 'echo "begin $TEXT" >> "$LOG"; case "$TEXT" in first) sleep 5;; esac; echo "end $TEXT" >> "$LOG"'
    speaker = ProcessSpeaker([fake_voice(slow)], last_words=5)
    speaker.say("first", 1)
    assert wait_until(lambda: log() == ["begin first"])
    for number in range(50):
        speaker.say(f"sentence {number}", 1)
    speaker.say("last", 1)
    assert wait_until(lambda: "end last" in log(), limit=3)
    speaker.close()
    assert "end first" not in log()
    assert log()[-2:] == ["begin last", "end last"]


def test_hush_ends_the_sentence_and_the_one_waiting(fake_voice: MakeVoice, log: Callable[[], list[str]]):
    before = children()
    speaker = ProcessSpeaker([fake_voice('echo begin >> "$LOG"; sleep 5; echo end >> "$LOG"')])
    speaker.say("first", 1)
    assert wait_until(lambda: log() == ["begin"])
    speaker.hush()
    assert wait_until(lambda: children() <= before, limit=1)
    speaker.close()
    assert log() == ["begin"]


@pytest.mark.parametrize(("text", "volume"), [("", 1.0), (" \n\0 ", 1.0), ("quiet", 0.0)])
def test_nothing_to_say_silences(
    fake_voice: MakeVoice, log: Callable[[], list[str]], text: str, volume: float
):
    speaker = ProcessSpeaker([fake_voice('echo "begin $TEXT" >> "$LOG"; sleep 5')])
    before = children()
    speaker.say("first", 1)
    assert wait_until(lambda: log() == ["begin first"])
    speaker.say(text, volume)
    assert wait_until(lambda: children() <= before, limit=1)
    speaker.close()
    assert log() == ["begin first"]


def test_an_engine_that_fails_passes_the_sentence_on(fake_voice: MakeVoice, log: Callable[[], list[str]]):
    broken = fake_voice('echo broken >> "$LOG"; echo "no voice data" >&2; exit 1', "broken")
    speaker = ProcessSpeaker([broken, fake_voice('echo "$TEXT" >> "$LOG"', "works")], last_words=5)
    for sentence in ("one", "two", "three", "four"):
        speaker.say(sentence, 1)
        assert wait_until(lambda sentence=sentence: sentence in log())
    speaker.close()
    # After three failures in a row it is not asked a fourth time.
    assert log() == ["broken", "one", "broken", "two", "broken", "three", "four"]


def test_when_every_engine_fails_the_voice_is_silent_and_says_why(fake_voice: MakeVoice):
    speaker = ProcessSpeaker([fake_voice('echo "no voice data" >&2; exit 1')])
    for _ in range(3):
        speaker.say("hold", 1)
        assert wait_until(speaker._worker._is_idle)
    health = speaker.health()
    assert (health.works, health.why) == (False, "espeak-ng: no voice data")
    before = children()
    speaker.say("hold", 1)
    assert wait_until(speaker._worker._is_idle)
    assert children() <= before
    speaker.close()


def test_an_engine_that_hangs_is_given_up(fake_voice: MakeVoice, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("app.adapters.speech._PATIENCE", 0.1)
    monkeypatch.setattr("app.adapters.speech._SLOWEST", 0.0)
    speaker = ProcessSpeaker([fake_voice("sleep 60")])
    speaker.say("hold", 1)
    assert wait_until(lambda: not speaker.health().works)
    assert speaker.health().why == "espeak-ng: no end after 0.1 s"
    speaker.close()


def test_close_leaves_no_thread_and_no_child(fake_voice: MakeVoice):
    before = children()
    speaker = ProcessSpeaker([fake_voice("sleep 60")])
    speaker.say("hold", 1)
    assert wait_until(lambda: children() - before)
    speaker.close()
    assert children() <= before
    assert "soleus-speech" not in {thread.name for thread in threading.enumerate()}


def test_without_an_engine_health_names_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("PATH", str(tmp_path))
    speaker = open_speaker()
    speaker.say("hold", 1)
    health = speaker.health()
    assert not health.works
    assert "espeak-ng" in health.why
    speaker.close()


def test_opening_a_speaker_starts_nothing():
    before = children(), threading.active_count()
    speaker = open_speaker()
    assert (children(), threading.active_count()) == before
    speaker.close()


def test_spd_say_speaks_on_after_its_death_so_it_is_told_to_stop(
    tmp_path: Path, log: Callable[[], list[str]]
):
    program = write_program(tmp_path / "spd-say", f'echo "$@" >> "{tmp_path / "log"}"')
    speaker = ProcessSpeaker([spd_say_voice([str(program)])])
    speaker.say("-v x", 1)
    assert wait_until(log)
    speaker.hush()
    assert wait_until(lambda: len(log()) == 2)
    speaker.close()
    assert log()[:2] == ["--wait --volume 100 -- -v x", "--stop"]


def test_each_engine_is_told_the_volume_in_its_own_scale():
    assert spd_say_voice().order("hold", 0.25).argv[2:4] == ("--volume", "-50")
    assert espeak_voice().order("hold", 0.25).argv[1:3] == ("-a", "50")
    assert mac_voice().order("hold", 0.25).text == "[[volm 0.25]] hold"
    assert windows_voice().order("hold", 0.25).env["SOLEUS_SPEECH_VOLUME"] == "25"


@pytest.mark.parametrize("voice", [espeak_voice(), mac_voice(), windows_voice(), plyer_voice("espeak")])
def test_the_sentence_is_never_part_of_a_command_line(voice: Voice):
    text = "'; Remove-Item -Recurse ~ #"
    command = voice.order(text, 1)
    assert not any(text in argument for argument in command.argv)
    assert text in command.text or text in command.env.values()


def test_plyer_speaks_in_a_process_of_its_own(
    tmp_path: Path, log: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
):
    write_program(tmp_path / "espeak", f'echo "$@" >> "{tmp_path / "log"}"')
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    speaker = ProcessSpeaker([plyer_voice("espeak")], last_words=5)
    speaker.say("-v x", 1)
    speaker.close()
    assert log() == [" -v x"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Left\nleg\tfirst", "Left leg first"),
        ("a\0b\x1b[2Jc", "a b [2Jc"),
        ("slow [[slnc 60000]] down", "slow ( slnc 60000 ) down"),
        ("\ud800lone", "lone"),
        ("Dehnen: ½ Minute", "Dehnen: ½ Minute"),
        ("word " * 200, ("word " * 100)[:499].strip()),
    ],
)
def test_a_sentence_is_made_plain(text: str, said: str):
    assert spoken(text) == said
    assert len(spoken(text)) <= 500

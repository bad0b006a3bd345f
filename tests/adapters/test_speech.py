import subprocess
import threading
import wave
from array import array
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest

from app.adapters.speech import ProcessSpeaker, open_live_speaker
from app.adapters.voices import (
    Voice,
    espeak_voice,
    mac_voice,
    plyer_voice,
    read_espeak_voices,
    read_mac_voices,
    read_spd_say_voices,
    read_windows_voices,
    spd_say_voice,
    spoken,
    windows_voice,
)
from app.core.manner import Manner, VoiceName
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
    speaker = open_live_speaker()
    speaker.say("hold", 1)
    health = speaker.health()
    assert not health.works
    assert "espeak-ng" in health.why
    speaker.close()


def test_opening_a_speaker_starts_nothing():
    before = children(), threading.active_count()
    speaker = open_live_speaker()
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


SLOW_SCOT = Manner(speed=0.8, voice="en-gb-scotland")


def test_each_engine_is_told_the_speed_and_the_voice_in_its_own_way(tmp_path: Path):
    file = tmp_path / "said.wav"
    scot = ("--rate", "-40", "--synthesis-voice", "en-gb-scotland")
    assert spd_say_voice().order("hold", 1, SLOW_SCOT).argv[4:8] == scot
    # 0.8 × 175 words a minute = 140
    espeak = espeak_voice().order("hold", 1, SLOW_SCOT, file).argv
    assert espeak[3:9] == ("-s", "140", "-v", "en-gb-scotland", "-w", str(file))
    mac = mac_voice().order("hold", 1, SLOW_SCOT, file).argv
    assert mac[1:7] == ("-r", "140", "-v", "en-gb-scotland", "-o", str(file))
    windows = windows_voice().order("hold", 1, SLOW_SCOT, file).env
    assert (windows["SOLEUS_SPEECH_RATE"], windows["SOLEUS_SPEECH_VOICE"]) == ("-4", "en-gb-scotland")
    assert windows["SOLEUS_SPEECH_FILE"] == str(file)


@pytest.mark.parametrize(
    ("read", "listing", "found"),
    [
        (
            read_espeak_voices,
            (
                "Pty Language       Age/Gender VoiceName          File                 Other Languages\n"
                " 2  en-gb           --/M      English_(Great_Britain) gmw/en               (en 2)\n"
                " 5  en-us           --/F      us-mbrola-1        mb/mb-us1            (en 8)\n"
                " 2  en-us           --/M      English_(America)  gmw/en-US            (en 3)\n"
                " 5  variant         --/M      Storm              !v/Storm             (en-us 5)\n"
            ),
            {"en-gb": "English (Great Britain)", "en-us": "English (America)"},
        ),
        (
            read_mac_voices,
            (
                "Anna                de_DE    # Hallo! Ich heiße Anna.\n"
                "Daniel (Enhanced)   en_GB    # Hello! My name is Daniel.\n"
            ),
            {"Daniel (Enhanced)": "Daniel (Enhanced)"},
        ),
        (
            read_windows_voices,
            "Microsoft Zira Desktop\r\n\r\n",
            {"Microsoft Zira Desktop": "Microsoft Zira Desktop"},
        ),
        (
            read_spd_say_voices,
            (
                "                     NAME                 LANGUAGE              VARIANT\n"
                "      English_(America)                    en-us                 none\n"
                "                 German                       de                 none\n"
            ),
            {"English_(America)": "English (America)"},
        ),
    ],
)
def test_the_voices_of_each_engine_are_read(read, listing: str, found: dict[str, str]):
    assert {voice.id: voice.name for voice in read(listing)} == found
    assert read("") == ()


@pytest.mark.needs("espeak-ng")
def test_a_real_engine_lists_voices_that_it_can_speak_with(tmp_path: Path):
    told: list[tuple[VoiceName, ...]] = []
    speaker = ProcessSpeaker([espeak_voice()])
    speaker.list_voices(told.append)
    assert wait_until(lambda: told)
    [voices] = told
    assert len(voices) >= 2
    for number, voice in enumerate(voices):
        made = tmp_path / f"{number}.wav"
        order = espeak_voice().order("hold", 1, Manner(voice=voice.id), made)
        subprocess.run(order.argv, input=order.text.encode(), check=True, timeout=5)
        assert loudness(made) > 100
    speaker.close()


def test_a_voice_that_is_gone_is_passed_over(fake_voice: MakeVoice, log: Callable[[], list[str]]):
    picky = fake_voice('case "$*" in *gone*) echo no such voice >&2; exit 1;; esac; echo "$TEXT" >> "$LOG"')
    speaker = ProcessSpeaker([picky], last_words=5)
    speaker.adopt(Manner(voice="gone"))
    speaker.say("hold", 1)
    assert wait_until(lambda: log() == ["hold"])
    speaker.close()


def test_a_sentence_on_which_a_chosen_voice_hung_is_too_late_for_another(
    fake_voice: MakeVoice, log: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("app.adapters.speech._PATIENCE", 0.1)
    monkeypatch.setattr("app.adapters.speech._SLOWEST", 0.0)
    stuck = fake_voice('case "$*" in *stuck*) sleep 60;; esac; echo "$TEXT" >> "$LOG"')
    speaker = ProcessSpeaker([stuck], last_words=5)
    speaker.adopt(Manner(voice="stuck"))
    speaker.say("hold", 1)
    assert wait_until(lambda: not speaker.health().works)
    assert wait_until(speaker._worker._is_idle)
    assert log() == []
    speaker.close()


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

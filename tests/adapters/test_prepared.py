"""Sentences that are made into sound files ahead of their moment."""

import os
import threading
import wave
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest

from app.adapters.chime import KivyPlayer
from app.adapters.latest import Outcome
from app.adapters.players import Player, ProcessPlayer
from app.adapters.prepared import PreparedSpeaker
from app.adapters.sentences import SentenceFiles, Wanted
from app.adapters.speech import ProcessSpeaker
from app.adapters.voices import Command, Voice, espeak_voice
from app.core.manner import Manner
from tests.adapters.machine import children, wait_until, write_program

HOLD = Wanted("Hold.", 0.8)


class FakePlayer:
    """Notes what it is given; while `broken`, it cannot play."""

    def __init__(self) -> None:
        self.played: list[tuple[Path, float]] = []
        self.stopped = 0
        self.works = True
        self.broken = False

    def play(self, path: Path, on_failure: Callable[[], None]) -> None:
        assert path.stat().st_size > 44
        self.played.append((path, monotonic()))
        if self.broken:
            on_failure()

    def stop(self) -> None:
        self.stopped += 1

    def close(self) -> None: ...


@pytest.fixture
def player() -> FakePlayer:
    return FakePlayer()


@pytest.fixture
def live(tmp_path: Path) -> Callable[[], list[str]]:
    """The sentences that were spoken live."""
    return lambda: (tmp_path / "live").read_text().splitlines() if (tmp_path / "live").exists() else []


@pytest.fixture
def speaker(tmp_path: Path, player: FakePlayer):
    """A real espeak-ng makes the files; a script speaks live."""
    said = write_program(tmp_path / "says", f'cat >> "{tmp_path / "live"}"; echo >> "{tmp_path / "live"}"')
    made = PreparedSpeaker(
        ProcessSpeaker([espeak_voice([str(said)])], last_words=5),
        [espeak_voice()],
        SentenceFiles(tmp_path / "voice"),
        player,
    )
    yield made
    made.close()


def files(folder: Path) -> list[Path]:
    return sorted((folder / "voice").glob("*.wav"))


def engine(folder: Path, body: str) -> Voice:
    """An engine of ours: $FILE is where it shall write."""
    start = 'while [ "$1" != -w ]; do shift; done; FILE=$2\n'
    return espeak_voice([str(write_program(folder / "engine", start + body))])


@pytest.mark.needs("espeak-ng")
def test_what_was_made_ready_is_played_from_its_file_at_once(speaker, player, live, tmp_path):
    speaker.prepare(["Hold.", "Switch to the right side."], 0.8)
    assert wait_until(lambda: len(files(tmp_path)) == 2)
    began = monotonic()
    speaker.say("Hold.", 0.8)
    [(path, played)] = player.played
    assert played - began < 0.02
    with wave.open(str(path)) as file:
        assert 0.3 < file.getnframes() / file.getframerate() < 2
    assert live() == []
    assert (speaker.health().works, speaker.health().by) == (True, "espeak-ng")


@pytest.mark.needs("espeak-ng")
def test_a_quick_engine_makes_what_nobody_foresaw_while_one_waits(speaker, player, tmp_path):
    assert wait_until(
        lambda: bool(speaker.say("Paused.", 0.8) or player.played)
    )  # a busy machine may need a second go
    assert len(files(tmp_path)) == 1


@pytest.mark.needs("espeak-ng")
def test_each_volume_speed_and_voice_has_files_of_its_own(speaker, player, tmp_path):
    speaker.prepare(["Hold."], 0.8)
    assert wait_until(lambda: len(files(tmp_path)) == 1)
    speaker.prepare(["Hold."], 0.4)
    assert wait_until(lambda: len(files(tmp_path)) == 2)
    speaker.adopt(Manner(speed=1.3))
    speaker.prepare(["Hold."], 0.4)
    assert wait_until(lambda: len(files(tmp_path)) == 3)
    speaker.adopt(Manner(speed=1.3, voice="en-us"))
    speaker.prepare(["Hold.", "Hold."], 0.4)
    assert wait_until(lambda: len(files(tmp_path)) == 4)


def test_what_cannot_be_made_is_spoken_live_and_after_three_failures_no_more_is_tried(tmp_path, player, live):
    said = write_program(tmp_path / "says", f'cat >> "{tmp_path / "live"}"; echo >> "{tmp_path / "live"}"')
    broken = engine(tmp_path, f'echo tried >> "{tmp_path / "tried"}"; exit 1')
    speaker = PreparedSpeaker(
        ProcessSpeaker([espeak_voice([str(said)])]), [broken], SentenceFiles(tmp_path / "voice"), player
    )
    for number in range(5):
        speaker.say(f"sentence {number}", 1)
        assert wait_until(lambda number=number: live()[-1:] == [f"sentence {number}"])
    assert player.played == []
    assert (tmp_path / "tried").read_text().count("tried") == 3
    speaker.close()


@pytest.mark.needs("espeak-ng")
def test_what_nobody_could_play_is_spoken_live(speaker, player, live, tmp_path):
    player.broken = True
    speaker.prepare(["Hold."], 0.8)
    assert wait_until(lambda: files(tmp_path))
    speaker.say("Hold.", 0.8)
    assert wait_until(lambda: live() == ["Hold."])


@pytest.mark.needs("espeak-ng")
def test_without_a_player_it_is_spoken_live(speaker, player, live):
    player.works = False
    speaker.say("Hold.", 0.8)
    assert wait_until(lambda: live() == ["Hold."])


def test_an_engine_that_writes_nothing_is_noticed(tmp_path):
    made = SentenceFiles(tmp_path / "voice")
    outcome = made.make(engine(tmp_path, "true"), HOLD, lambda _: Outcome(ok=True))
    assert (outcome.ok, outcome.why) == (False, "it wrote no sound")
    assert list((tmp_path / "voice").iterdir()) == []


def test_a_voice_that_is_gone_is_passed_over(tmp_path, player):
    tone = Path(__file__).parents[2] / "assets" / "sounds" / "start.wav"
    script = f'while [ $# -gt 0 ]; do case "$1" in gone) exit 1;; -w) FILE=$2;; esac; shift; done; cp "{tone}" "$FILE"'
    picky = espeak_voice([str(write_program(tmp_path / "engine", script))])
    speaker = PreparedSpeaker(ProcessSpeaker([picky]), [picky], SentenceFiles(tmp_path / "voice"), player)
    speaker.adopt(Manner(voice="gone"))
    speaker.prepare(["one"], 1)
    assert wait_until(lambda: speaker._manner.voice == "")
    speaker.prepare(["one"], 1)
    assert wait_until(lambda: files(tmp_path))
    speaker.close()


def test_a_newer_plan_takes_the_place_of_the_older(tmp_path, player):
    slow = engine(tmp_path, f'echo x >> "{tmp_path / "tried"}"; sleep 5')
    speaker = PreparedSpeaker(ProcessSpeaker([slow]), [slow], SentenceFiles(tmp_path / "voice"), player)
    before = children()
    speaker.prepare(["one", "two"], 1)
    assert wait_until((tmp_path / "tried").exists)
    speaker.prepare([], 1)
    assert wait_until(lambda: children() <= before)
    assert (tmp_path / "tried").read_text() == "x\n"
    speaker.close()
    assert "soleus-sentences" not in {thread.name for thread in threading.enumerate()}


def written(made: SentenceFiles, text: str, size: int, age_s: int) -> Path:
    path = made.path(espeak_voice(), Wanted(text, 1.0))
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"x" * size)
    os.utime(path, (1_000_000 - age_s, 1_000_000 - age_s))
    return path


def test_what_was_not_wanted_for_longest_is_deleted_first(tmp_path):
    made = SentenceFiles(tmp_path / "voice", limit_bytes=250)
    old, older, oldest = (written(made, text, 100, age) for text, age in (("a", 1), ("b", 2), ("c", 3)))
    assert made.find(espeak_voice(), Wanted("c", 1.0)) == oldest  # now it is the youngest
    made.tidy()
    assert (old.exists(), older.exists(), oldest.exists()) == (True, False, True)


def test_what_a_crash_left_unfinished_is_deleted_and_a_missing_folder_is_no_trouble(tmp_path):
    made = SentenceFiles(tmp_path / "voice")
    made.tidy()
    rest = written(made, "a", 10, 0).with_suffix(".123.new")
    rest.write_bytes(b"x")
    made.tidy()
    assert not rest.exists()


def test_a_folder_that_cannot_be_written_is_a_failure_and_no_crash(tmp_path):
    (tmp_path / "voice").write_text("a file where the folder should be")
    outcome = SentenceFiles(tmp_path / "voice").make(espeak_voice(), HOLD, lambda _: Outcome(ok=True))
    assert not outcome.ok
    assert outcome.why


def test_a_program_plays_the_newest_sentence_and_stops(tmp_path):
    program = write_program(tmp_path / "player", f'echo "$1" >> "{tmp_path / "log"}"; sleep 5')
    player = ProcessPlayer([Player((str(program),))])
    before = children()
    for name in ("one.wav", "two.wav"):
        player.play(tmp_path / name, lambda: pytest.fail("it was played"))
        assert wait_until(
            lambda name=name: (tmp_path / "log").exists() and name in (tmp_path / "log").read_text()
        )
    player.stop()
    assert wait_until(lambda: children() <= before)
    player.close()


def test_a_program_that_cannot_play_says_so(tmp_path):
    failed: list[str] = []
    player = ProcessPlayer([Player(("false",))])
    player.play(tmp_path / "one.wav", lambda: failed.append("one"))
    assert wait_until(lambda: failed == ["one"])
    assert not player.works
    player.close()


class FakeSound:
    def __init__(self, diary: list[str], name: str, length: float = 1.0) -> None:
        self.length, self.volume = length, 1.0
        self._diary, self._name = diary, name

    def play(self) -> None:
        self._diary.append(f"play {self._name}")

    def stop(self) -> None:
        self._diary.append(f"stop {self._name}")

    def unload(self) -> None:
        self._diary.append(f"unload {self._name}")


def test_kivys_mixer_keeps_the_sentences_of_late_and_forgets_the_others(tmp_path):
    diary: list[str] = []
    loads: list[str] = []
    player = KivyPlayer(lambda source: loads.append(source) or FakeSound(diary, Path(source).stem))
    for name in ["three", *map(str, range(11)), "three", "more", "three"]:
        player.play(tmp_path / f"{name}.wav", lambda: pytest.fail("it was played"))
    assert loads.count(str(tmp_path / "three.wav")) == 1
    assert "unload 0" in diary
    assert "unload three" not in diary
    player.close()
    assert "unload three" in diary


@pytest.mark.parametrize("sound", [None, FakeSound([], "mute", length=0)])
def test_kivys_mixer_that_cannot_play_says_so(tmp_path, sound):
    failed: list[str] = []
    player = KivyPlayer(lambda _: sound)
    player.play(tmp_path / "one.wav", lambda: failed.append("one"))
    assert failed == ["one"]
    assert not player.works


def test_the_command_that_writes_a_file_is_the_one_that_speaks_and_where(tmp_path):
    command = espeak_voice().render("Hold.", 1.0, Manner(), tmp_path / "x.wav")
    assert command == Command(
        ("espeak-ng", "-a", "200", "-w", str(tmp_path / "x.wav"), "-b", "1", "--stdin"), "Hold."
    )

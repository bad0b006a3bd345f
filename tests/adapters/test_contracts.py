"""One contract for each port, run on every implementation, the silent ones too."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp
from time import monotonic

import pytest

from app.adapters.chime import KivyChime, SilentChime, open_terminal_chime
from app.adapters.clock import FastClock, SystemClock
from app.adapters.dbus_notes import DbusSender
from app.adapters.file_dialog import ZENITY, Chooser, NoFileDialog, ProgramFileDialog
from app.adapters.keep_awake import ProcessKeepAwake, SilentKeepAwake, WindowKeepAwake
from app.adapters.notify import QueuedNotifier, SilentNotifier, open_notifier
from app.adapters.players import NoPlayer, Player, ProcessChime, ProcessPlayer, SentencePlayer, WindowsChime
from app.adapters.plyer_notes import PlyerSender
from app.adapters.prepared import PreparedSpeaker
from app.adapters.sentences import SentenceFiles
from app.adapters.speech import ProcessSpeaker, SilentSpeaker, open_live_speaker
from app.adapters.voices import Voice, espeak_voice, plyer_voice
from app.core.manner import Manner, VoiceName
from app.core.ports import CHIMES, Chime, Clock, FileDialog, Health, KeepAwake, Notifier, Part, Speaker
from tests.adapters.machine import children, wait_until

AT_ONCE = 0.05  # s
TEXTS = [
    "",
    "hold",
    "-v x",
    "\"; $(reboot) `ls` '",
    "a\nb\0c",
    "🦵 \ud800",
    "<b>&",
    "!-! SET",
    "[[x",
    "y" * 10_000,
]

CLOCKS: dict[str, Callable[[], Clock]] = {
    "system": SystemClock,
    "fast": lambda: FastClock(SystemClock(), 60),
}
CHIME_PORTS: dict[str, Callable[[Path], Chime]] = {
    "kivy": lambda folder: KivyChime(folder, lambda source: None),
    "kivy without files": lambda folder: KivyChime(folder / "nowhere"),
    "terminal": open_terminal_chime,
    "process that hangs": lambda folder: ProcessChime(folder, [Player(("sleep", "0.1"))]),
    "process missing": lambda folder: ProcessChime(folder, [Player(("/nonexistent/player",))]),
    "process without files": lambda folder: ProcessChime(folder / "nowhere", [Player(("true",))]),
    "windows": lambda folder: WindowsChime(folder, lambda path: None),
    "silent": lambda folder: SilentChime(),
}


def _prepared(voice: Voice, player: SentencePlayer) -> Speaker:
    folder = Path(mkdtemp(prefix="soleus-contract-"))
    return PreparedSpeaker(ProcessSpeaker([voice]), [voice], SentenceFiles(folder), player)


SPEAKERS: dict[str, Callable[[], Speaker]] = {
    "prepared": lambda: _prepared(espeak_voice(), ProcessPlayer([Player(("true",))])),
    "prepared, engine hangs": lambda: _prepared(espeak_voice(["sleep"]), ProcessPlayer([Player(("true",))])),
    "prepared, player fails": lambda: _prepared(espeak_voice(), ProcessPlayer([Player(("false",))])),
    "prepared, nothing there": lambda: _prepared(espeak_voice(["/nonexistent/voice"]), NoPlayer()),
    "this machine's": open_live_speaker,
    "deaf": lambda: ProcessSpeaker([espeak_voice(["true"])]),
    "failing": lambda: ProcessSpeaker([espeak_voice(["false"])]),
    "missing": lambda: ProcessSpeaker(
        [espeak_voice(["/nonexistent/voice"]), plyer_voice("/nonexistent/flite")]
    ),
    "none": lambda: ProcessSpeaker([]),
    "silent": SilentSpeaker,
}
NOTIFIERS: dict[str, Callable[[], Notifier]] = {
    "this machine's": open_notifier,
    "dbus": lambda: QueuedNotifier([DbusSender(None)]),
    "plyer": lambda: QueuedNotifier([PlyerSender(None, True, show=lambda title, body: None)]),
    "silent": SilentNotifier,
}
KEEP_AWAKES: dict[str, Callable[[], KeepAwake]] = {
    "window": lambda: WindowKeepAwake(lambda allow: None),
    "process": lambda: ProcessKeepAwake(["cat"]),
    "process missing": lambda: ProcessKeepAwake(["/nonexistent/inhibit"]),
    "silent": SilentKeepAwake,
}


FILE_DIALOGS: dict[str, Callable[[], FileDialog]] = {
    "choosing": lambda: ProgramFileDialog([_chooser("echo")]),
    "closed": lambda: ProgramFileDialog([_chooser("false")]),
    "missing": lambda: ProgramFileDialog([_chooser("/nonexistent/dialog")]),
    "none installed": lambda: ProgramFileDialog([]),
    "silent": NoFileDialog,
}


def _chooser(program: str) -> Chooser:
    return Chooser(program, ZENITY.open_line, ZENITY.save_line)


@pytest.fixture(autouse=True)
def no_child_left_behind() -> Iterator[None]:
    before = children()
    yield
    assert wait_until(lambda: children() <= before)


def at_once(call: Callable[..., object], *arguments: object) -> None:
    began = monotonic()
    call(*arguments)
    assert monotonic() - began < AT_ONCE


def names_itself(health: Health, part: Part) -> bool:
    return health.part == part and bool(health.by if health.works else health.why)


@pytest.mark.parametrize("make", CLOCKS.values(), ids=CLOCKS)
def test_a_clock_goes_on_and_knows_its_offset(make: Callable[[], Clock]):
    clock = make()
    readings = [clock.monotonic() for _ in range(1_000)]
    assert readings == sorted(readings)
    assert wait_until(lambda: clock.monotonic() > readings[-1])
    assert clock.now().utcoffset() is not None
    assert abs(clock.now() - datetime.now(UTC)).total_seconds() < 60


@pytest.mark.parametrize("make", CHIME_PORTS.values(), ids=CHIME_PORTS)
def test_a_chime_returns_at_once_and_closes_twice(make: Callable[[Path], Chime], sounds: Path):
    chime = make(sounds)
    for name in CHIMES:
        for volume in (-1.0, 0.0, 0.5, 1.0, 9.0):
            at_once(chime.play, name, volume)
    assert names_itself(chime.health(), "sound")
    chime.close()
    chime.close()
    at_once(chime.play, "ready", 1.0)
    assert names_itself(chime.health(), "sound")


@pytest.mark.parametrize("make", SPEAKERS.values(), ids=SPEAKERS)
def test_a_speaker_takes_any_text_at_once_and_closes_twice(make: Callable[[], Speaker]):
    speaker = make()
    at_once(speaker.hush)
    at_once(speaker.adopt, Manner(speed=1.2, voice="no such voice"))
    for text in TEXTS:
        for volume in (-1.0, 0.0, 0.5, 9.0):
            at_once(speaker.prepare, (text,), volume)
            at_once(speaker.say, text, volume)
    answers: list[tuple[VoiceName, ...]] = []
    at_once(speaker.list_voices, answers.append)
    assert wait_until(lambda: len(answers) == 1)
    at_once(speaker.hush)
    assert names_itself(speaker.health(), "voice")
    speaker.close()
    speaker.close()
    at_once(speaker.say, "after closing", 1.0)
    at_once(speaker.hush)
    assert names_itself(speaker.health(), "voice")


@pytest.mark.parametrize("make", NOTIFIERS.values(), ids=NOTIFIERS)
def test_a_notifier_takes_any_text_at_once_and_closes_twice(make: Callable[[], Notifier]):
    notifier = make()
    failures: list[str] = []
    for text in TEXTS:
        at_once(notifier.notify, text, text, failures.append)
    assert names_itself(notifier.health(), "notifications")
    notifier.close()
    notifier.close()
    assert len(failures) in (0, len(TEXTS))
    assert all(failures)
    at_once(notifier.notify, "after closing", "", failures.append)
    assert names_itself(notifier.health(), "notifications")


@pytest.mark.parametrize("make", KEEP_AWAKES.values(), ids=KEEP_AWAKES)
def test_keeping_awake_may_be_repeated(make: Callable[[], KeepAwake]):
    screen = make()
    for call in (screen.release, screen.hold, screen.hold, screen.release, screen.release, screen.hold):
        at_once(call)
    assert names_itself(screen.health(), "screensaver")
    screen.release()


@pytest.mark.parametrize("make", FILE_DIALOGS.values(), ids=FILE_DIALOGS)
def test_a_file_dialog_returns_at_once_answers_once_and_closes_twice(make: Callable[[], FileDialog]):
    dialog = make()
    for ask in (
        lambda answer: dialog.ask_to_open("Which file?", answer),
        lambda answer: dialog.ask_to_save("Where to?", '/home/me/"it\'s".csv', answer),
    ):
        answers: list[str | None] = []
        at_once(ask, answers.append)
        assert wait_until(lambda answers=answers: answers)
        assert len(answers) == 1
    dialog.close()
    dialog.close()
    at_once(dialog.ask_to_open, "after closing", lambda _: None)

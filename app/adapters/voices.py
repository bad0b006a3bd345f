"""Owns what each speech engine is told on its command line. Starts nothing."""

import re
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from app.core.manner import Manner, VoiceName

NATURAL = Manner()
WORDS_A_MINUTE = 175
"""What a speed of 1 is: espeak-ng's own, and near to that of the others."""
_LONGEST = 500  # characters of one sentence: about 35 s of speech


class Command(Struct, frozen=True):
    """One call of an engine: `argv`, the text for its stdin, and what to add to its environment."""

    argv: tuple[str, ...]
    text: str = ""
    env: Mapping[str, str] = {}


class Order(Protocol):
    """Makes the command that says `text`; `volume` from 0 to 1. With `file`, it is written there as a WAV instead."""

    def __call__(
        self, text: str, volume: float, manner: Manner = ..., file: Path | None = None, /
    ) -> Command: ...


class Voice(Struct, frozen=True):
    """A speech engine. `order` makes the command for a sentence.

    `hush` silences an engine that speaks on after its command was killed. `refusal` begins the line by which
    an engine that ends with code 0 admits that it said nothing. `writes` is whether it can make files, `quick`
    whether it makes one in a few hundredths of a second. `listing` prints its voices, which `read_listing` reads.
    """

    name: str
    program: str
    order: Order
    hush: tuple[str, ...] = ()
    refusal: str = ""
    writes: bool = False
    quick: bool = False
    listing: tuple[str, ...] = ()
    read_listing: Callable[[str], tuple[VoiceName, ...]] = lambda _: ()

    def is_installed(self) -> bool:
        return shutil.which(self.program) is not None

    def render(self, text: str, volume: float, manner: Manner, file: Path) -> Command:
        return self.order(text, volume, manner, file)


def spoken(text: str) -> str:
    """`text` as one line that no engine can take for a command, cut at a word after 500 characters."""
    printable = "".join(char if char.isprintable() else " " for char in text)
    plain = " ".join(
        printable.replace("[[", "( ").replace("]]", " )").split()
    )  # [[…]] commands espeak and say
    if len(plain) <= _LONGEST:
        return plain
    return plain[:_LONGEST].rsplit(" ", 1)[0]


def spd_say_voice(command: Sequence[str] = ("spd-say",)) -> Voice:
    def order(text: str, volume: float, manner: Manner = NATURAL, _: Path | None = None) -> Command:
        # Not on stdin: in its pipe mode spd-say obeys lines that begin with "!-!".
        loudness, rate = (
            str(round(200 * volume - 100)),
            str(_between(-100, 100, round(200 * (manner.speed - 1)))),
        )
        manners = ("--rate", rate) if manner.speed != 1 else ()
        voice = ("--synthesis-voice", manner.voice) if manner.voice else ()
        return Command((*command, "--wait", "--volume", loudness, *manners, *voice, "--", text))

    return Voice(
        "spd-say",
        command[0],
        order,
        hush=(*command, "--stop"),
        listing=(*command, "--list-synthesis-voices"),
        read_listing=read_spd_say_voices,
    )


def espeak_voice(command: Sequence[str] = ("espeak-ng",)) -> Voice:
    def order(text: str, volume: float, manner: Manner = NATURAL, file: Path | None = None) -> Command:
        speed = ("-s", str(round(WORDS_A_MINUTE * manner.speed))) if manner.speed != 1 else ()
        voice = ("-v", manner.voice) if manner.voice else ()
        to_file = ("-w", str(file)) if file is not None else ()
        loudness = str(round(200 * volume))
        return Command((*command, "-a", loudness, *speed, *voice, *to_file, "-b", "1", "--stdin"), text)

    # With no audio device espeak-ng ends with code 0 and "error: No such file or directory".
    return Voice(
        "espeak-ng",
        command[0],
        order,
        refusal="error:",
        writes=True,
        quick=True,
        listing=(*command, "--voices=en"),
        read_listing=read_espeak_voices,
    )


def mac_voice(command: Sequence[str] = ("say",)) -> Voice:
    def order(text: str, volume: float, manner: Manner = NATURAL, file: Path | None = None) -> Command:
        speed = ("-r", str(round(WORDS_A_MINUTE * manner.speed))) if manner.speed != 1 else ()
        voice = ("-v", manner.voice) if manner.voice else ()
        to_file = (
            ("-o", str(file), "--file-format=WAVE", "--data-format=LEI16@22050") if file is not None else ()
        )
        return Command((*command, *speed, *voice, *to_file, "-f", "-"), f"[[volm {volume:.2f}]] {text}")

    return Voice(
        "say", command[0], order, writes=True, listing=(*command, "-v", "?"), read_listing=read_mac_voices
    )


def windows_voice(command: Sequence[str] = ("powershell",)) -> Voice:
    start = (
        "Add-Type -AssemblyName System.Speech;$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer;"
    )
    speak = (
        "$voice.Volume = [int]$env:SOLEUS_SPEECH_VOLUME;"
        "$voice.Rate = [int]$env:SOLEUS_SPEECH_RATE;"
        "if ($env:SOLEUS_SPEECH_VOICE) { $voice.SelectVoice($env:SOLEUS_SPEECH_VOICE) };"
        "if ($env:SOLEUS_SPEECH_FILE) { $voice.SetOutputToWaveFile($env:SOLEUS_SPEECH_FILE) };"
        "$voice.Speak($env:SOLEUS_SPEECH_TEXT);"
        "$voice.Dispose()"
    )
    listing = "$voice.GetInstalledVoices() | ForEach-Object { $_.VoiceInfo.Name }"
    shell = (*command, "-NoProfile", "-NonInteractive", "-Command")

    def order(text: str, volume: float, manner: Manner = NATURAL, file: Path | None = None) -> Command:
        # By the environment: no quoting to break out of, and no code page between here and there.
        env = {
            "SOLEUS_SPEECH_TEXT": text,
            "SOLEUS_SPEECH_VOLUME": str(round(100 * volume)),
            "SOLEUS_SPEECH_RATE": str(_between(-10, 10, round(20 * (manner.speed - 1)))),
            "SOLEUS_SPEECH_VOICE": manner.voice,
            "SOLEUS_SPEECH_FILE": "" if file is None else str(file),
        }
        return Command((*shell, start + speak), env=env)

    return Voice(
        "System.Speech",
        command[0],
        order,
        writes=True,
        listing=(*shell, start + listing),
        read_listing=read_windows_voices,
    )


def plyer_voice(program: str) -> Voice:
    """plyer.tts in a Python of its own, where its blocking call can be killed. plyer runs `program`."""
    script = "import sys; from plyer import tts; tts.speak(sys.stdin.read())"

    def order(text: str, *_: object) -> Command:
        # plyer passes the text on as an argument: the space keeps "-x" from being an option.
        return Command((sys.executable, "-c", script), f" {text}", env={"PYTHONIOENCODING": "utf-8"})

    return Voice(f"plyer ({program})", program, order)


def read_espeak_voices(listing: str) -> tuple[VoiceName, ...]:
    """From "2  en-us  --/M  English_(America)  gmw/en-US  (en 3)". Those of MBROLA need data that few have."""
    found: dict[str, str] = {}
    for line in listing.splitlines()[1:]:
        parts = line.split()
        if len(parts) >= 5 and not parts[4].startswith(("mb/", "!v/")):
            found.setdefault(parts[1], parts[3].replace("_", " "))
    return tuple(VoiceName(id_, name) for id_, name in found.items())


def read_mac_voices(listing: str) -> tuple[VoiceName, ...]:
    """From "Daniel              en_GB    # Hello, my name is Daniel."; the English ones."""
    found = re.findall(r"^(\S.*?)\s+(en)[_-]\S+\s+#", listing, re.MULTILINE)
    return tuple(VoiceName(name, name) for name, _ in found)


def read_windows_voices(listing: str) -> tuple[VoiceName, ...]:
    """A name a line: "Microsoft Zira Desktop"."""
    return tuple(VoiceName(name, name) for line in listing.splitlines() if (name := line.strip()))


def read_spd_say_voices(listing: str) -> tuple[VoiceName, ...]:
    """From "English (America)    en-us    none", a heading above; the English ones."""
    found = re.findall(r"^\s*(\S.*?)\s{2,}(en\S*)\s+\S+\s*$", listing, re.MULTILINE)
    return tuple(VoiceName(name, name.replace("_", " ")) for name, _ in found)


def _between(least: int, most: int, number: int) -> int:
    return max(least, min(most, number))


def voices_of_this_platform() -> tuple[Voice, ...]:
    if sys.platform == "darwin":
        return (mac_voice(),)
    if sys.platform == "win32":
        return (windows_voice(),)
    # In a frozen app sys.executable is the app itself, not a Python.
    plyer = () if getattr(sys, "frozen", False) else (plyer_voice("espeak"), plyer_voice("flite"))
    return (spd_say_voice(), espeak_voice(), *plyer)

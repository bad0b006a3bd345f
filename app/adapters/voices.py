"""Owns what each speech engine is told on its command line. Starts nothing."""

import shutil
import sys
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

_LONGEST = 500  # characters of one sentence: about 35 s of speech


class Command(Struct, frozen=True):
    """One call of an engine: `argv`, the text for its stdin, and what to add to its environment."""

    argv: tuple[str, ...]
    text: str = ""
    env: Mapping[str, str] = {}


class Voice(Struct, frozen=True):
    """A speech engine. `order` makes the command for a sentence and a volume from 0 to 1.

    `hush` silences an engine that speaks on after its command was killed. `refusal` begins the line by which
    an engine that ends with code 0 admits that it said nothing.
    """

    name: str
    program: str
    order: Callable[[str, float], Command]
    hush: tuple[str, ...] = ()
    refusal: str = ""

    def is_installed(self) -> bool:
        return shutil.which(self.program) is not None


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
    def order(text: str, volume: float) -> Command:
        # Not on stdin: in its pipe mode spd-say obeys lines that begin with "!-!".
        loudness = str(round(200 * volume - 100))
        return Command((*command, "--wait", "--volume", loudness, "--", text))

    return Voice("spd-say", command[0], order, hush=(*command, "--stop"))


def espeak_voice(command: Sequence[str] = ("espeak-ng",)) -> Voice:
    def order(text: str, volume: float) -> Command:
        return Command((*command, "-a", str(round(200 * volume)), "-b", "1", "--stdin"), text)

    # With no audio device espeak-ng ends with code 0 and "error: No such file or directory".
    return Voice("espeak-ng", command[0], order, refusal="error:")


def mac_voice(command: Sequence[str] = ("say",)) -> Voice:
    def order(text: str, volume: float) -> Command:
        return Command((*command, "-f", "-"), f"[[volm {volume:.2f}]] {text}")

    return Voice("say", command[0], order)


def windows_voice(command: Sequence[str] = ("powershell",)) -> Voice:
    script = (
        "Add-Type -AssemblyName System.Speech;"
        "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer;"
        "$voice.Volume = [int]$env:SOLEUS_SPEECH_VOLUME;"
        "$voice.Speak($env:SOLEUS_SPEECH_TEXT)"
    )

    def order(text: str, volume: float) -> Command:
        # By the environment: no quoting to break out of, and no code page between here and there.
        env = {"SOLEUS_SPEECH_TEXT": text, "SOLEUS_SPEECH_VOLUME": str(round(100 * volume))}
        return Command((*command, "-NoProfile", "-NonInteractive", "-Command", script), env=env)

    return Voice("System.Speech", command[0], order)


def plyer_voice(program: str) -> Voice:
    """plyer.tts in a Python of its own, where its blocking call can be killed. plyer runs `program`."""
    script = "import sys; from plyer import tts; tts.speak(sys.stdin.read())"

    def order(text: str, _volume: float) -> Command:
        # plyer passes the text on as an argument: the space keeps "-x" from being an option.
        return Command((sys.executable, "-c", script), f" {text}", env={"PYTHONIOENCODING": "utf-8"})

    return Voice(f"plyer ({program})", program, order)


def voices_of_this_platform() -> tuple[Voice, ...]:
    if sys.platform == "darwin":
        return (mac_voice(),)
    if sys.platform == "win32":
        return (windows_voice(),)
    # In a frozen app sys.executable is the app itself, not a Python.
    plyer = () if getattr(sys, "frozen", False) else (plyer_voice("espeak"), plyer_voice("flite"))
    return (spd_say_voice(), espeak_voice(), *plyer)

"""Owns the machine's own dialogs for a file, asked in a thread. Knows no window and nothing of what is in a file.

Own programs and not plyer: on Linux it imports distutils, which Python 3.12 no longer has, on macOS it must run in
the window's thread and stops the window, on Windows it wants pywin32.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread

from msgspec import Struct

from app.core.ports import FileDialog

_CANCELLED = (1, 252)
"""What zenity, kdialog, yad and osascript end with when the person closes the dialog; 252: yad's, by Escape."""

Answer = Callable[[str | None], None]


class Chooser(Struct, frozen=True):
    """A program that shows a dialog and prints the path. Both lines are made from a title and a first path."""

    program: str
    open_line: Callable[[str, str], Sequence[str]]
    save_line: Callable[[str, str], Sequence[str]]

    @property
    def is_installed(self) -> bool:
        return shutil.which(self.program) is not None


ZENITY = Chooser(
    "zenity",
    lambda title, start: ("--file-selection", f"--title={title}", f"--filename={start}"),
    lambda title, start: (
        "--file-selection",
        "--save",
        "--confirm-overwrite",
        f"--title={title}",
        f"--filename={start}",
    ),
)
KDIALOG = Chooser(
    "kdialog",
    lambda title, start: ("--title", title, "--getopenfilename", start),
    lambda title, start: ("--title", title, "--getsavefilename", start),
)
YAD = Chooser(
    "yad",
    lambda title, start: ("--file", f"--title={title}", f"--filename={start}"),
    lambda title, start: (
        "--file",
        "--save",
        "--confirm-overwrite",
        f"--title={title}",
        f"--filename={start}",
    ),
)
OSASCRIPT = Chooser(
    "osascript",
    lambda title, start: (
        "-e",
        _apple("choose file", title, f"default location POSIX file {_quoted(start)}"),
    ),
    lambda title, start: ("-e", _apple("choose file name", title, _named(Path(start)))),
)
POWERSHELL = Chooser(
    "powershell",
    lambda title, start: ("-NoProfile", "-STA", "-Command", _forms("OpenFileDialog", title, start, "")),
    lambda title, start: (
        "-NoProfile",
        "-STA",
        "-Command",
        _forms("SaveFileDialog", title, str(Path(start).parent), Path(start).name),
    ),
)


def open_file_dialog() -> FileDialog:
    """The machine's own dialog, or one that always says it cannot ask."""
    installed = [chooser for chooser in _choosers() if chooser.is_installed]
    return ProgramFileDialog(installed) if installed else NoFileDialog()


class ProgramFileDialog:
    """Asks by the first of these programs that can, one question at a time."""

    works = True

    def __init__(self, choosers: Sequence[Chooser], start: Path | None = None) -> None:
        self._choosers = choosers
        self._start = start or Path.home()
        self._lock = Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._asking = self._closed = False

    def ask_to_open(self, title: str, answer: Answer) -> None:
        start = f"{self._start}{os.sep}"
        self._ask([(item.program, *item.open_line(title, start)) for item in self._choosers], answer)

    def ask_to_save(self, title: str, path: str, answer: Answer) -> None:
        self._ask([(item.program, *item.save_line(title, path)) for item in self._choosers], answer)

    def close(self) -> None:
        """Takes the dialog away if it is still there; then nobody is answered."""
        with self._lock:
            self._closed = True
            if self._child is not None:
                with suppress(OSError):
                    self._child.kill()

    def _ask(self, commands: Sequence[Sequence[str]], answer: Answer) -> None:
        with self._lock:
            if self._asking or self._closed:
                return
            self._asking = True
        Thread(target=self._run, args=(commands, answer), name="file-dialog", daemon=True).start()

    def _run(self, commands: Sequence[Sequence[str]], answer: Answer) -> None:
        chosen: str | None = None
        for command in commands:
            chosen = self._chosen_by(command)
            if chosen is not None or self._closed:
                break
        self._asking = False
        if not self._closed:
            answer(chosen)

    def _chosen_by(self, command: Sequence[str]) -> str | None:
        """The path, "" if the dialog was closed without one, None if the program could not ask."""
        try:
            with self._lock:
                if self._closed:
                    return None
                self._child = subprocess.Popen(
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    creationflags=_NO_WINDOW,
                )
            said = self._child.communicate()[0]
        except OSError:
            return None
        if self._child.returncode in _CANCELLED:
            return ""
        return None if self._child.returncode else said.decode("utf-8", "surrogateescape").rstrip("\r\n")


class NoFileDialog:
    """Where no program is installed that could ask."""

    works = False

    def ask_to_open(self, title: str, answer: Answer) -> None:  # noqa: ARG002
        answer(None)

    def ask_to_save(self, title: str, path: str, answer: Answer) -> None:  # noqa: ARG002
        answer(None)

    def close(self) -> None: ...


_NO_WINDOW = 0x08000000 if sys.platform == "win32" else 0  # CREATE_NO_WINDOW: no console flashes up


def _choosers() -> tuple[Chooser, ...]:
    if sys.platform == "darwin":
        return (OSASCRIPT,)
    if sys.platform == "win32":
        return (POWERSHELL,)
    at_kde = "kde" in os.environ.get("XDG_CURRENT_DESKTOP", "").lower()
    return (KDIALOG, ZENITY, YAD) if at_kde else (ZENITY, KDIALOG, YAD)


def _apple(verb: str, title: str, more: str) -> str:
    return f"POSIX path of ({verb} with prompt {_quoted(title)} {more})"


def _named(path: Path) -> str:
    folder = _quoted(str(path.parent))
    return f"default name {_quoted(path.name)} default location POSIX file {folder}"


def _quoted(text: str) -> str:
    """As AppleScript writes text: JSON's quotes and backslashes are the same."""
    return json.dumps(text, ensure_ascii=False)


def _forms(kind: str, title: str, folder: str, name: str) -> str:
    """PowerShell's lines for a dialog of Windows Forms; a quote inside its single quotes is doubled."""

    def text(value: str) -> str:
        return "'" + value.replace("'", "''") + "'"

    return (
        "[Console]::OutputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Windows.Forms; "
        f"$d = New-Object System.Windows.Forms.{kind}; $d.Title = {text(title)}; "
        f"$d.InitialDirectory = {text(folder)}; $d.FileName = {text(name)}; "
        "if ($d.ShowDialog() -eq 'OK') { $d.FileName } else { exit 1 }"
    )

"""Owns the fallback: an entry that the desktop starts at login. Knows no reminder."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from app.adapters.scheduler import files
from app.core.ports import CallTime, Health, Scheduled

ENTRY = "soleus-remind.desktop"
_BY = "autostart at login"
_LIMITS = "without a systemd user manager the desktop calls it at login only"


def entry_text(command: Sequence[str]) -> str:
    """A desktop entry (freedesktop.org, autostart): sends once at login whatever is due by then."""
    return (
        "\n".join(
            (
                "[Desktop Entry]",
                "Type=Application",
                "Name=Soleus reminders",
                exec_line(command),
                "Terminal=false",
                "NoDisplay=true",
                "X-GNOME-Autostart-Delay=30",
            )
        )
        + "\n"
    )


def exec_line(command: Sequence[str]) -> str:
    return f"Exec={' '.join(map(quoted, command))}"


def quoted(word: str) -> str:
    """One word of an Exec line. A backslash is escaped twice: for the word, and for the value it stands in."""
    for char in '\\"`$':
        word = word.replace(char, f"\\{char}")
    return '"' + word.replace("\\", "\\\\").replace("%", "%%").replace("\n", "\\n") + '"'


class AutostartEntry:
    """For a desktop without a systemd user manager. It cannot keep to times, and its health says so."""

    def __init__(
        self, command: Sequence[str], env: Mapping[str, str] = os.environ, home: Path | None = None
    ) -> None:
        config = env.get("XDG_CONFIG_HOME") or str((home or Path.home()) / ".config")
        self._path = Path(config) / "autostart" / ENTRY
        chosen = env.get("SOLEUS_HOME")
        before = ("env", f"SOLEUS_HOME={Path(chosen).absolute()}") if chosen else ()
        self._command = (*before, *command)

    def install(self, times: Sequence[CallTime]) -> None:  # noqa: ARG002
        files.write(self._path, entry_text(self._command).encode())

    def remove(self) -> None:
        files.remove(self._path)

    def state(self) -> Scheduled:
        text = files.read(self._path)
        if text is None:
            return Scheduled("off", _BY)
        if b"Hidden=true" in text or b"X-GNOME-Autostart-enabled=false" in text:
            return Scheduled("broken", _BY, f"{self._path} is switched off")
        if exec_line(self._command).encode() not in text.splitlines():
            return Scheduled("broken", _BY, files.ANOTHER)
        return Scheduled("on", _BY)

    def health(self) -> Health:
        return Health("scheduler", works=False, by=_BY, why=_LIMITS)

"""Owns showing a note through plyer, and plyer's traps. Knows no queue."""

import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from app.adapters.notes import NoteError
from app.core.ports import Health

_LIMIT = 4.0  # s; plyer itself has none, and a frozen daemon would hold it for 75
_SECONDS = 10
_WINDOWS_TITLE, _WINDOWS_BODY = 63, 255  # characters that a Windows balloon holds

Show = Callable[[str, str], None]


class PlyerSender:
    """Calls plyer in a thread of its own, which is given up after `limit` seconds.

    Where plyer ends at notify-send it cannot tell a note shown from a note lost. There `confirms` is False:
    the note is tried, and reported as failed all the same, since twice seen is better than lost.
    """

    def __init__(
        self, icon: Path | None, confirms: bool, limit: float = _LIMIT, show: Show | None = None
    ) -> None:
        self._confirms = confirms
        self._limit = limit
        self._show = show or (lambda title, body: _show(title, body, icon))
        self._thread: Thread | None = None
        self._why = ""

    def send(self, title: str, body: str) -> None:
        if self._thread is not None and self._thread.is_alive():
            raise NoteError("plyer still hangs on an earlier note")
        errors: list[str] = []
        self._thread = Thread(target=self._try, args=(title, body, errors), name="soleus-plyer", daemon=True)
        self._thread.start()
        self._thread.join(self._limit)
        self._why = "".join(errors)
        if self._thread.is_alive():
            self._why = f"plyer did not answer within {self._limit:g} s"
        if self._why:
            raise NoteError(self._why)
        if not self._confirms:
            raise NoteError("plyer cannot tell whether the note was shown")

    def health(self) -> Health:
        if not self._confirms:
            return Health(
                "notifications", works=False, by="plyer", why="it cannot tell whether a note was shown"
            )
        return Health("notifications", works=not self._why, by="plyer", why=self._why)

    def cut_off(self) -> None:
        pass

    def close(self) -> None:
        pass

    def _try(self, title: str, body: str, errors: list[str]) -> None:
        try:
            self._show(_not_an_option(title), _not_an_option(body))
        except Exception as error:  # plyer raises whatever its platform raises
            errors.append(f"plyer: {str(error) or type(error).__name__}")


def _not_an_option(text: str) -> str:
    return f" {text}" if text.startswith("-") else text


def _show(title: str, body: str, icon: Path | None) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # plyer prints its advice on dbus-python
        from plyer import notification

        if sys.platform == "win32":
            title, body = title[:_WINDOWS_TITLE], body[:_WINDOWS_BODY]
        usable = icon is not None and icon.suffix == ".ico" and sys.platform == "win32"
        notification.notify(
            title=title,
            message=body or " ",
            app_name="Soleus",
            app_icon=str(icon) if usable else "",
            timeout=_SECONDS,
        )

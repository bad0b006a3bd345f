"""The window's life: opening, keys, signals, closing. Knows no screen: the shell does."""

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

from kivy.app import App
from kivy.clock import Clock
from kivy.core.window import Window

from app.core.breaks.sitting import Answer
from app.ui.focus import focused
from app.ui.house import Attendance, House
from app.ui.idle import sleep_when_idle
from app.ui.shell import Shell

TIDY_AFTER_S = 3.0


class SoleusApp(App):
    """One window on a house. `routine` opens it on that routine; `on_first_frame` is called once it is drawn."""

    title = "Soleus"

    def __init__(
        self,
        house: House,
        *,
        routine: str = "",
        on_first_frame: Callable[[], None] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.icon = str(house.icon)
        self._house = house
        self._routine = routine
        self._on_first_frame = on_first_frame
        self._visible = True
        self._open = True
        self._attendance: Attendance | None = None

    def build(self) -> Shell:
        shell = Shell(
            self._house,
            in_front=lambda: bool(self._visible and Window.focus),
            set_allow_screensaver=lambda allow: setattr(Window, "allow_screensaver", allow),
        )
        if self._routine:
            shell.go("today")
            shell.open_routine(self._routine)
        else:
            shell.open()
        return shell

    def on_start(self) -> None:
        Window.bind(
            on_key_down=self._press,
            on_request_close=lambda *_: self._close(),
            on_hide=lambda *_: self._see(False),
            on_minimize=lambda *_: self._see(False),
            on_show=lambda *_: self._see(True),
            on_restore=lambda *_: self._see(True),
            focus=lambda _, focus: self.root.look_around() if focus else None,
            on_flip=self._first_frame,
            on_drop_file=lambda _, path, *__: self.root.take_file(os.fsdecode(path)),
        )
        self._listen_to_signals()
        sleep_when_idle(Clock, is_drawn=lambda: not Window.canvas.needs_redraw)
        self.root.get_ready()
        Clock.schedule_once(lambda _: self._house.tidy(), TIDY_AFTER_S)
        Clock.schedule_once(lambda _: self._attend(), TIDY_AFTER_S)

    def on_stop(self) -> None:
        self._close()

    def _close(self) -> bool:
        """Keeps what was done. Kivy calls on_stop twice, so only the first call counts."""
        if self._open:
            self._open = False
            if self._attendance is not None:
                self._attendance.close()
            self.root.stop_following()
        return False

    def _attend(self) -> None:
        """From now on the window reminds by itself, and the system's scheduler leaves it to us."""
        if self._house.attend is None or not self._open:
            return
        from app.ui.attending import WindowListener

        listener = WindowListener(
            self.root,
            raise_window=Window.raise_window,
            later=lambda act: Clock.schedule_once(lambda _: act(), -1),
            answer=self._answer_break,
        )
        self._attendance = self._house.attend(listener, lambda: self.root.following is not None)
        self._attendance.start()

    def _answer_break(self, given: Answer) -> None:
        if self._attendance is not None:
            self._attendance.answer_break(given)

    def _press(self, _: Any, key: int, scancode: int, text: str | None, modifiers: list[str]) -> bool:
        name = Window._system_keyboard.keycode_to_string(key)
        if held := _held(modifiers):
            return bool(self.root.press_chord("+".join((*held, name))))
        if name in getattr(focused(), "answers", ()):
            return False
        if name == "f11" or (name == "f" and self.root.following is not None):
            Window.fullscreen = False if Window.fullscreen else "auto"
            return True
        return bool(self.root.press(text if text in ("+", "?") else name))

    def open_settings(self, *_: object) -> None:
        """Kivy would open its own settings at F1, where a text field has kept that key from the shell."""
        self.root.show_keys()

    def _see(self, visible: bool) -> None:
        self._visible = visible
        self.root.see(visible)

    def _first_frame(self, *_: object) -> None:
        Window.unbind(on_flip=self._first_frame)
        if self._on_first_frame is not None:
            self._on_first_frame()
            self.stop()

    def _listen_to_signals(self) -> None:
        """Ctrl-C in the terminal, a closed terminal and a shut-down end the program as closing it does."""
        numbers = [signal.SIGINT, signal.SIGTERM]
        if sys.platform != "win32":
            numbers.append(signal.SIGHUP)
        for number in numbers:
            signal.signal(number, lambda *_: Clock.schedule_once(lambda _: self.stop(), -1))


def _held(modifiers: list[str]) -> list[str]:
    """The keys held with another that make it a chord, in one order; a Mac's command key is its Ctrl."""
    held = {{"meta": "ctrl"}.get(modifier, modifier) for modifier in modifiers}
    return [key for key in ("ctrl", "shift", "alt") if key in held] if held & {"ctrl", "alt"} else []

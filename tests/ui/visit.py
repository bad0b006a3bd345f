"""A visit to the demo's house in the window: a hand that touches, a keyboard, and time that stands still."""

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TypeVar
from unittest.mock import patch

from kivy.core.window import Keyboard, Window
from kivy.tests.common import UnitTestTouch
from kivy.uix.label import Label
from kivy.uix.scrollview import ScrollView
from kivy.uix.widget import Widget

from app import demo
from app.core.care.warning_signs import Answers
from app.core.guide import Hearing
from app.core.library import Library
from app.core.ports import RecordError
from app.core.record import SessionRecord
from app.core.settings import Settings
from app.storage.bundle import routines_folder
from app.storage.exercise_desk import FolderExercises
from app.storage.library import read_library
from app.storage.paths import ROUTINES
from app.storage.routine_desk import FolderDesk
from app.ui.app import SoleusApp
from app.ui.focus import focused
from app.ui.shell import Shell
from app.ui.shots import SCREENS
from app.ui.widgets.modal import topmost
from app.ui.widgets.pressable import Pressable
from app.ui.widgets.scrolling import bring_into_sight
from app.ui.widgets.text import Icon
from tests.ui.fakes import NotedChime, NotedKeepAwake, NotedNotifier, NotedSpeaker, StubbornHistory
from tests.ui.still_time import FRAME_S, forget_what_is_due_later, frames, settle, still_time

demo.read_library = cache(demo.read_library)  # a hundred visits need the same one

Kind = TypeVar("Kind", bound=Widget)
LIGHT = Settings(theme="light", reduced_motion=True, welcomed=True)
LONGEST_LOOK_S = 0.5
"""However slowly things move, a running session is looked at as often as this."""
SETTLING = 20
"""Frames after a tap: a page waits to see whether the finger scrolls before it hands the tap on."""


class Visit:
    """The app with a house of invented data, opened on one of `shots.SCREENS` or, by "", on Today."""

    def __init__(
        self,
        screen: str = "",
        *,
        settings: Settings = LIGHT,
        size: tuple[int, int] = (400, 800),
        library: Library | None = None,
        sessions: tuple[SessionRecord, ...] | None = None,
        trouble: str = "",
        folder: Path | None = None,
        answers: Answers | None = None,
    ) -> None:
        """With a data folder, routines are read from there and written there."""
        Window.size = size
        self.clock = demo.DemoClock()
        self.saved: list[Settings] = [settings]
        self.chime, self.speaker = NotedChime(), NotedSpeaker()
        self.notifier, self.keep_awake = NotedNotifier(), NotedKeepAwake()
        house = demo.demo_house(screen or "today", clock=self.clock, settings=settings)
        self.health = tuple(house.health())
        self.settings_trouble = ""
        self.opened: list[Path] = []
        self.signs = demo.DemoSigns(house.signs.load() if answers is None else answers)
        self.history = StubbornHistory(
            house.history.sessions() if sessions is None else sessions,
            house.history.marks(),
            house.history.targets(),
            house.history.care(),
        )
        self.library = library or house.read_library()
        self.app = SoleusApp(
            replace(
                house,
                history=self.history,
                editing=FolderDesk(folder, self.clock.monotonic) if folder else house.editing,
                own_exercises=FolderExercises(folder) if folder else house.own_exercises,
                signs=self.signs,
                read_library=lambda: (
                    read_library(routines_folder(), folder / ROUTINES) if folder else self.library
                ),
                open_outside=self.opened.append,
                load_settings=lambda: self.saved[-1],
                save_settings=self._save,
                health=lambda: self.health,
                chime=self.chime,
                speaker=self.speaker,
                notifier=self.notifier,
                make_keep_awake=lambda _: self.keep_awake,
                hearing=self._hearing,
                trouble=trouble,
            )
        )
        # Today alone opens by itself; it would be built for nothing before any other screen.
        opens = nullcontext() if screen in ("", "today") else patch.object(Shell, "open")
        with opens:
            self.app.root = self.shell = self.app.build()
        Window.add_widget(self.shell)
        Window.bind(on_key_down=self.app._press)
        if screen not in ("", "today"):
            SCREENS[screen](self.shell, self.clock.advance)
        settle()

    @property
    def screen(self) -> Widget:
        return self.shell.screen

    @property
    def settings(self) -> Settings:
        """What was saved last."""
        return self.saved[-1]

    @property
    def top(self) -> Widget:
        """Where fingers and keys go: the screen or, while it lies above it, a sheet or a dialog."""
        return topmost() or self.shell

    def leave(self) -> None:
        while (modal := topmost()) is not None:
            modal.close()
        if (keyboard_at := focused()) is not None:
            keyboard_at.focus = False
        if self.shell.following is not None:
            self.shell.stop_following()
        Window.unbind(on_key_down=self.app._press)
        self.shell.clear_widgets()
        Window.remove_widget(self.shell)
        forget_what_is_due_later()

    def widgets(self, kind: type[Kind]) -> Iterator[Kind]:
        """All widgets of that kind that can be seen now or after scrolling, in reading order."""
        return (widget for widget in self.top.walk() if isinstance(widget, kind) and is_shown(widget))

    def only(self, kind: type[Kind]) -> Kind:
        (widget,) = self.widgets(kind)
        return widget

    def button(self, words: str) -> Pressable:
        """The one that says `words`, or stands for them where an icon is all it shows."""
        (found,) = [
            item for item in self.widgets(Pressable) if words in (getattr(item, "label", ""), *texts(item))
        ]
        return found

    def texts(self) -> list[str]:
        return texts(self.top)

    def says(self, words: str) -> bool:
        return any(words in text for text in self.texts())

    def touch(self, words: str) -> None:
        self.touch_at(self.button(words))

    def touch_at(self, widget: Widget, across: float = 0.5) -> None:
        """A finger's tap on the widget, from its left (0) to its right edge (1); it has to be in sight."""
        x, y = widget.to_window(widget.x + widget.width * across, widget.center_y)
        assert 0 <= x < Window.width, f"{widget} is out of sight at {x:.0f}, {y:.0f}"
        assert 0 <= y < Window.height, f"{widget} is out of sight at {x:.0f}, {y:.0f}"
        finger = UnitTestTouch(x, y)
        finger.touch_down()
        frames(1)
        finger.touch_up()
        frames(SETTLING)

    def drag(self, widget: Widget, to: float, steps: int = 8) -> None:
        """Takes the widget by its middle and lets it go at the height `to` of the window."""
        x, y = widget.to_window(*widget.center)
        finger = UnitTestTouch(x, y)
        finger.touch_down()
        frames(1)
        for number in range(1, steps + 1):
            finger.touch_move(x, y + (to - y) * number / steps)
            frames(1)
        finger.touch_up()
        settle()

    def bring_into_sight(self, widget: Widget) -> None:
        bring_into_sight(widget)
        settle()

    def press(self, *keys: str) -> None:
        """Presses keys one after the other, as the window hands them on: `press("tab", "ctrl+z")`, `press("+")`."""
        for key in keys:
            *modifiers, name = [key] if key == "+" else key.split("+")
            code = Keyboard.keycodes[name]
            text = name if len(name) == 1 else None
            Window.dispatch("on_key_down", code, code, text, modifiers)
            Window.dispatch("on_key_up", code, code)
            settle()

    def write(self, text: str) -> None:
        """Types into whatever has the keyboard, as a keyboard does: the key first, then its letter."""
        for letter in text:
            code = Keyboard.keycodes.get({" ": "spacebar"}.get(letter, letter), 0)
            Window.dispatch("on_key_down", code, code, letter, [])
            Window.dispatch("on_textinput", letter)
            Window.dispatch("on_key_up", code, code)
        settle()

    def pass_time(self, seconds: float, step_s: float = 0.1) -> None:
        """Lets the house's clock and the window's go on together, and the window look once more at the end."""
        for _ in range(round(seconds / step_s)):
            self.clock.advance(step_s)
            still_time.now += step_s - FRAME_S
            frames(1)
        still_time.now += LONGEST_LOOK_S
        frames(1)

    def pass_to_the_end(self, at_most_s: float = 3600) -> None:
        """Follows the session until it is over, all by itself."""
        passed_s = 0.0
        while self.shell.following is not None:
            assert passed_s < at_most_s, "the session does not end"
            self.pass_time(1)
            passed_s += 1
        settle()

    def _save(self, settings: Settings) -> None:
        if self.settings_trouble:
            raise RecordError(self.settings_trouble)
        self.saved.append(settings)

    def _hearing(self, chosen: Settings) -> Hearing:
        return Hearing(chosen.voice, chosen.sounds, chosen.voice_volume / 100, chosen.volume / 100)


def is_shown(widget: Widget) -> bool:
    """Whether it is meant to be seen: neither it nor anything around it is transparent or without room."""
    while isinstance(widget, Widget):
        if widget.opacity == 0 or (isinstance(widget, ScrollView) and min(widget.size) <= 0):
            return False
        widget = widget.parent
    return True


def texts(widget: Widget) -> list[str]:
    """All that can be read in it, icons left out."""
    return [
        label.text
        for label in widget.walk(restrict=True)
        if isinstance(label, Label) and not isinstance(label, Icon) and label.text and is_shown(label)
    ]

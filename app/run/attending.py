"""Reminds, and offers breaks from sitting, while a window is open. Knows no widget.

All of it happens in a thread of its own, for a desktop may take seconds to answer; whoever listens is called
from there.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from app.core.breaks.sitting import (
    Answer,
    BreakOffered,
    BreakOver,
    Conditions,
    HeldBack,
    IntervalAsked,
    Sitting,
    Step,
    answer,
    look,
)
from app.core.ports import Asked, Asker, BusyProbe, Clock, IdleTime, Pressed
from app.core.reminders.owing import is_excused
from app.core.routine import Routine
from app.core.settings import Settings
from app.run.home import RunError, folder, library
from app.run.remind import Reminding, recent_diary
from app.run.signs import verdict_now
from app.storage.errors import StoreError
from app.storage.reminder_memory import hold_watch

if TYPE_CHECKING:
    from filelock import BaseFileLock

    from app.core.diary import Diary

EVERY_S = 5.0
"""Between two looks, while breaks are wanted."""
SELDOM_S = 20.0
"""Between two looks for reminders alone."""

log = logging.getLogger(__name__)


class Listener(Protocol):
    """What the window does. Every call comes from another thread."""

    def open_window(self) -> None:
        """Brings the window up, as it is."""

    def open_routine(self, routine: str) -> None:
        """Brings the window up on that routine, ready to start."""

    def start_break(self, move: Routine) -> None:
        """Brings the window up on the move of a break."""

    def offer_break(self, move: Routine) -> None:
        """The desktop shows it too, where it can; `Attendant.answer_break` takes the answer."""

    def take_break_back(self) -> None:
        """The offer, or the question of the interval, no longer stands."""

    def ask_interval(self, asked: IntervalAsked) -> None: ...

    def change_interval(self, minutes: int) -> None:
        """The person wants breaks this far apart."""

    def tell(self, title: str, body: str) -> None:
        """Shows a note in the window: the desktop could not."""


class Machine(Struct, frozen=True):
    """The parts of the machine that are asked."""

    clock: Clock
    asker: Asker
    idle: IdleTime
    busy: BusyProbe


class Attendant:
    """`moving` is asked whether a routine is under way. One Attendant a data folder: a second waits for its end."""

    def __init__(
        self,
        machine: Machine,
        load_settings: Callable[[], Settings],
        listener: Listener,
        moving: Callable[[], bool],
    ) -> None:
        self._machine = machine
        self._settings = load_settings
        self._listener = listener
        self._moving = moving
        asker = _InWindowElse(machine.asker, listener)
        self._reminding = Reminding(machine.clock, asker, self._start, lambda _: None)
        self._sitting = Sitting()
        self._answers: SimpleQueue[Answer] = SimpleQueue()
        self._move: Routine | None = None
        self._offer: int | None = None
        self._asked: tuple[int, IntervalAsked] | None = None
        self._closed = Event()
        self._watch: BaseFileLock | None = None

    @property
    def held_back(self) -> tuple[HeldBack, ...]:
        """The breaks that were not offered, and why; the last fifty."""
        return self._sitting.held_back

    def start(self) -> None:
        """Returns at once; never raises."""
        Thread(target=self._work, name="soleus-attendant", daemon=True).start()

    def answer_break(self, given: Answer) -> None:
        """What was said in the window to the offer. From any thread; at the next look it counts."""
        self._answers.put(given)

    def close(self) -> None:
        """Returns at once, and from then on others may remind.

        The thread ends after its look, or with the process if that is sooner.
        """
        self._closed.set()
        if self._watch is not None:
            self._watch.release()

    def step(self, wait_s: float = EVERY_S) -> None:
        """One look, and what is pressed in the next `wait_s` seconds. Raises `RunError`."""
        self._reminding.send()
        self._look_at_sitting()
        pressed = self._machine.asker.pressed(wait_s)
        if pressed is not None and not self._reminding.hear(pressed):
            self._hear_of_break(pressed)

    def _work(self) -> None:
        try:
            self._watch = watch = self._take_turn()
        except StoreError as error:
            log.warning("%s", error)
            return
        if watch is None:
            return
        try:
            while not self._closed.is_set():
                self._step_or_wait()
        finally:
            watch.release()
            self._machine.asker.close()

    def _take_turn(self) -> BaseFileLock | None:
        """Waits while another window reminds; None if this one was closed before. Raises `StoreError`.

        The command looks whether a window reminds by trying the same lock: for a moment it is another.
        """
        while not self._closed.is_set():
            watch = hold_watch(folder())
            if watch is not None:
                return watch
            self._closed.wait(SELDOM_S)
        return None

    def _step_or_wait(self) -> None:
        try:
            self.step(EVERY_S if self._settings().breaks.enabled else SELDOM_S)
        except (RunError, OSError) as error:  # a full disk, say: the next look may do
            log.warning("reminders and breaks wait: %s", error)
            self._closed.wait(SELDOM_S)

    def _start(self, arguments: tuple[str, ...]) -> str:
        if arguments:
            self._listener.open_routine(arguments[-1])
        else:
            self._listener.open_window()
        return ""

    def _look_at_sitting(self) -> None:
        rules, now = self._settings().breaks, self._machine.clock.now()
        while (given := self._next_answer()) is not None:
            self._take_note_away()
            self._take(answer(self._sitting, rules, given, now))
        if not rules.enabled and self._sitting == Sitting():
            return
        self._take(look(self._sitting, rules, now, self._machine.idle.seconds(), self._conditions()))

    def _next_answer(self) -> Answer | None:
        try:
            return self._answers.get_nowait()
        except Empty:
            return None

    def _conditions(self) -> Conditions:
        """What is costly to read is read only where a break is near: due, but not offered yet."""
        if self._sitting.sat.total_seconds() < 60 * self._settings().breaks.every_min - EVERY_S:
            return Conditions(moving=self._moving())
        found = self._machine.busy.look()
        return Conditions(
            do_not_disturb=found.do_not_disturb,
            full_screen=found.full_screen,
            camera=found.camera,
            microphone=found.microphone,
            off=is_excused(self._diary()) or verdict_now().stops_everything,
            moving=self._moving(),
        )

    def _take(self, step: Step) -> None:
        self._sitting, events = step
        for event in events:
            match event:
                case BreakOffered(sat_min):
                    self._offer_break(sat_min)
                case BreakOver():
                    self._take_note_away()
                    self._listener.take_break_back()
                case IntervalAsked():
                    self._ask_interval(event)

    def _offer_break(self, sat_min: int) -> None:
        from app.core.breaks.move import standing_move
        from app.views.breaks import break_buttons, break_note

        self._move = standing_move(self._diary(), library().exercises, verdict_now().blocked)
        if self._move is None:
            return
        self._listener.offer_break(self._move)
        title, body = break_note(sat_min, self._move)
        self._offer = self._machine.asker.ask(title, body, break_buttons()).number

    def _ask_interval(self, asked: IntervalAsked) -> None:
        from app.views.breaks import interval_buttons, interval_note

        self._listener.ask_interval(asked)
        number = self._machine.asker.ask(*interval_note(asked), interval_buttons(asked)).number
        self._asked = (number, asked) if number is not None else None

    def _hear_of_break(self, pressed: Pressed) -> None:
        from app.views.breaks import LATER, LONGER, SKIP, TAKE

        if self._asked is not None and pressed.number == self._asked[0]:
            if pressed.button == LONGER:
                self._listener.change_interval(self._asked[1].longer_min)
            self._asked = None
            return
        if pressed.number != self._offer or self._move is None:
            return
        self._take_note_away()
        if pressed.button in (TAKE, "default"):
            self._listener.start_break(self._move)
            self._answers.put("taken")
        elif pressed.button in (LATER, SKIP):
            self._answers.put("snoozed" if pressed.button == LATER else "skipped")
            self._listener.take_break_back()

    def _take_note_away(self) -> None:
        """A note that stood on would offer what no longer stands: not every desktop takes a pressed one away."""
        offer, self._offer = self._offer, None
        if offer is not None:
            self._machine.asker.take_back(offer)

    def _diary(self) -> Diary:
        return recent_diary(self._machine.clock)


class _InWindowElse:
    """Asks by the desktop; what it could not show is told in the window, and counts as shown."""

    def __init__(self, asker: Asker, listener: Listener) -> None:
        self._asker = asker
        self._listener = listener

    def ask(self, title: str, body: str, buttons: Sequence[tuple[str, str]]) -> Asked:
        asked = self._asker.ask(title, body, buttons)
        if asked.why:
            self._listener.tell(title, body)
        return Asked(asked.number)

    def pressed(self, wait_s: float) -> Pressed | None:
        return self._asker.pressed(wait_s)

    def take_back(self, number: int) -> None:
        self._asker.take_back(number)

    def close(self) -> None:
        self._asker.close()

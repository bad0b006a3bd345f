"""Sends the reminders that are due, once, and hears what is answered. Knows no window and no Kivy.

Most calls find nothing to say and end after reading two small files: the settings and the memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC

from msgspec import Struct

from app.core.diary import Diary
from app.core.ports import Asker, Clock, Pressed
from app.core.reminders.memory import SNOOZE, Memory, is_waiting, with_returned, with_skipped, with_snoozed
from app.core.reminders.reminding import Notice, due_now, next_due, pending
from app.run.home import RunError, diary_in, folder, reading, settings
from app.storage.reminder_memory import change_memory, is_watched, load_memory

ANSWER_S = 600.0
"""For how long a note's buttons are listened to."""
LONGEST_LOOK_S = 60.0
SHORTEST_LOOK_S = 1.0

Start = Callable[[tuple[str, ...]], str]
"""Starts Soleus with these arguments; why it could not, or ""."""


class Sent(Struct, frozen=True):
    """What to say, and the diary in which it was found to be owed."""

    notices: tuple[Notice, ...]
    diary: Diary


def remind_due(print_line: Callable[[str], None]) -> None:
    """Sends what is due now, and ends. Raises `RunError` if that could not be shown.

    Where the desktop tells which button was pressed, a process of its own stays behind for as long as a note is
    there, at most ten minutes from the last, or something was put off, and sends what becomes due meanwhile.
    """
    from app.adapters.clock import SystemClock

    clock = SystemClock()
    if not (has_come(clock) or is_put_off(clock)) or is_watched(folder()):  # the lock is the dearest to ask
        return
    from app.adapters.asking import open_asker
    from app.adapters.own_program import start_soleus, stay_behind
    from app.storage.bundle import assets_folder

    asker = open_asker(assets_folder() / "icon.png")
    try:
        Reminding(clock, asker, start_soleus, print_line, lambda: is_watched(folder())).run(stay_behind)
    finally:
        asker.close()


class Reminding:
    """Sends, and hears what is answered. While `stands_aside` says so, somebody else reminds."""

    def __init__(
        self,
        clock: Clock,
        asker: Asker,
        start: Start,
        tell: Callable[[str], None],
        stands_aside: Callable[[], bool] = lambda: False,
    ) -> None:
        self._clock = clock
        self._asker = asker
        self._start = start
        self._tell = tell
        self._stands_aside = stands_aside
        self._open: dict[int, Notice] = {}
        self._snoozed = False
        self._until = 0.0

    def run(self, stays: Callable[[], bool] = lambda: True) -> None:
        """Sends, and stays as long as anybody may answer, if this process is the one that `stays`.

        Raises `RunError`, see `send`.
        """
        self.send()
        self._wait_for_what_was_put_off()
        if not ((self._open or self._snoozed) and stays()):
            return
        wait_s = self._patience()
        while (self._open or self._snoozed) and self._clock.monotonic() < self._until:
            pressed = self._asker.pressed(wait_s)
            if pressed is not None:
                self.hear(pressed)
            wait_s = self._send_again()

    def send(self) -> bool:
        """What is due now; False where somebody else reminds.

        Raises `RunError` if it could not be shown; it is then due again.
        """
        if self._stands_aside():  # a window was opened meanwhile
            self._open = {}
            return False
        if not has_come(self._clock):
            return True
        sent = take_due(self._clock)
        for number, notice in enumerate(sent.notices):
            why = self._show(notice, sent.diary)
            if why:
                give_back(sent.notices[number:])
                raise RunError(why)
        return True

    def _send_again(self) -> float:
        """Sends; the seconds until the next look. A desktop that went away meanwhile may come back."""
        try:
            self._snoozed = self.send() and is_put_off(self._clock)
        except RunError:
            return LONGEST_LOOK_S
        return self._patience()

    def _wait_for_what_was_put_off(self) -> None:
        self._snoozed = is_put_off(self._clock)
        if self._snoozed:
            self._until = self._clock.monotonic() + SNOOZE.total_seconds() + ANSWER_S

    def hear(self, pressed: Pressed) -> bool:
        """Does what was answered; whether the note was one of these. Raises `RunError`."""
        notice = self._open.pop(pressed.number, None)
        if notice is None:
            return False
        self._answer(notice, pressed.button)
        return True

    def _show(self, notice: Notice, diary: Diary) -> str:
        """Why it could not be shown, in a line; "" if it was."""
        from app.views.reminders import reminder_buttons, reminder_note, unshown

        title, body = reminder_note(notice, diary, name_of)
        asked = self._asker.ask(title, body, reminder_buttons(notice))
        if asked.why:
            return unshown(asked.why)
        self._tell(title)
        if asked.number is not None:
            self._open[asked.number] = notice
            self._until = self._clock.monotonic() + ANSWER_S
        return ""

    def _answer(self, notice: Notice, button: str | None) -> None:
        from app.views.reminders import OPEN, SKIP, START
        from app.views.reminders import SNOOZE as LATER

        if button == START and notice.routine is not None:
            self._start(("play", notice.routine))
        elif button in (OPEN, START):
            self._start(())
        elif button == LATER:
            snooze(notice, self._clock)
            self._wait_for_what_was_put_off()
        elif button == SKIP:
            skip_today(notice, self._clock)

    def _patience(self) -> float:
        """Seconds to wait for a press before looking whether something else is due."""
        now = self._clock.now()
        due = next_due(settings().reminding, load_memory(folder()), now)
        ahead = (due - now.astimezone(UTC)).total_seconds() if due else LONGEST_LOOK_S
        left = self._until - self._clock.monotonic()
        return max(SHORTEST_LOOK_S, min(ahead, left, LONGEST_LOOK_S))


def has_come(clock: Clock) -> bool:
    """Whether any reminder's time has come that is not settled: only then the history is worth reading.

    None has while a warning sign stands that needs help today; nothing is settled meanwhile, as in quiet hours.
    """
    if not pending(settings().reminding, load_memory(folder()), clock.now()):
        return False
    from app.run.signs import verdict_now

    return not verdict_now().stops_everything


def is_put_off(clock: Clock) -> bool:
    """Whether something is to be heard again within the next ten minutes."""
    return is_waiting(load_memory(folder()), clock.now())


def call_for_what_was_put_off(clock: Clock, start: Start) -> None:
    """Has a process of its own wait for it, since this one ends."""
    if is_put_off(clock):
        start(("remind", "--due"))


def take_due(clock: Clock) -> Sent:
    """What is due now, and counts as heard from here on: no other process is told of it. Raises `RunError`."""
    plan, now, diary = settings().reminding, clock.now(), recent_diary(clock)
    notices = _change(lambda memory: due_now(plan, memory, diary, now))
    return Sent(notices, diary)


def give_back(notices: Iterable[Notice]) -> None:
    """They could not be shown, and are due again. Raises `RunError`."""
    occurrences = [each for notice in notices for each in notice.occurrences]
    _change(lambda memory: ((), with_returned(memory, occurrences)))


def snooze(notice: Notice, clock: Clock) -> None:
    """It is heard again in ten minutes. Raises `RunError`."""
    _change(lambda memory: ((), with_snoozed(memory, notice.occurrences, clock.now())))


def skip_today(notice: Notice, clock: Clock) -> None:
    """Its reminders are not heard for the rest of the day. Raises `RunError`."""
    from app.core.days import day_of

    today = day_of(clock.now(), settings().day_start_h)
    _change(lambda memory: ((), with_skipped(memory, notice.reminders, today)))


def name_of(routine: str) -> str:
    from app.storage.bundle import routines_folder
    from app.storage.paths import ROUTINES
    from app.storage.routine_names import routine_name

    return routine_name(routine, (folder() / ROUTINES, routines_folder()))


def recent_diary(clock: Clock) -> Diary:
    """The last weeks, which is all that a reminder asks about: with a programme, all weeks since it was begun."""
    from app.core.days import day_of

    chosen = settings()
    today = day_of(clock.now(), chosen.day_start_h)
    # A window that stays open over the new year goes on writing the log of the old one.
    since = today.year - 1
    with reading(sessions_since=since) as store:
        starts = [each.start.year for each in store.enrolments() if each.holds_on(today)]
        if min(starts, default=today.year) > since:
            return diary_in(store, today, chosen)
    with reading(sessions_since=min(starts) - 1) as store:
        return diary_in(store, today, chosen)


def _change(change: Callable[[Memory], tuple[tuple[Notice, ...], Memory]]) -> tuple[Notice, ...]:
    from app.storage.errors import StoreError

    try:
        return change_memory(folder(), change)
    except StoreError as error:
        raise RunError(str(error)) from error

"""Reminders: each change of their page takes effect and is saved at once. Knows no desktop."""

from collections.abc import Callable
from datetime import time

from kivy.clock import Clock
from msgspec import structs

from app.core.ports import RecordError, Scheduled
from app.core.reminders.reminder import Reminder, changed
from app.core.reminders.setting import (
    FIRST_TIME,
    QUIET_AT_FIRST,
    put,
    put_back,
    toggled,
    with_time,
    without_time,
)
from app.ui.screens.reminders import ReminderContent, RemindersScreen
from app.ui.screens.settings import SettingsScreen
from app.ui.stage import Stage
from app.ui.widgets.modal import Modal
from app.ui.widgets.sheet import BottomSheet
from app.ui.widgets.time_sheet import TimeSheet
from app.views.labels import Reminder as Labels
from app.views.labels import Reminders as PageLabels
from app.views.reminders import BESIDES
from app.views.reminding_page import (
    ANYTHING,
    DELETED,
    RemindersView,
    ReminderView,
    reminder_view,
    reminders_view,
)


class ReminderKeeping:
    """Shows the page in the shell.

    Whether the system is to call is remembered for as long as the page is open: without a reminder nothing
    calls, and a deletion that is taken back brings the call back as well.
    """

    def __init__(self, shell: Stage) -> None:
        self._shell = shell
        self._house = shell.house
        self._books = shell.books
        self._called: Scheduled | None = None
        self._wanted = False
        self._trouble = ""
        self._follow = Clock.create_trigger(lambda _: self._call_anew(), 0)

    def open(self) -> None:
        self._screen = RemindersScreen(view=self._view())
        self._screen.bind(
            on_add=lambda _: self._add(),
            on_reminder=lambda _, reminder: self._open(reminder),
            on_switch=lambda _, reminder: self._switch(reminder),
            on_set=lambda _, key, value: self._set(key, value),
            on_time=lambda _, key: self._ask_quiet(key.removeprefix("quiet-")),
            on_leave=lambda _: self._shell.go("settings"),
        )
        self._shell.show(self._screen)
        Clock.schedule_once(lambda _: self._look_at_call(), 0)

    @property
    def _reminders(self) -> tuple[Reminder, ...]:
        return self._books.settings.reminders

    def _find(self, reminder: str) -> Reminder:
        return next(each for each in self._reminders if each.id == reminder)

    def _name(self, routine: str) -> str:
        entry = self._books.entry(routine)
        return entry.name if entry else routine

    def _view(self) -> RemindersView:
        trouble = self._trouble or self._books.trouble
        return reminders_view(self._books.settings, self._name, self._called, trouble=trouble)

    def _change(self, **changes: object) -> None:
        """Takes these settings, saves them, and has the system call by them."""
        self._books.set(structs.replace(self._books.settings, **changes))
        self._screen.view = self._view()
        self._follow()

    def _put(self, reminder: Reminder) -> None:
        """What is changed speaks of what is to come."""
        self._change(reminders=put(self._reminders, changed(reminder, self._house.clock.now())))

    def _switch(self, reminder: str) -> None:
        found = self._find(reminder)
        self._put(structs.replace(found, enabled=not found.enabled))

    def _add(self) -> None:
        def make(at: time) -> None:
            made = Reminder(self._house.new_id(), (at,))
            self._put(made)
            self._open(made.id)

        _ask_time(PageLabels.ADD, FIRST_TIME, make)

    def _open(self, reminder: str) -> None:
        OneReminder(self._shell, self._find(reminder), self._put, self._delete).open()

    def _delete(self, reminder_id: str) -> None:
        reminder = self._find(reminder_id)
        place = self._reminders.index(reminder)
        self._change(reminders=tuple(each for each in self._reminders if each is not reminder))
        self._shell.offer_undo(DELETED, lambda: self._bring_back(reminder, place))

    def _bring_back(self, reminder: Reminder, place: int) -> None:
        self._change(reminders=put_back(self._reminders, reminder, place))
        if isinstance(self._shell.screen, SettingsScreen):  # it says what is set
            self._shell.go("settings")

    def _set(self, key: str, value: int) -> None:
        if key == "quiet":
            self._change(quiet_hours=QUIET_AT_FIRST if value else None)
        else:
            self._wanted = bool(value)
            self._call(on=self._wanted)

    def _ask_quiet(self, end: str) -> None:
        """`end` is "start" or "end" of the hours."""
        hours = self._books.settings.quiet_hours
        if hours is not None:
            row = next(row for row in self._screen.view.quiet_times if row.key.endswith(end))
            _ask_time(
                row.label,
                getattr(hours, end),
                lambda at: self._change(quiet_hours=structs.replace(hours, **{end: at})),
            )

    def _look_at_call(self) -> None:
        self._called = self._house.system_call.state()
        self._wanted = self._called.state != "off"
        self._screen.view = self._view()

    def _call_anew(self) -> None:
        if self._wanted:
            self._call(on=True)

    def _call(self, *, on: bool) -> None:
        self._trouble = ""
        try:
            self._called = self._house.system_call.switch(self._books.settings, on=on)
        except RecordError as error:
            self._trouble = str(error)
            self._called = self._house.system_call.state()
        self._screen.view = self._view()


class OneReminder:
    """The sheet of one reminder. `put` takes it as it is changed, `delete` its id."""

    def __init__(
        self,
        shell: Stage,
        reminder: Reminder,
        put: Callable[[Reminder], None],
        delete: Callable[[str], None],
    ) -> None:
        self._books = shell.books
        self._reminder = reminder
        self._put = put
        self._delete = delete

    def open(self) -> None:
        self._content = ReminderContent(view=self._view())
        self._content.bind(
            on_time=lambda _, at: self._ask_time(at),
            on_remove=lambda _, at: self._take(without_time(self._reminder, at)),
            on_weekday=lambda _, weekday: self._toggle(weekday),
            on_routine=lambda _: self._ask_routine(),
            on_delete=lambda _: self._leave_for_good(),
            on_leave=lambda _: self._sheet.cancel(),
        )
        self._sheet = Modal(self._content, at_bottom=True)
        self._sheet.open()

    def _view(self) -> ReminderView:
        return reminder_view(self._reminder, self._books.settings.first_weekday, self._name)

    def _name(self, routine: str) -> str:
        entry = self._books.entry(routine)
        return entry.name if entry else routine

    def _take(self, reminder: Reminder) -> None:
        if reminder != self._reminder:
            self._reminder = reminder
            self._put(reminder)
            self._content.view = self._view()

    def _toggle(self, weekday: int) -> None:
        days = toggled(self._reminder.weekdays, weekday)
        self._take(structs.replace(self._reminder, weekdays=days))

    def _ask_time(self, instead_of: time | None) -> None:
        title = Labels.ADD_A_TIME if instead_of is None else Labels.TIMES
        _ask_time(
            title,
            instead_of or FIRST_TIME,
            lambda at: self._take(with_time(self._reminder, at, instead_of)),
        )

    def _ask_routine(self) -> None:
        """Whatever is due, a routine, or something besides stretching: water or another posture."""
        routines = [entry.id for entry in self._books.library.routines if entry.routine]
        besides = [(about, None, words) for about, (words, _) in BESIDES.items()]
        matters = [("stretch", None, ANYTHING), *besides]
        matters += [("stretch", routine, self._name(routine)) for routine in routines]
        now = (self._reminder.about, self._reminder.routine)
        choices = [("finished" if matter[:2] == now else "due", matter[2]) for matter in matters]
        sheet = BottomSheet(title=Labels.WHICH_ROUTINE, choices=choices)

        def choose(index: int) -> None:
            about, routine, _ = matters[index]
            self._take(structs.replace(self._reminder, about=about, routine=routine))

        sheet.bind(on_choose=lambda _, index: choose(index))
        sheet.open()

    def _leave_for_good(self) -> None:
        self._sheet.close()
        self._delete(self._reminder.id)


def _ask_time(title: str, at: time, take: Callable[[time], None]) -> None:
    sheet = TimeSheet(title=title, hour=at.hour, minute=at.minute)
    sheet.bind(on_pick=lambda _, hour, minute: take(time(hour, minute)))
    sheet.open()

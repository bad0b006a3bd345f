"""Breaks from sitting: each change of their page takes effect and is saved at once. Knows no machine."""

from datetime import time

from msgspec import structs

from app.core.breaks.rules import BreakRules
from app.core.reminders.setting import toggled
from app.ui.screens.breaks import BreaksScreen
from app.ui.stage import Stage
from app.ui.widgets.time_sheet import TimeSheet
from app.views.reminding_page import EVERY, BreaksView, breaks_view


class BreakKeeping:
    """Shows the page in the shell."""

    def __init__(self, shell: Stage) -> None:
        self._shell = shell
        self._books = shell.books

    def open(self) -> None:
        self._screen = BreaksScreen(view=self._view())
        self._screen.bind(
            on_set=lambda _, key, value: self._set(key, value),
            on_time=lambda _, key: self._ask_time(key.removeprefix("work-")),
            on_weekday=lambda _, weekday: self._change(days=toggled(self._rules.days, weekday)),
            on_leave=lambda _: self._shell.go("settings"),
        )
        self._shell.show(self._screen)

    @property
    def _rules(self) -> BreakRules:
        return self._books.settings.breaks

    def _view(self) -> BreaksView:
        held_back = self._shell.house.held_back()
        first_weekday = self._books.settings.first_weekday
        return breaks_view(self._rules, first_weekday, held_back, trouble=self._books.trouble)

    def _set(self, key: str, value: int) -> None:
        if key == "enabled":
            self._change(enabled=bool(value))
        else:
            self._change(every_min=EVERY.moved(self._rules.every_min, value))

    def _ask_time(self, end: str) -> None:
        """`end` is "start" or "end" of the hours."""
        row = next(row for row in self._screen.view.hours if row.key.endswith(end))
        at: time = getattr(self._rules, end)
        sheet = TimeSheet(title=row.label, hour=at.hour, minute=at.minute)
        sheet.bind(on_pick=lambda _, hour, minute: self._change(**{end: time(hour, minute)}))
        sheet.open()

    def _change(self, **changes: object) -> None:
        settings = self._books.settings
        self._books.set(structs.replace(settings, breaks=structs.replace(settings.breaks, **changes)))
        self._screen.view = self._view()

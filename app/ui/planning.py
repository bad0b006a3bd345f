"""Planning: the sheet in which it is set when a routine is due. Knows no session."""

from collections.abc import Callable

from app.core.library import Entry
from app.core.planning import Changes, retargeted, toggled, undone
from app.core.ports import RecordError
from app.core.target import EveryNthDay, InProgramme, OnWeekdays, Rhythm, Target
from app.ui.screens.target import TargetContent
from app.ui.stage import Stage
from app.ui.widgets.modal import Modal
from app.views.targets import GAPS, TIMES, TargetView, kept_text, rhythm_of_kind, target_view


class Planning:
    """Shows the sheet of one routine. Each change is written at once; closed, it offers one Undo for all.

    `look_again` is called when a target has changed.
    """

    def __init__(self, shell: Stage, entry: Entry, look_again: Callable[[], None]) -> None:
        self._shell = shell
        self._books = shell.books
        self._entry = entry
        self._look_again = look_again
        self._trouble = ""
        self._before = shell.house.history.targets()
        self._content = TargetContent(view=self._view())

    def open(self) -> None:
        self._content.bind(
            on_kind=lambda _, index: self._choose(index),
            on_weekday=lambda _, weekday: self._toggle(weekday),
            on_gap=lambda _, by: self._widen(by),
            on_times=lambda _, by: self._do_more(by),
        )
        sheet = Modal(self._content, at_bottom=True)
        self._content.bind(on_leave=lambda _: sheet.cancel())
        sheet.bind(on_cancel=lambda _: self._close())
        sheet.open()

    @property
    def _target(self) -> Target | None:
        return self._books.targets_of(self._entry.id)[0]

    @property
    def _targets(self) -> tuple[Target, ...]:
        """Those that are written: what a programme makes due is only read out of the log."""
        return self._shell.house.history.targets()

    @property
    def _programme(self) -> str:
        """The name of the one that makes the routine due, or ""."""
        _, made = self._books.targets_of(self._entry.id)
        if made is None or not isinstance(made.rhythm, InProgramme):
            return ""
        entry = self._books.programmes.find(made.rhythm.programme)
        return entry.name if entry else ""

    def _view(self) -> TargetView:
        return target_view(
            self._entry.name,
            self._target,
            self._books.settings.first_weekday,
            programme=self._programme,
            trouble=self._trouble,
        )

    def _choose(self, kind: int) -> None:
        if kind != self._content.view.kind:
            self._set(rhythm_of_kind(kind))

    def _toggle(self, weekday: int) -> None:
        if self._target and isinstance(self._target.rhythm, OnWeekdays):
            self._set(toggled(self._target.rhythm, weekday))

    def _widen(self, by: int) -> None:
        if self._target and isinstance(self._target.rhythm, EveryNthDay):
            self._set(EveryNthDay(GAPS.moved(self._target.rhythm.days, by)))

    def _do_more(self, by: int) -> None:
        if self._target:
            self._set(self._target.rhythm, TIMES.moved(self._target.times, by))

    def _set(self, rhythm: Rhythm | None, times: int = 0) -> None:
        """By `rhythm` from today on, as often a day as before unless `times` says otherwise."""
        wanted = times or (self._target.times if self._target else 1)
        self._trouble = self._write(
            retargeted(self._targets, self._entry.id, rhythm, wanted, self._books.today)
        )
        self._content.view = self._view()
        self._look_again()

    def _write(self, changes: Changes) -> str:
        history = self._shell.house.history
        try:
            history.put_all(targets=changes.put)
            if changes.delete:
                history.delete_all(targets=changes.delete)
        except RecordError as error:
            return str(error)
        return ""

    def _close(self) -> None:
        before, now = set(self._before), set(self._targets)
        if before != now:
            changes = Changes(tuple(now - before), tuple(target.id for target in before - now))
            text = kept_text(self._entry.name, self._target, self._books.settings.first_weekday)
            self._shell.offer_undo(text, lambda: self._take_back(changes))

    def _take_back(self, changes: Changes) -> None:
        self._books.trouble = self._write(undone(changes, self._before)) or self._books.trouble
        self._look_again()

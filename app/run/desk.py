"""The window's way to take data in and out, with what went wrong in one line. Knows no window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.ports import RecordError
from app.run.home import told
from app.ui.house import Preview

if TYPE_CHECKING:
    from app.run.current import CurrentHistory
    from app.views.transfer import BackupRow


class WindowDesk:
    """A `DataDesk` that works on the history which the window holds open."""

    def __init__(self, history: CurrentHistory) -> None:
        self._history = history

    def look_into(self, path: str, habits: Sequence[str] = ()) -> Preview:
        from app.run.transfer import ChooseHabits, plan_import
        from app.views.transfer import transfer_view

        with told():
            try:
                plan = plan_import(path, self._history.store, habits)
            except ChooseHabits as error:
                return Preview(habits=error.names)
        view = transfer_view(
            plan.merge,
            plan.incoming.left_out,
            new_routines=tuple(plan.routines),
            kept_routines=plan.kept_routines,
        )
        return Preview(view, plan=plan)

    def take_in(self, preview: Preview) -> Callable[[], None]:
        from app.run.transfer import Plan, carry_out, take_back

        plan = preview.plan
        assert isinstance(plan, Plan)  # noqa: S101 - the window hands back what it was given
        with told():
            brought = carry_out(plan, self._history.store)

        def undo() -> None:
            with told():
                take_back(brought, self._history.store)

        return undo

    def export(self, path: str) -> int:
        from app.run.transfer import export_to

        with told():
            return export_to(path, self._history.store)

    def place(self, name: str) -> Path:
        from platformdirs import user_documents_path, user_downloads_path

        places = (user_downloads_path(), user_documents_path())
        path = next((place for place in places if place.is_dir()), Path.home()) / name
        numbers = count(2)
        while path.exists():
            path = path.with_name(f"{Path(name).stem}-{next(numbers)}{path.suffix}")
        return path

    def backups(self) -> tuple[BackupRow, ...]:
        from app.run.transfer import backups
        from app.views.transfer import backup_row

        with told():
            found = backups()
        return tuple(backup_row(each.name, each.day, each.at, each.reason, each.bytes) for each in found)

    def back_up(self) -> bool:
        from app.run.transfer import make_backup

        with told():
            return make_backup() is not None

    def restore(self, name: str) -> str:
        from app.run.transfer import restore
        from app.storage.errors import StoreError

        with told():
            try:
                before = restore(name, self._history.store)
            finally:
                self._reopen(StoreError)
        return before.stem if before else ""

    def _reopen(self, trouble: type[Exception]) -> None:
        try:
            self._history.reopen()
        except trouble as error:
            raise RecordError(f"{error} Close Soleus and open it again.") from error

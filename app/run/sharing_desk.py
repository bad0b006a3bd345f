"""The window's way to hand on routines and reports and to take routines in, troubles in one line. Knows no window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.ports import RecordError
from app.run.home import RunError, told
from app.ui.sharing_desk import Arrival, Paper

if TYPE_CHECKING:
    from app.core.care.report import Report
    from app.core.exercise import Exercise
    from app.core.library import Entry, Library
    from app.core.routine import Routine
    from app.core.target import Target
    from app.ui.house import History
    from app.views.handout import Handout


class WindowSharing:
    """A `SharingDesk` on the user's folder and the history that the window holds open."""

    def __init__(self, history: History) -> None:
        self._history = history

    def usual_paper(self) -> Paper:
        from app.adapters.paper import usual_paper

        return usual_paper()

    def print_sheet(self, said: Handout, path: str, paper: Paper) -> int:
        from app.run.sharing import print_sheet

        with told():
            return print_sheet(said, path, paper)

    def report(self, report: Report, exercises: Mapping[str, Exercise], path: str, paper: Paper) -> None:
        from app.run.reporting import write_report

        with told():
            write_report(report, exercises, path, paper)

    def share(self, entry: Entry, path: str) -> None:
        from app.run.sharing import share_file

        assert entry.routine is not None  # noqa: S101 - the window offers it for sound routines only
        with told():
            share_file(Path(entry.file), entry.routine, path)

    def look_into(self, path: str, library: Library) -> Arrival:
        from app.run.arriving import look_into_parcel

        with told():
            found = look_into_parcel(path, library)
        return Arrival(found.routine, found.exercises, found.new, found.kept, plan=found)

    def take_in(self, arrival: Arrival, as_id: str) -> Callable[[], None]:
        from app.run.arriving import give_back_parcel, take_in_parcel
        from app.storage.deliveries import Delivery

        found = arrival.plan
        assert isinstance(found, Delivery)  # noqa: S101 - the window hands back what it was given
        with told():
            written = take_in_parcel(found, as_id)

        def undo() -> None:
            with told():
                give_back_parcel(written)

        return undo

    def add(self, routine: Routine, targets: Sequence[Target]) -> Callable[[], None]:
        from app.run.sheet import save_new

        with told():
            path = save_new(routine)
        try:
            if targets:
                self._history.put_all(targets=targets)
        except RecordError:
            path.unlink(missing_ok=True)
            raise

        def undo() -> None:
            self._history.delete_all(targets=[target.id for target in targets])
            with told():
                _remove(path)

        return undo


def _remove(path: Path) -> None:
    from app.storage.errors import unwritable

    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise RunError(unwritable(path, error)) from error

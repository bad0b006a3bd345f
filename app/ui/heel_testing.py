"""Leads through the heel-rise test: how it is done, the session, and what was counted. Knows no storage."""

from collections.abc import Callable

from msgspec import structs

from app.core.care.heel_rise import as_tested, counted
from app.core.care.self_test import SelfTest
from app.core.ports import RecordError
from app.core.record import SessionRecord, Side
from app.ui.screens.heel_rise import HeelRiseScreen
from app.ui.stage import Stage
from app.views.heel_rise import HeelRiseView, heel_rise_session, heel_rise_view
from app.views.picture import shown_position


class HeelTesting:
    """`on_done` is told the test that was taken, and what could not be written; `on_left` that there is none."""

    def __init__(
        self, shell: Stage, on_done: Callable[[SelfTest, str], None], on_left: Callable[[], None]
    ) -> None:
        self._shell = shell
        self._books = shell.books
        self._on_done = on_done
        self._on_left = on_left

    def open(self) -> None:
        self._began_s = self._shell.house.clock.monotonic()
        self.screen = HeelRiseScreen(view=self._view())
        self.screen.bind(
            on_start=lambda _: self._start(),
            on_frame=lambda _: self._move(),
            on_leave=lambda _: self._on_left(),
        )
        self._shell.show(self.screen, alone=True)

    def _view(self) -> HeelRiseView:
        hearing = self._shell.house.hearing(self._books.settings)
        return heel_rise_view(self._books.library, hearing, trouble=self._books.trouble)

    def _move(self) -> None:
        elapsed_s = self._shell.house.clock.monotonic() - self._began_s
        self.screen.picture = structs.replace(self.screen.view.picture, position=shown_position(elapsed_s))

    def _start(self) -> None:
        self._shell.follow_test(heel_rise_session(self._books.library), self._over)

    def _over(self, led: SessionRecord) -> None:
        """The session is remembered like any other: it is load, and the muscles do not know that it was a test."""
        record = as_tested(led)
        if not record.done_ms:
            self._forget(record)
            self._on_left()
            return
        self._books.write(record)
        trouble = "" if self._books.is_written(record.id) else self._books.trouble
        self._on_done(self._test(record), trouble)

    def _forget(self, record: SessionRecord) -> None:
        """A session in which nothing was done leaves no trace."""
        try:
            self._shell.house.history.delete(record.id)
        except RecordError as error:
            self._books.trouble = str(error)

    def _test(self, record: SessionRecord) -> SelfTest:
        def tries(side: Side) -> tuple[float, ...]:
            reps = counted(record, side)
            return () if reps is None else (float(reps),)

        return SelfTest(
            id=self._shell.house.new_id(),
            kind="heel-rise",
            taken_at=record.started_at,
            day=record.day,
            left=tries("left"),
            right=tries("right"),
        )

"""The history that is open just now, which a restore puts another in the place of. Knows no file and no window."""

from collections.abc import Callable, Iterable
from datetime import date

from app.core.care.check_in import CheckIn
from app.core.care.kept import CareRecord
from app.core.care.self_test import SelfTest
from app.core.day_mark import DayMark
from app.core.programme.enrolment import Enrolment
from app.core.record import SessionRecord
from app.core.target import Target
from app.storage.store import Store


class CurrentHistory:
    """Stands for whichever store is open: whoever was given the history keeps it over a restore.

    `open_store` opens it anew.
    """

    def __init__(self, store: Store, open_store: Callable[[], Store]) -> None:
        self.store = store
        self._open_store = open_store

    def reopen(self) -> None:
        """Closes what is open, if it is, and opens what lies in the folder now. Raises `StoreError`."""
        self.store.close()
        self.store = self._open_store()

    def close(self) -> None:
        self.store.close()

    @property
    def problems(self) -> tuple[str, ...]:
        return self.store.problems

    def sessions(self) -> tuple[SessionRecord, ...]:
        return self.store.sessions()

    def running(self) -> tuple[SessionRecord, ...]:
        return self.store.running()

    def marks(self) -> tuple[DayMark, ...]:
        return self.store.marks()

    def targets(self) -> tuple[Target, ...]:
        return self.store.targets()

    def check_ins(self) -> tuple[CheckIn, ...]:
        return self.store.check_ins()

    def self_tests(self) -> tuple[SelfTest, ...]:
        return self.store.self_tests()

    def enrolments(self) -> tuple[Enrolment, ...]:
        return self.store.enrolments()

    def put(self, record: SessionRecord) -> None:
        self.store.put(record)

    def delete(self, session_id: str) -> None:
        self.store.delete(session_id)

    def put_mark(self, mark: DayMark) -> None:
        self.store.put_mark(mark)

    def put_target(self, target: Target) -> None:
        self.store.put_target(target)

    def delete_target(self, target_id: str) -> None:
        self.store.delete_target(target_id)

    def put_all(
        self,
        sessions: Iterable[SessionRecord] = (),
        marks: Iterable[DayMark] = (),
        targets: Iterable[Target] = (),
        care: Iterable[CareRecord] = (),
    ) -> None:
        self.store.put_all(sessions, marks, targets, care)

    def delete_all(
        self,
        sessions: Iterable[str] = (),
        days: Iterable[date] = (),
        targets: Iterable[str] = (),
        care: Iterable[CareRecord] = (),
    ) -> None:
        self.store.delete_all(sessions, days, targets, care)

    def compact(self) -> None:
        self.store.compact()

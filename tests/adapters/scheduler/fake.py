"""A scheduler that remembers, for tests of whatever switches one."""

from collections.abc import Sequence

from app.core.ports import CallTime, Health, Scheduled, SchedulerError


class FakeScheduler:
    """While `refusal` holds a reason, nothing can be installed or removed."""

    def __init__(self) -> None:
        self.times: tuple[CallTime, ...] = ()
        self.installs = 0
        self.refusal = ""

    def install(self, times: Sequence[CallTime]) -> None:
        self._insist()
        self.times = tuple(times)
        self.installs += 1

    def remove(self) -> None:
        self._insist()
        self.times = ()

    def state(self) -> Scheduled:
        return Scheduled("on" if self.times else "off", "a fake")

    def health(self) -> Health:
        return Health("scheduler", works=not self.refusal, by="a fake", why=self.refusal)

    def _insist(self) -> None:
        if self.refusal:
            raise SchedulerError(self.refusal)

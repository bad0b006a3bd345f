"""Switches on and off that the system calls for reminders while no window is open. Knows no screen."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import structs

from app.core.ports import Health, RecordError, Scheduled, Scheduler, SchedulerError
from app.core.settings import Settings
from app.run.home import RunError


def switch_scheduler(scheduler: Scheduler, chosen: Settings, *, on: bool) -> Scheduled:
    """How it stands afterwards, which may not be as it was meant to be. Raises `RunError`.

    Without a reminder there is nothing to call for: what was installed is taken away.
    """
    from app.core.reminders.calling import call_times

    times = call_times(chosen.reminding) if on else ()
    try:
        if times:
            scheduler.install(times)
        else:
            scheduler.remove()
    except SchedulerError as error:
        raise RunError(f"The system's scheduler refused: {str(error).rstrip('.')}.") from error
    return scheduler.state()


def follow_reminders(scheduler: Scheduler, chosen: Settings) -> Scheduled:
    """After reminders were changed: calls at their new times, if it is switched on at all. Raises `RunError`."""
    found = scheduler.state()
    return found if found.state == "off" else switch_scheduler(scheduler, chosen, on=True)


class SystemCalls:
    """The switch of the window. `open_scheduler` is asked anew each time: the system may have changed."""

    def __init__(self, open_scheduler: Callable[[], Scheduler]) -> None:
        self._open = open_scheduler

    def state(self) -> Scheduled:
        """With the reason, where it is in order but the machine can do no more than half of it."""
        scheduler = self._open()
        found, health = scheduler.state(), scheduler.health()
        return found if found.why or health.works else structs.replace(found, why=health.why)

    def switch(self, chosen: Settings, *, on: bool) -> Scheduled:
        """How it stands afterwards. Raises `RecordError`."""
        try:
            switch_scheduler(self._open(), chosen, on=on)
        except RunError as error:
            raise RecordError(str(error)) from error
        return self.state()


def scheduler_health() -> Health:
    """Whether the system can call us, and if it should, whether it does."""
    from app.adapters.scheduler.choosing import open_scheduler

    scheduler = open_scheduler()
    found, health = scheduler.state(), scheduler.health()
    if found.state == "broken":
        return Health("scheduler", works=False, by=found.by, why=found.why)
    if not health.works:
        return health
    said = "calls for your reminders" if found.state == "on" else "not switched on"
    return Health("scheduler", works=True, by=f"{health.by}, {said}")

"""Owns which of the system's schedulers is used. Knows no reminder."""

import os
import sys
from collections.abc import Mapping, Sequence

from app.adapters.own_program import soleus_command
from app.adapters.scheduler.autostart import AutostartEntry
from app.adapters.scheduler.launchd import LaunchAgent
from app.adapters.scheduler.systemd import SystemdTimer
from app.adapters.scheduler.windows import WindowsTask
from app.core.ports import CallTime, Health, Scheduled, Scheduler

DUE = ("remind", "--due")


class BestOf:
    """The first of two if the machine has it, else the second; what either left behind is found and removed."""

    def __init__(self, first: Scheduler, second: Scheduler) -> None:
        self._both = (first, second)

    def install(self, times: Sequence[CallTime]) -> None:
        chosen = self._chosen()
        for other in self._both:
            if other is not chosen:
                other.remove()
        chosen.install(times)

    def remove(self) -> None:
        for each in self._both:
            each.remove()

    def state(self) -> Scheduled:
        chosen = self._chosen().state()
        others = (each.state() for each in self._both)
        return (
            chosen
            if chosen.state != "off"
            else next((each for each in others if each.state != "off"), chosen)
        )

    def health(self) -> Health:
        return self._chosen().health()

    def _chosen(self) -> Scheduler:
        first, second = self._both
        return first if first.health().works else second


def open_scheduler(env: Mapping[str, str] = os.environ) -> Scheduler:
    """launchd on macOS, the Task Scheduler on Windows, else a systemd user timer or an entry at login."""
    command = (*soleus_command(), *DUE)
    if sys.platform == "darwin":
        return LaunchAgent(command, env)
    if sys.platform == "win32":
        return WindowsTask(command, env)
    return BestOf(SystemdTimer(command, env), AutostartEntry(command, env))

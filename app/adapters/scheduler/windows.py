"""Owns the task of the Windows Task Scheduler: its XML, and whether it is registered. Knows no reminder."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

from app.adapters.scheduler import files
from app.adapters.scheduler.programs import Run, Said, insist, run
from app.core.ports import CallTime, Health, Scheduled

TASK = "Soleus reminders"
_BY = "Task Scheduler"
_NAMESPACE = "http://schemas.microsoft.com/windows/2004/02/mit/task"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SETTINGS = {
    "MultipleInstancesPolicy": "Parallel",
    "DisallowStartIfOnBatteries": "false",
    "StopIfGoingOnBatteries": "false",
    "StartWhenAvailable": "true",  # makes up for what was missed in sleep
    "ExecutionTimeLimit": "PT30M",
    "Enabled": "true",
}


def task_xml(command: Sequence[str], times: Sequence[CallTime], user: str) -> bytes:
    """A task of `user`: at log-on and at each time, on its weekdays. UTF-16, as schtasks wants it."""
    task = ET.Element("Task", {"version": "1.2", "xmlns": _NAMESPACE})
    triggers = ET.SubElement(task, "Triggers")
    log_on = ET.SubElement(triggers, "LogonTrigger")
    _add(log_on, {"Enabled": "true", "UserId": user, "Delay": "PT1M"})
    for each in times:
        _add_trigger(triggers, each)
    principal = ET.SubElement(ET.SubElement(task, "Principals"), "Principal", {"id": "Author"})
    _add(principal, {"UserId": user, "LogonType": "InteractiveToken", "RunLevel": "LeastPrivilege"})
    _add(ET.SubElement(task, "Settings"), _SETTINGS)
    action = ET.SubElement(ET.SubElement(task, "Actions", {"Context": "Author"}), "Exec")
    _add(action, {"Command": command[0], "Arguments": subprocess.list2cmdline(list(command[1:]))})
    return b"\xff\xfe" + ('<?xml version="1.0" encoding="UTF-16"?>' + ET.tostring(task, "unicode")).encode(
        "utf-16-le"
    )


def _add_trigger(triggers: ET.Element, each: CallTime) -> None:
    """Its boundary has no offset, so it goes by the wall clock wherever the machine is."""
    trigger = ET.SubElement(triggers, "CalendarTrigger")
    _add(trigger, {"StartBoundary": f"2026-01-01T{each.at:%H:%M:%S}", "Enabled": "true"})
    weeks = ET.SubElement(trigger, "ScheduleByWeek")
    _add(weeks, {"WeeksInterval": "1"})
    days = ET.SubElement(weeks, "DaysOfWeek")
    for day in sorted(set(each.weekdays)):
        ET.SubElement(days, _DAYS[day])


def _add(parent: ET.Element, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        ET.SubElement(parent, name).text = text


class WindowsTask:
    """One task of the user's, registered by schtasks."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str] = os.environ, run: Run = run) -> None:
        self._command = _without_console(command)
        domain, user = env.get("USERDOMAIN", ""), env.get("USERNAME", "")
        self._user = f"{domain}\\{user}" if domain else user
        self._run = run

    def install(self, times: Sequence[CallTime]) -> None:
        with TemporaryDirectory(prefix="soleus-") as folder:
            path = Path(folder) / "task.xml"
            files.write(path, task_xml(self._command, times, self._user))
            insist(self._schtasks("/Create", "/XML", str(path), "/F"))

    def remove(self) -> None:
        if self.state().state != "off":
            insist(self._schtasks("/Delete", "/F"))

    def state(self) -> Scheduled:
        found = self._schtasks("/Query", "/XML")
        if not found.ok:
            return Scheduled("off", _BY)
        settings = found.out.partition("<Settings>")[2].partition("</Settings>")[0]
        if "<Enabled>false</Enabled>" in settings:
            return Scheduled("broken", _BY, "the task is switched off in the Task Scheduler")
        return Scheduled("on", _BY)

    def health(self) -> Health:
        found = self._run(("schtasks", "/Query", "/FO", "LIST"))
        return Health("scheduler", works=found.ok, by=_BY, why="" if found.ok else found.why)

    def _schtasks(self, verb: str, *arguments: str) -> Said:
        return self._run(("schtasks", verb, "/TN", TASK, *arguments))


def _without_console(command: Sequence[str]) -> tuple[str, ...]:
    """By pythonw.exe where the interpreter is called, so that no black window flashes up."""
    first = Path(command[0])
    quiet = first.with_name("pythonw.exe")
    if first.name.lower() == "python.exe" and quiet.is_file():
        return str(quiet), *command[1:]
    return tuple(command)

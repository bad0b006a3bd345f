"""Owns the LaunchAgent of macOS: its property list, and whether it is loaded. Knows no reminder."""

import os
import plistlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from app.adapters.scheduler import files
from app.adapters.scheduler.programs import Run, Said, insist, run
from app.core.ports import CallTime, Health, Scheduled

LABEL = "org.soleus.remind"
_BY = "launchd"


def agent_plist(
    command: Sequence[str], times: Sequence[CallTime], environment: Mapping[str, str] | None = None
) -> bytes:
    """At login and at each time; launchd makes up once for all that passed in sleep.

    What it starts (the window) outlives it.
    """
    agent = {
        "Label": LABEL,
        "ProgramArguments": list(command),
        "EnvironmentVariables": dict(environment or {}),
        "RunAtLoad": True,
        "StartCalendarInterval": [entry for each in times for entry in _intervals(each)],
        "AbandonProcessGroup": True,
        "ProcessType": "Background",
    }
    return plistlib.dumps({key: value for key, value in agent.items() if value not in ({}, [])})


def _intervals(each: CallTime) -> list[dict[str, int]]:
    """One for each weekday, launchd's from Sunday = 0 to Saturday = 6; without a weekday it is every day."""
    at = {"Hour": each.at.hour, "Minute": each.at.minute}
    if len(set(each.weekdays)) == 7:
        return [at]
    return [{"Weekday": (day + 1) % 7, **at} for day in sorted(each.weekdays)]


class LaunchAgent:
    """One property list in the user's folder, loaded into the session of the desktop."""

    def __init__(
        self,
        command: Sequence[str],
        env: Mapping[str, str] = os.environ,
        run: Run = run,
        home: Path | None = None,
        user: int | None = None,
    ) -> None:
        self._path = (home or Path.home()) / "Library" / "LaunchAgents" / f"{LABEL}.plist"
        self._command = tuple(command)
        chosen = env.get("SOLEUS_HOME")
        self._environment = {"SOLEUS_HOME": str(Path(chosen).absolute())} if chosen else {}
        self._run = run
        number = user if user is not None else getattr(os, "getuid", lambda: 0)()
        self._domain = f"gui/{number}"

    def install(self, times: Sequence[CallTime]) -> None:
        text = agent_plist(self._command, times, self._environment)
        if files.read(self._path) == text and self.state().state == "on":
            return
        files.write(self._path, text)
        self._ctl("bootout", f"{self._domain}/{LABEL}")  # a loaded one goes on as it was until it is unloaded
        insist(self._ctl("bootstrap", self._domain, str(self._path)))

    def remove(self) -> None:
        if not self._path.exists():
            return
        self._ctl("bootout", f"{self._domain}/{LABEL}")
        files.remove(self._path)

    def state(self) -> Scheduled:
        if not self._path.exists():
            return Scheduled("off", _BY)
        if not self._calls_us():
            return Scheduled("broken", _BY, files.ANOTHER)
        loaded = self._ctl("print", f"{self._domain}/{LABEL}")
        return Scheduled("on", _BY) if loaded.ok else Scheduled("broken", _BY, f"not loaded: {loaded.why}")

    def _calls_us(self) -> bool:
        try:
            agent = plistlib.loads(files.read(self._path) or b"")
        except Exception:  # plistlib raises what its parsers do
            return False
        called = (agent.get("ProgramArguments"), agent.get("EnvironmentVariables", {}))
        return called == (list(self._command), self._environment)

    def health(self) -> Health:
        found = self._ctl("print", self._domain)
        return Health("scheduler", works=found.ok, by=_BY, why="" if found.ok else found.why)

    def _ctl(self, *arguments: str) -> Said:
        return self._run(("launchctl", *arguments))

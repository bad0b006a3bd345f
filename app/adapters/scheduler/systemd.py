"""Owns the systemd user timer: its units, and whether it runs. Knows no reminder."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from app.adapters.scheduler import files
from app.adapters.scheduler.programs import Run, Said, insist, run
from app.adapters.scheduler.systemd_text import SERVICE, TIMER, service_text, timer_text
from app.core.ports import CallTime, Health, Scheduled

_BY = "systemd user timer"


class SystemdTimer:
    """Two unit files in the user's folder, enabled and started."""

    def __init__(
        self,
        command: Sequence[str],
        env: Mapping[str, str] = os.environ,
        run: Run = run,
        home: Path | None = None,
    ) -> None:
        config = env.get("XDG_CONFIG_HOME") or str((home or Path.home()) / ".config")
        self._folder = Path(config) / "systemd" / "user"
        self._command = tuple(command)
        chosen = env.get("SOLEUS_HOME")
        self._environment = (("SOLEUS_HOME", str(Path(chosen).absolute())),) if chosen else ()
        self._run = run

    def install(self, times: Sequence[CallTime]) -> None:
        texts = self._texts(times)
        unchanged = all(files.read(self._folder / name) == text for name, text in texts.items())
        if unchanged and self.state().state == "on":
            return
        for name, text in texts.items():
            files.write(self._folder / name, text)
        insist(self._ctl("daemon-reload"))
        insist(self._ctl("enable", TIMER))
        insist(self._ctl("restart", TIMER))

    def remove(self) -> None:
        if not any((self._folder / name).exists() for name in (SERVICE, TIMER)):
            return
        self._ctl("disable", "--now", TIMER)  # where no manager runs there is nothing to stop
        for name in (TIMER, SERVICE):
            files.remove(self._folder / name)
        files.remove(self._folder / "timers.target.wants" / TIMER)
        self._ctl("daemon-reload")

    def state(self) -> Scheduled:
        if not (self._folder / TIMER).exists():
            return Scheduled("off", _BY)
        if not (self._folder / SERVICE).exists():
            return Scheduled("broken", _BY, f"{self._folder / SERVICE} is missing")
        if not self._calls_us():
            return Scheduled("broken", _BY, files.ANOTHER)
        active, enabled = self._ctl("is-active", TIMER), self._ctl("is-enabled", TIMER)
        if active.ok and enabled.ok:
            return Scheduled("on", _BY)
        asked = enabled if active.ok else active
        return Scheduled("broken", _BY, f"{TIMER} does not run: {asked.out or asked.why}")

    def _calls_us(self) -> bool:
        """By the lines that say what is called: the others may be those of an earlier version."""
        ours = service_text(self._command, self._environment).encode()
        return _calls(files.read(self._folder / SERVICE) or b"") == _calls(ours)

    def health(self) -> Health:
        found = self._ctl("is-system-running")
        # A manager that runs with some unit failed says "degraded" and fails, and is good enough.
        runs = found.out in ("running", "degraded", "starting", "initializing", "maintenance")
        why = "" if runs else f"no systemd user manager is running ({found.out or found.why})"
        return Health("scheduler", works=runs, by=_BY, why=why)

    def _ctl(self, *arguments: str) -> Said:
        return self._run(("systemctl", "--user", *arguments))

    def _texts(self, times: Sequence[CallTime]) -> dict[str, bytes]:
        return {
            SERVICE: service_text(self._command, self._environment).encode(),
            TIMER: timer_text(times).encode(),
        }


def _calls(service: bytes) -> list[bytes]:
    return [line for line in service.splitlines() if line.startswith((b"ExecStart=", b"Environment="))]

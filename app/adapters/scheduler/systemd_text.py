"""What the two units of the systemd user timer say. Pure; knows no file and no systemd that runs."""

from collections.abc import Sequence

from app.core.ports import CallTime

SERVICE, TIMER = "soleus-remind.service", "soleus-remind.timer"
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def service_text(command: Sequence[str], environment: Sequence[tuple[str, str]] = ()) -> str:
    """`soleus remind --due`, once, and again while it fails: with a desktop that is not there it shows nothing.

    What it starts (the window, by a note's button) outlives it.
    """
    lines = [
        "# Written by Soleus; the switch in its settings takes it away.",
        "[Unit]",
        "Description=Reminders to stretch",
        "",
        "[Service]",
        "Type=oneshot",
        f"ExecStart={' '.join(map(quoted, command))}",
        *(f"Environment={quoted(f'{name}={value}', is_command=False)}" for name, value in environment),
        "KillMode=process",
        "Restart=on-failure",
        "RestartSec=2min",
    ]
    return "\n".join(lines) + "\n"


def timer_text(times: Sequence[CallTime]) -> str:
    """At each time, to the minute; after sleep and after a start for what was missed.

    `Persistent` makes up for what passed while the machine was off, once; `OnStartupSec`, a minute after
    login, for what the desktop was not there to show.
    """
    lines = [
        "# Written by Soleus; the switch in its settings takes it away.",
        "[Unit]",
        "Description=When to be reminded to stretch",
        "",
        "[Timer]",
        *(f"OnCalendar={calendar(each)}" for each in times),
        "OnStartupSec=1min",
        "Persistent=true",
        "AccuracySec=1s",
        "",
        "[Install]",
        "WantedBy=timers.target",
    ]
    return "\n".join(lines) + "\n"


def calendar(each: CallTime) -> str:
    """A calendar event of systemd.time(7): "Mon,Wed *-*-* 07:30:00", without days if on all of them."""
    days = ",".join(_DAYS[day] for day in sorted(each.weekdays))
    at = f"*-*-* {each.at:%H:%M:%S}"
    return at if len(set(each.weekdays)) == len(_DAYS) else f"{days} {at}"


def quoted(word: str, *, is_command: bool = True) -> str:
    """One word of a command line in a unit, whatever is in it: % and, in a command, $ mean something there."""
    text = word.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("%", "%%")
    return f'"{text.replace("$", "$$")}"' if is_command else f'"{text}"'

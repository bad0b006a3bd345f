"""What every scheduler keeps to, in a home of its own and with the system's programs played."""

from collections.abc import Callable
from datetime import time
from pathlib import Path

import pytest

from app.adapters.scheduler.autostart import AutostartEntry
from app.adapters.scheduler.choosing import BestOf, open_scheduler
from app.adapters.scheduler.files import ANOTHER
from app.adapters.scheduler.launchd import LaunchAgent
from app.adapters.scheduler.systemd import SystemdTimer
from app.adapters.scheduler.windows import WindowsTask
from app.core.ports import CallTime, Scheduler, SchedulerError
from tests.adapters.scheduler.conftest import left_in
from tests.adapters.scheduler.fake import FakeScheduler

COMMAND = ("/opt/a b/soleus", "remind", "--due")
TIMES = (CallTime(time(7, 30), (0, 1, 2, 3, 4)), CallTime(time(18), tuple(range(7))))
OTHERS = (CallTime(time(6), (6,)),)

SCHEDULERS: dict[str, Callable[[], Scheduler]] = {
    "systemd": lambda: SystemdTimer(COMMAND),
    "launchd": lambda: LaunchAgent(COMMAND, user=501),
    "windows": lambda: WindowsTask(COMMAND, {"USERNAME": "ann", "USERDOMAIN": "DESK"}),
    "autostart": lambda: AutostartEntry(COMMAND),
    "best of two": lambda: BestOf(SystemdTimer(COMMAND), AutostartEntry(COMMAND)),
    "this machine's": open_scheduler,
    "fake": FakeScheduler,
}


@pytest.fixture(params=SCHEDULERS.values(), ids=SCHEDULERS)
def scheduler(request: pytest.FixtureRequest, home: Path) -> Scheduler:
    return request.param()


def everything(home: Path, state: Path) -> dict[str, bytes]:
    return {
        str(path): path.read_bytes() for root in (home, state) for path in root.rglob("*") if path.is_file()
    }


def test_nothing_is_installed_at_first_and_asking_installs_nothing(
    scheduler: Scheduler, home: Path, state: Path
):
    assert scheduler.state().state == "off"
    assert scheduler.state().by
    health = scheduler.health()
    assert (health.part, bool(health.by)) == ("scheduler", True)
    assert health.works or health.why
    assert everything(home, state) == {}


def test_installed_it_is_on_and_twice_is_once(scheduler: Scheduler, home: Path, state: Path):
    scheduler.install(TIMES)
    assert (scheduler.state().state, scheduler.state().why) == ("on", "")
    once = everything(home, state)
    scheduler.install(TIMES)
    assert scheduler.state().state == "on"
    assert everything(home, state) == once


def test_other_times_take_the_place_of_the_first(scheduler: Scheduler, home: Path, state: Path):
    scheduler.install(OTHERS)
    fresh = everything(home, state)
    scheduler.install(TIMES)
    scheduler.install(OTHERS)
    assert everything(home, state) == fresh
    assert scheduler.state().state == "on"


def test_removed_it_leaves_nothing_and_twice_is_once(scheduler: Scheduler, home: Path, state: Path):
    scheduler.remove()
    scheduler.install(TIMES)
    for _ in range(2):
        scheduler.remove()
        assert scheduler.state().state == "off"
        assert everything(home, state) == {}


def test_what_another_run_installed_is_seen(scheduler: Scheduler, request: pytest.FixtureRequest):
    make = request.node.callspec.params["scheduler"]
    if make is FakeScheduler:
        return  # it remembers nothing beyond itself
    scheduler.install(TIMES)
    assert make().state().state == "on"
    make().remove()
    assert scheduler.state().state == "off"


@pytest.mark.parametrize("make", [SystemdTimer, LaunchAgent, AutostartEntry])
@pytest.mark.parametrize(
    ("command", "env"), [(("/old/soleus", *COMMAND[1:]), {}), (COMMAND, {"SOLEUS_HOME": "/data/bert"})]
)
def test_what_calls_another_soleus_or_for_another_folder_is_broken_and_mended(
    make: Callable[..., Scheduler], command: tuple[str, ...], env: dict[str, str], home: Path
):
    make(command, {"HOME": str(home), **env}).install(TIMES)
    ours = make(COMMAND, {"HOME": str(home)})
    assert (ours.state().state, ours.state().why) == ("broken", ANOTHER)
    ours.install(TIMES)
    assert ours.state().state == "on"
    make(command, {"HOME": str(home), **env}).install(TIMES)
    ours.remove()
    assert ours.state().state == "off"
    assert left_in(home) == set()


@pytest.mark.parametrize("name", ["systemd", "launchd", "windows"])
def test_a_system_that_refuses_is_told_in_one_line(
    name: str, home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    with pytest.raises(SchedulerError, match=r"^(systemctl|launchctl|schtasks): .*No such file"):
        SCHEDULERS[name]().install(TIMES)
    assert not SCHEDULERS[name]().health().works
    SCHEDULERS[name]().remove()
    assert left_in(home) == set()


@pytest.mark.parametrize("name", ["systemd", "launchd", "autostart"])
def test_a_home_that_cannot_be_written_is_told_in_one_line(name: str, home: Path):
    (home / ".config").write_text("in the way")
    (home / "Library").write_text("in the way")
    with pytest.raises(SchedulerError, match=r"could not be written \("):
        SCHEDULERS[name]().install(TIMES)
    assert SCHEDULERS[name]().state().state == "off"
    SCHEDULERS[name]().remove()

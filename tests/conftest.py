"""The ground that every test stands on: no display, no sound, a home of its own. Set before anything imports Kivy.

`@pytest.mark.needs("dunst")` skips a test of a real part where that program is missing. With
SOLEUS_NO_SKIPS=1, as in CI, a skipped test fails the run.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from app.environment import prepare_environment
from tools.machine import TEST_PROGRAMS

NO_SKIPS = os.environ.get("SOLEUS_NO_SKIPS") == "1"
REAL_PARTS = {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"}
HOME = Path(tempfile.mkdtemp(prefix="soleus-tests-"))


def _stand_alone() -> None:
    for name in list(os.environ):
        if name in REAL_PARTS or name.startswith(("KCFG_", "KIVY_", "SDL_")):
            del os.environ[name]
    os.environ |= {
        "HOME": str(HOME),
        "USERPROFILE": str(HOME),
        "SOLEUS_HOME": str(HOME / "soleus"),
        "KIVY_METRICS_DENSITY": "1",
        "KIVY_METRICS_FONTSCALE": "1",
        "SDL_AUDIODRIVER": "dummy",
        "SDL_VIDEODRIVER": "offscreen",
    }
    for name in ("CACHE", "CONFIG", "DATA", "STATE"):
        os.environ[f"XDG_{name}_HOME"] = str(HOME / name.lower())
    runtime = HOME / "runtime"
    runtime.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    prepare_environment(HOME / "soleus")


_stand_alone()
settings.register_profile("soleus", deadline=None, derandomize=NO_SKIPS)
settings.load_profile("soleus")


def pytest_unconfigure() -> None:
    shutil.rmtree(HOME, ignore_errors=True)


def pytest_runtest_setup(item: pytest.Item) -> None:
    commands = [command for mark in item.iter_markers("needs") for command in mark.args]
    missing = [command for command in commands if shutil.which(command) is None]
    if missing:
        packages = " ".join(TEST_PROGRAMS[command] for command in missing)
        pytest.skip(f"needs {', '.join(missing)} (Debian: apt-get install {packages})")


def pytest_sessionfinish(session: pytest.Session) -> None:
    if NO_SKIPS and session.exitstatus == pytest.ExitCode.OK and _skipped(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if NO_SKIPS and (skipped := _skipped(config)):
        terminalreporter.section("A skipped test counts as a failure here", red=True)
        for report in skipped:
            terminalreporter.line(f"{report.nodeid}: {report.longrepr[2]}")


def _skipped(config: pytest.Config) -> list[pytest.TestReport]:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    return reporter.stats.get("skipped", []) if reporter else []

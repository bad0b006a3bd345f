"""A home and the system's programs to stand in: each keeps what it was told in files, as the real one would."""

from pathlib import Path

import pytest

from tests.adapters.machine import write_program

SYSTEMCTL = """
echo "$@" >> "{log}"
shift  # --user
units="$HOME/.config/systemd/user"
case "$1" in
  is-system-running) echo running ;;
  daemon-reload) ;;
  enable) test -f "$units/$2" && touch "{state}/enabled" ;;
  restart) test -f "$units/$2" && touch "{state}/active" ;;
  disable) rm -f "{state}/enabled" "{state}/active" ;;
  is-active) test -f "{state}/active" && echo active || (echo inactive; exit 3) ;;
  is-enabled) test -f "{state}/enabled" && echo enabled || (echo disabled; exit 1) ;;
esac
"""
LAUNCHCTL = """
echo "$@" >> "{log}"
case "$1" in
  bootstrap) test -f "$3" && cp "$3" "{state}/loaded" ;;
  bootout) test -f "{state}/loaded" && rm "{state}/loaded" || (echo "3: No such process" >&2; exit 3) ;;
  print) case "$2" in
    gui/*/*) test -f "{state}/loaded" || (echo "Could not find service" >&2; exit 113) ;;
  esac ;;
esac
"""
SCHTASKS = """
echo "$@" >> "{log}"
case "$1" in
  /Create) cp "$5" "{state}/task" ;;
  /Delete) rm "{state}/task" ;;
  /Query) case "$2" in
    /TN) if [ -f "{state}/task" ]; then iconv -f UTF-16 -t UTF-8 "{state}/task"
         else echo "ERROR: The system cannot find the file specified." >&2; exit 1; fi ;;
    *) echo "TaskName: x" ;;
  esac ;;
esac
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home; the programs first on the PATH."""
    folder, programs, state = (tmp_path / name for name in ("home", "bin", "state"))
    for each in (folder, programs, state):
        each.mkdir()
    for name, body in (("systemctl", SYSTEMCTL), ("launchctl", LAUNCHCTL), ("schtasks", SCHTASKS)):
        write_program(
            programs / name, body.replace("{state}", str(state)).replace("{log}", str(tmp_path / "log"))
        )
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    return folder


@pytest.fixture
def state(home: Path) -> Path:
    """What the system keeps, apart from the home."""
    return home.parent / "state"


@pytest.fixture
def asked(home: Path):
    """What the programs were asked since the last time."""

    def lines() -> list[str]:
        log = home.parent / "log"
        found = log.read_text().splitlines() if log.exists() else []
        log.unlink(missing_ok=True)
        return found

    return lines


def left_in(home: Path) -> set[str]:
    """The files in it, by their paths."""
    return {str(path.relative_to(home)) for path in home.rglob("*") if path.is_file()}

"""The folder `.venv`: made, mended and filled from a lock. Knows no system packages."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

from tools.machine import SetupStoppedError

LOCKS_WITHIN = {
    "requirements.txt": ("requirements.txt",),
    "requirements-dev.txt": ("requirements.txt", "requirements-dev.txt"),
}
"""What is installed once a lock is: the lock for the tests holds the one for running."""

STAMP = "soleus.json"


def make_ready(root: Path, lock: str) -> None:
    """Does nothing where `.venv` holds what `lock` asks for; else makes it so, or raises `SetupStoppedError`.

    The stamp is the last thing written and the first removed: an environment without one was cut short,
    and pip takes half a package for a whole one, so it is made anew.
    """
    folder, wanted = root / ".venv", _stamp(root, lock)
    found = _read_stamp(folder)
    if wanted.items() <= found.items() and python_of(folder).exists():
        return
    if not python_of(folder).exists() or any(found.get(key) != wanted[key] for key in ("place", "python")):
        print(f"Making the environment in {folder}.", flush=True)
        _run([_base_python(), "-m", "venv", "--clear", str(folder)])
    (folder / STAMP).unlink(missing_ok=True)
    print(f"Installing the libraries of {lock}; the first time takes a minute.", flush=True)
    _run(_pip_install(folder, root / lock))
    (folder / STAMP).write_text(json.dumps(wanted, indent=1) + "\n", encoding="utf-8")


def python_of(folder: Path) -> Path:
    """The interpreter of the environment in `folder`."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _stamp(root: Path, lock: str) -> dict[str, str]:
    digests = {name: hashlib.sha256((root / name).read_bytes()).hexdigest() for name in LOCKS_WITHIN[lock]}
    version = f"{sys.version_info.major}.{sys.version_info.minor} in {sys.base_prefix}"
    return {"place": str(root), "python": version, **digests}


def _read_stamp(folder: Path) -> dict[str, str]:
    try:
        stamp = json.loads((folder / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _pip_install(folder: Path, lock: Path) -> list[str]:
    command = [str(python_of(folder)), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    if not sys.stdout.isatty():
        command.append("--quiet")
    return [*command, "--require-hashes", "--no-deps", "-r", str(lock)]


def _base_python() -> str:
    """The interpreter under an activated environment, which may be the very one to be made anew."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


def _run(command: list[str]) -> None:
    if subprocess.run(command, check=False, stdin=subprocess.DEVNULL).returncode != 0:
        raise SetupStoppedError(f"This failed, for the reason above: {' '.join(command)}")

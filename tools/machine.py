"""What Soleus needs of the operating system, and how Debian installs it. Knows no Python packages."""

import ctypes
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec

WINDOW_LIBRARIES = ("libGL.so.1", "libEGL.so.1")
WINDOW_PACKAGES = ("libgl1", "libegl1", "libgl1-mesa-dri")
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "dbus-run-session": "dbus",
    "dunst": "dunst",
    "espeak-ng": "espeak-ng",
    "systemd-analyze": "systemd",
    "xdotool": "xdotool",
}
"""The programs that tests of real parts start, each with the Debian package that brings it."""


class SetupStoppedError(Exception):
    """A person has to do something first. The message is one line that says what."""


def missing_packages() -> list[str]:
    """The Debian packages without which Soleus cannot be set up or open its window."""
    missing = []
    if find_spec("venv") is None or find_spec("ensurepip") is None:
        missing.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    if sys.platform == "linux" and not all(map(_loads, WINDOW_LIBRARIES)):
        missing.extend(WINDOW_PACKAGES)
    return missing


def missing_test_packages() -> list[str]:
    """The Debian packages that the tests of real parts need: a display, a bus, a voice."""
    if sys.platform != "linux":
        return []
    return [package for program, package in TEST_PROGRAMS.items() if shutil.which(program) is None]


def require(packages: list[str]) -> None:
    """Installs `packages`, or raises `SetupStoppedError` with the line to type."""
    if packages and (trouble := _install(packages)):
        raise SetupStoppedError(f"{trouble} {_remedy(packages)}")


def offer(packages: list[str]) -> None:
    """Installs `packages` where that is possible; else says what will be skipped for want of them."""
    if packages and (trouble := _install(packages)):
        print(f"{trouble} The tests that need them are skipped. {_remedy(packages)}", flush=True)


def _install(packages: list[str]) -> str:
    """Why it could not be done, or nothing."""
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        return f"Missing here: what Debian calls {names}."
    prefix = _privilege()
    if prefix is None:
        return f"Missing here: {names}."
    print(f"Installing {names} with apt-get.", flush=True)
    trouble = _apt_get(prefix, "install", *packages)
    if trouble:  # a fresh machine has no package lists yet, and old lists name files that are gone
        trouble = _apt_get(prefix, "update") or _apt_get(prefix, "install", *packages)
    return f"apt-get could not install {names}: {trouble.rstrip('.')}." if trouble else ""


def _remedy(packages: list[str]) -> str:
    if shutil.which("apt-get") is None:
        return "Please install them with this system's package manager, then try again."
    sudo = "" if _is_root() else "sudo "
    return f"Please type: {sudo}apt-get update && {sudo}apt-get install -y {' '.join(packages)}"


def _privilege() -> list[str] | None:
    """What to put before a command that only root may run; `None` where a password would be asked."""
    if _is_root():
        return []
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True)
    return ["sudo", "-n"] if asked.returncode == 0 else None


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _apt_get(prefix: list[str], verb: str, *packages: str) -> str:
    """apt-get's last word if it failed, else nothing."""
    command = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    command += ["-o", "DPkg::Lock::Timeout=120", verb]
    if packages:
        command += ["-y", "--no-install-recommends", *packages]
    done = subprocess.run(
        command, check=False, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace"
    )
    if done.returncode == 0:
        return ""
    return (done.stderr.strip() or done.stdout.strip() or f"exit status {done.returncode}").splitlines()[-1]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True

"""The locks: complete, consistent, and free of anybody's addresses."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.txt", "requirements-dev.txt")
PINNED = re.compile(r"^([a-z0-9-]+)==([^\s;]+)")


def pins(lock: str) -> dict[str, str]:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    return dict(match.groups() for line in lines if (match := PINNED.match(line)))


def asked_for(requirements: list[str]) -> set[str]:
    return {re.match(r"[a-z0-9-]+", requirement)[0] for requirement in requirements}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address_and_no_folder(lock):
    text = "\n".join(line.partition("#")[0] for line in (ROOT / lock).read_text("utf-8").splitlines())
    assert not re.findall(r"://|/|\bfile:|--(?:extra-)?index|--find-links|--trusted-host", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_library_in_a_lock_has_a_hash(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[a-z0-9-]+==)", text, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(pins(lock)) > 0
    assert all("--hash=sha256:" in block for block in blocks)


def test_the_lock_for_the_tests_holds_the_one_for_running():
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()


def test_the_locks_hold_what_pyproject_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for_running = asked_for(project["project"]["dependencies"])
    for_tests = asked_for(project["dependency-groups"]["dev"])
    assert for_running <= pins("requirements.txt").keys()
    assert for_running | for_tests <= pins("requirements-dev.txt").keys()

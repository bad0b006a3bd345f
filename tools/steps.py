"""The steps of `make setup`, in order. How each is done is `machine`'s and `virtualenv`'s."""

import sys
from pathlib import Path

from tools import machine, virtualenv

ROOT = Path(__file__).parents[1]


def main(arguments: list[str]) -> int:
    """Sets up what running needs; with `--tests` what the tests need as well."""
    with_tests = "--tests" in arguments
    try:
        prepare(with_tests)
    except machine.SetupStoppedError as stopped:
        print(stopped, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. Type the same again to go on.", file=sys.stderr)
        return 130
    return 0


def prepare(with_tests: bool) -> None:
    """Raises `SetupStoppedError` where a person has to do something first."""
    machine.require(machine.missing_packages())
    virtualenv.make_ready(ROOT, "requirements-dev.txt" if with_tests else "requirements.txt")
    if with_tests:
        machine.offer(machine.missing_test_packages())

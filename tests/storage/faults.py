"""Disks that fail when a test says so."""

import errno
import os
from collections.abc import Callable
from typing import Any

from app.storage.files import Files

OPERATIONS = [name for name in vars(Files) if not name.startswith("_")]


class PowerCut(BaseException):
    """The machine stops: nothing after it is carried out."""


class FailingFiles(Files):
    """Counts the operations and makes those in `fails` (from 1) fail.

    A write that fails gets half of its bytes onto the disk first. With `power_cut` the first that fails is
    the last that does anything at all.
    """

    def __init__(self, fails: range = range(0), *, power_cut: bool = False) -> None:
        self.count = 0
        self.fails = fails
        self.power_cut = power_cut

    def strike(self, name: str) -> bool:
        self.count += 1
        return self.count in self.fails or (
            self.power_cut and bool(self.fails) and self.count > self.fails[0]
        )

    def failure(self) -> BaseException:
        return PowerCut() if self.power_cut else OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _failing(name: str) -> Callable[..., Any]:
    real = getattr(Files, name)

    def operation(self: FailingFiles, *arguments: Any) -> Any:
        struck = self.strike(name)
        first = self.count == (self.fails[0] if self.fails else 0)
        if name == "close":  # a test must not run out of descriptors
            real(self, *arguments)
        if struck and name == "write" and (first or not self.power_cut):
            descriptor, data = arguments
            real(self, descriptor, data[: len(data) // 2])
        if struck:
            raise self.failure()
        return None if name == "close" else real(self, *arguments)

    return operation


for _name in OPERATIONS:
    setattr(FailingFiles, _name, _failing(_name))

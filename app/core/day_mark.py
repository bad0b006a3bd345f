"""What a person says of a day besides its sessions. Knows no storage and no clock."""

from datetime import date
from typing import Literal

from msgspec import Struct

Mark = Literal["rest", "unwell", "paused"]
EXCUSED: frozenset[Mark] = frozenset(("unwell", "paused"))
"""What neither breaks nor builds a streak. A rest day is no exception: a weekly target leaves room for it."""


class DayMark(Struct, frozen=True):
    """A day set apart, a note on it, or both. `mark` is None where there is only a note."""

    day: date
    mark: Mark | None = None
    note: str = ""

    @property
    def says_nothing(self) -> bool:
        return self.mark is None and not self.note

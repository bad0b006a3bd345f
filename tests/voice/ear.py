"""What somebody with closed eyes makes of a session: from the sentences and their moments alone.

It knows the names of the exercises, as anybody does who chose the routine, and nothing of its timeline.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tests.voice.transcript import Said

_PART = re.compile(r"(?<=[.?!:])\s+")
_NAMED = re.compile(r"(?P<name>.+?)(?:, (?P<side>left|right) side)?\.")
_SET = re.compile(r"(?:Then set|Set) (?P<set>\d+) of \d+(?:, (?P<side>left|right) side)?\.")
_SIDE = re.compile(r"(?:Switch to the )?(?P<side>left|right) side\.", re.IGNORECASE)
_HOLD_REP = re.compile(r"Hold, (?P<rep>\d+) of \d+\.")
_LEFT = re.compile(r"(?:(?P<minutes>\d+) minutes?)?(?: and )?(?:(?P<seconds>\d+) seconds?)? left\.")
_NUMBER = re.compile(r"(?P<number>\d+)\.")


@dataclass(frozen=True)
class Work:
    """What was to be done from one moment to another, in milliseconds."""

    exercise: str
    side: str | None
    set: int
    rep: int | None
    start_ms: int
    end_ms: int = -1


class Ear:
    """Listens to a transcript. `works` is the session as it was understood."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = set(names)
        self.works: list[Work] = []
        self.fetched: list[tuple[int, str]] = []
        self.announced: list[tuple[int, str | None, int, str | None]] = []
        """When which exercise, set and side were told to come."""
        self.predictions: list[tuple[int, int]] = []
        """By index of the work, when it would end by what was counted."""
        self.is_over = False
        self._exercise: str | None = None
        self._side: str | None = None
        self._set = 1
        self._counting = False
        self._working = False

    def listen(self, transcript: Sequence[Said]) -> "Ear":
        for said in transcript:
            for part in _PART.split(said.text):
                self._hear(said.ms, part)
        return self

    def _hear(self, ms: int, part: str) -> None:
        in_reps = self._working and self._counting
        if (found := _SET.fullmatch(part)) is not None:
            self._announce(ms, set_=int(found["set"]), side=found["side"])
        elif (found := _SIDE.fullmatch(part)) is not None:
            self._announce(ms, side=found["side"].lower())
        elif (found := _HOLD_REP.fullmatch(part)) is not None:
            self._begin(ms, int(found["rep"]))
        elif part.startswith("Press space") and not part.endswith("done."):
            self._end(ms)
        elif (found := _NUMBER.fullmatch(part)) is not None:
            self._number(ms, int(found["number"]))
        elif part == "Last one.":
            self._begin(ms, (self.works[-1].rep or 0) + 1, counting=True)
        elif (part == "Hold." and not in_reps) or part == "Begin, at your own pace.":
            self._begin(ms, None)
        elif (
            part.startswith("Rest for")
            or part in ("Get ready.", "Relax.", "Switch.")
            or (part == "Rest." and not in_reps)
        ):
            self._end(ms)
        elif part == "Done.":
            self._end(ms)
            self.is_over = True
        elif (found := _LEFT.fullmatch(part)) is not None:
            left_s = 60 * int(found["minutes"] or 0) + int(found["seconds"] or 0)
            self.predictions.append((len(self.works) - 1, ms + 1000 * left_s))
        elif part.startswith("You need "):
            self.fetched.append((ms, part.removeprefix("You need ").rstrip(".")))
        elif (found := _NAMED.fullmatch(part)) is not None and found["name"] in self._names:
            self._announce(ms, found["name"], 1, found["side"])

    def _announce(
        self, ms: int, exercise: str | None = None, set_: int | None = None, side: str | None = None
    ):
        self._end(ms)
        self._exercise = exercise or self._exercise
        self._set = set_ or self._set
        self._side = side
        self.announced.append((ms, self._exercise, self._set, side))

    def _number(self, ms: int, number: int) -> None:
        """In a hold the seconds that are left, else the number of a repetition."""
        if self._working and not self._counting:
            self.predictions.append((len(self.works) - 1, ms + 1000 * number))
        else:
            self._begin(ms, number, counting=True)

    def _begin(self, ms: int, rep: int | None, *, counting: bool = False) -> None:
        self._end(ms)
        self._counting = counting
        assert self._exercise is not None, "something began and nobody said what"
        self.works.append(Work(self._exercise, self._side, self._set, rep, ms))
        self._working = True

    def _end(self, ms: int) -> None:
        if self._working:
            self.works[-1] = replace(self.works[-1], end_ms=ms)
            self._working = False

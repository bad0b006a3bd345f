"""What comes in from a file, and what it would change here. Knows no format, no storage and no clock."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Literal, TypeVar

from msgspec import Struct, structs

from app.core.care.kept import CareRecord
from app.core.day_mark import DayMark
from app.core.history_json import document_of
from app.core.mistakes import Problem, printable
from app.core.record import SessionRecord
from app.core.target import Target

Kind = Literal["json", "csv", "minutes", "loop", "backup"]
MOST_LEFT_OUT = 100
T = TypeVar("T", bound=Struct)


class UnreadableFile(Exception):
    """A file cannot be brought in at all. The message is one line that names it, the reason and the remedy."""

    def __init__(self, file: str, why: str) -> None:
        super().__init__(f"{printable(file)}: {why}.")


class SeveralHabits(UnreadableFile):
    """A file holds several habits, and nobody has said which of them are wanted."""

    def __init__(self, file: str, names: tuple[str, ...]) -> None:
        super().__init__(file, f"there are {len(names)} habits in it; choose the ones about stretching")
        self.file = file
        self.names = names


class Here(Struct, frozen=True):
    """What a file from elsewhere is read by: today, and the noon of any day by the clock of this place."""

    today: date
    noon: Callable[[date], datetime]


class Incoming(Struct, frozen=True):
    """What a file says. `left_out` has a line, with its place and a remedy, for each part not understood.

    `known` are sessions that are here already, and left out because the reader could tell.
    """

    kind: Kind
    sessions: tuple[SessionRecord, ...] = ()
    marks: tuple[DayMark, ...] = ()
    targets: tuple[Target, ...] = ()
    left_out: tuple[str, ...] = ()
    known: int = 0
    care: tuple[CareRecord, ...] = ()

    @property
    def knows_only_days(self) -> bool:
        """Whether the file tells no time of day: noon is ours, and may be another noon the next time."""
        return self.kind in ("minutes", "loop")

    @property
    def is_empty(self) -> bool:
        return not (self.sessions or self.marks or self.targets or self.care)


class LeftOut:
    """Gathers the lines of what was not understood: the first hundred, and how many there were beyond."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._lines: list[str] = []
        self._more = 0

    def at(self, line: int, why: str, within: str = "") -> None:
        """`within` names the part of the file that the line is counted in."""
        file = f"{self._file}/{within}" if within else self._file
        self._add(str(Problem(file, line, f"{why}.")))

    def entry(self, number: int, why: str) -> None:
        """What is wrong with the entry of that number, from 1, in a list."""
        self.about(f"entry {number}: {why}")

    def about(self, why: str) -> None:
        """Something that has no place of its own."""
        self._add(f"{printable(self._file)}: {printable(why)}.")

    def lines(self) -> tuple[str, ...]:
        more = [f"{printable(self._file)}: and {self._more} more like these."] if self._more else []
        return (*self._lines, *more)

    def _add(self, line: str) -> None:
        if len(self._lines) < MOST_LEFT_OUT:
            self._lines.append(line)
        else:
            self._more += 1


class Undo(Struct, frozen=True):
    """How to take an import back: what to delete, and what to put back as it was before.

    A day that had nothing said of it gets a mark that says nothing, which deletes.
    """

    sessions_to_delete: tuple[str, ...] = ()
    sessions: tuple[SessionRecord, ...] = ()
    marks: tuple[DayMark, ...] = ()
    targets_to_delete: tuple[str, ...] = ()
    targets: tuple[Target, ...] = ()
    care_to_delete: tuple[CareRecord, ...] = ()
    care: tuple[CareRecord, ...] = ()


class Merge(Struct, frozen=True):
    """What bringing a file in adds and changes; each change is what there was, and what comes for it."""

    added: tuple[SessionRecord, ...] = ()
    changed: tuple[tuple[SessionRecord, SessionRecord], ...] = ()
    same: int = 0
    running: int = 0
    marks_added: tuple[DayMark, ...] = ()
    marks_changed: tuple[tuple[DayMark, DayMark], ...] = ()
    targets_added: tuple[Target, ...] = ()
    targets_changed: tuple[tuple[Target, Target], ...] = ()
    care_added: tuple[CareRecord, ...] = ()
    care_changed: tuple[tuple[CareRecord, CareRecord], ...] = ()

    @property
    def sessions(self) -> tuple[SessionRecord, ...]:
        """All that are to be written."""
        return (*self.added, *(after for _, after in self.changed))

    @property
    def marks(self) -> tuple[DayMark, ...]:
        return (*self.marks_added, *(after for _, after in self.marks_changed))

    @property
    def targets(self) -> tuple[Target, ...]:
        return (*self.targets_added, *(after for _, after in self.targets_changed))

    @property
    def care(self) -> tuple[CareRecord, ...]:
        return (*self.care_added, *(after for _, after in self.care_changed))

    @property
    def changes_nothing(self) -> bool:
        return not (self.sessions or self.marks or self.targets or self.care)

    @property
    def undo(self) -> Undo:
        return Undo(
            sessions_to_delete=tuple(session.id for session in self.added),
            sessions=tuple(before for before, _ in self.changed),
            marks=(
                *(DayMark(mark.day) for mark in self.marks_added),
                *(before for before, _ in self.marks_changed),
            ),
            targets_to_delete=tuple(target.id for target in self.targets_added),
            targets=tuple(before for before, _ in self.targets_changed),
            care_to_delete=self.care_added,
            care=tuple(before for before, _ in self.care_changed),
        )


def merge(
    incoming: Incoming,
    sessions: Sequence[SessionRecord],
    marks: Iterable[DayMark] = (),
    targets: Iterable[Target] = (),
    care: Iterable[CareRecord] = (),
) -> Merge:
    """What `incoming` changes in what there is. What is here and not in it stays as it is.

    A session is known by its id, so bringing a file in twice changes nothing the second time. One that is
    running here is left alone, for a file can only be behind it.
    """
    held = {session.id: session for session in sessions}
    added: list[SessionRecord] = []
    changed: list[tuple[SessionRecord, SessionRecord]] = []
    same, running = incoming.known, 0
    for session in {session.id: session for session in incoming.sessions}.values():
        before = held.get(session.id)
        if before is None:
            added.append(session)
        elif before.status == "running":
            running += 1
        else:
            after = _in_place_of(before, session, incoming)
            if document_of(after) == document_of(before):
                same += 1
            else:
                changed.append((before, after))
    marks_added, marks_changed = _merged_marks(incoming, {mark.day: mark for mark in marks})
    targets_added, targets_changed = _merged_by_id(incoming.targets, targets, lambda target: target.id)
    care_added, care_changed = _merged_by_id(incoming.care, care, _care_key)
    return Merge(
        tuple(added),
        tuple(changed),
        same,
        running,
        marks_added,
        marks_changed,
        targets_added,
        targets_changed,
        care_added,
        care_changed,
    )


def _in_place_of(before: SessionRecord, session: SessionRecord, incoming: Incoming) -> SessionRecord:
    """What was brought in, with what only the record here can know."""
    if incoming.knows_only_days:
        return structs.replace(session, started_at=before.started_at)
    return session


def _merged_marks(
    incoming: Incoming, held: Mapping[date, DayMark]
) -> tuple[tuple[DayMark, ...], tuple[tuple[DayMark, DayMark], ...]]:
    """A backup tells what the person said later; another app only fills in what nobody has said here."""
    added: list[DayMark] = []
    changed: list[tuple[DayMark, DayMark]] = []
    for mark in _one_a_day(incoming.marks):
        before = held.get(mark.day)
        if before is None:
            added.append(mark)
            continue
        after = mark if incoming.kind == "backup" else filled_in(before, mark)
        if after != before:
            changed.append((before, after))
    return tuple(added), tuple(changed)


def filled_in(mark: DayMark, other: DayMark) -> DayMark:
    """`mark`, with what it does not say from `other`."""
    return DayMark(mark.day, mark.mark or other.mark, mark.note or other.note)


def _one_a_day(marks: Iterable[DayMark]) -> Iterator[DayMark]:
    days: dict[date, DayMark] = {}
    for mark in marks:
        days[mark.day] = filled_in(days[mark.day], mark) if mark.day in days else mark
    return iter(days.values())


def _merged_by_id(
    incoming: Iterable[T], here: Iterable[T], key: Callable[[T], object]
) -> tuple[tuple[T, ...], tuple[tuple[T, T], ...]]:
    """What is new, and what differs from the one of the same key that is here."""
    held = {key(record): record for record in here}
    added = tuple(record for record in incoming if key(record) not in held)
    changed = tuple(
        (held[key(record)], record)
        for record in incoming
        if key(record) in held and held[key(record)] != record
    )
    return added, changed


def _care_key(record: CareRecord) -> tuple[type, str]:
    return type(record), record.id

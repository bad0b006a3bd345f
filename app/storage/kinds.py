"""What the tables of the log hold, each record as a document. Knows no file and no TinyDB."""

from collections.abc import Callable
from datetime import UTC, datetime
from sys import intern
from typing import Any, Generic, TypeVar

from msgspec import MsgspecError, Raw, Struct, ValidationError, defstruct
from msgspec.json import Decoder, encode
from msgspec.structs import astuple, fields, force_setattr

from app.core.care.check_in import CheckIn
from app.core.care.kept import CareRecord
from app.core.care.self_test import SelfTest
from app.core.day_mark import DayMark
from app.core.programme.enrolment import Enrolment
from app.core.record import SessionRecord, Work
from app.core.target import Target
from app.storage.lines import Entry

R = TypeVar("R", bound=Struct)
Read = tuple[R, bool]
"""A record, and whether its document can be made from it again."""
Reader = Callable[[Raw], Read[R]]
"""Raises one of `NOT_OURS` if the document is not what its table holds."""
NOT_OURS = (MsgspecError, UnicodeDecodeError, RecursionError)


class Kind(Struct, Generic[R], frozen=True):
    """One table of the log. `order` is by what its records are sorted, `noun` what one is called.

    `new_reader` makes what reads one document after the other; it may remember what it has read to share it.
    """

    table: str
    noun: str
    id_of: Callable[[R], str]
    order: Callable[[R], Any]
    new_reader: Callable[[], Reader[R]]
    latest_first: bool = False

    def entry(self, record: R) -> Entry:
        """The first revision of a record."""
        return Entry(self.table, self.id_of(record), 1, Raw(encode(record)))


def _plain_reader(kind: type[R]) -> Reader[R]:
    decode = Decoder(kind).decode

    def read(doc: Raw) -> Read[R]:
        record = decode(doc)
        return record, Raw(encode(record)) == doc

    return read


_Draft = defstruct(
    "_Draft",
    [
        (name, type_) if field.required else (name, type_, field.default)
        for field in fields(SessionRecord)
        for name, type_ in [(field.name, Raw if field.name == "work" else field.type)]
    ],
    forbid_unknown_fields=True,
    gc=False,
)
"""A session whose work is still JSON, and which says nothing else."""
_decode_draft: Callable[[Raw], Any] = Decoder(_Draft).decode
_decode_session = Decoder(SessionRecord).decode
_decode_work = Decoder(tuple[Work, ...]).decode


class _SessionReader:
    """Reads sessions so that what is equal in them is the same object: names, and all work that was alike.

    Most sessions are a routine done to its end, again and again. In twenty years of them this halves both
    the memory and the time to read them.
    """

    def __init__(self) -> None:
        self._works: dict[bytes, tuple[Work, ...]] = {}

    def __call__(self, doc: Raw) -> Read[SessionRecord]:
        try:
            draft = _decode_draft(doc)
        except ValidationError:  # it may only say more than we know
            return _decode_session(doc), False
        work = self._work(bytes(draft.work))
        if work is None:
            return _decode_session(doc), False
        draft.work = work
        draft.routine, draft.name = intern(draft.routine), intern(draft.name)
        record = SessionRecord(*astuple(draft))
        return record, not record.passed or Raw(encode(record)) == doc

    def _work(self, json: bytes) -> tuple[Work, ...] | None:
        """None if it says more than we know."""
        work = self._works.get(json)
        if work is None:
            work = _decode_work(json)
            if encode(work) != json:
                return None
            for item in work:
                force_setattr(item, "exercise", intern(item.exercise))
            self._works[json] = work
        return work


def _start(record: SessionRecord) -> tuple[float, str]:
    return _timestamp(record.started_at), record.id


def _timestamp(moment: datetime) -> float:
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


SESSIONS: Kind[SessionRecord] = Kind(
    "sessions", "session", lambda record: record.id, _start, _SessionReader, latest_first=True
)
DAYS: Kind[DayMark] = Kind(
    "days", "day", lambda mark: mark.day.isoformat(), lambda mark: mark.day, lambda: _plain_reader(DayMark)
)
TARGETS: Kind[Target] = Kind(
    "targets",
    "target",
    lambda target: target.id,
    lambda target: (target.start, target.id),
    lambda: _plain_reader(Target),
)
CHECK_INS: Kind[CheckIn] = Kind(
    "check-ins",
    "check-in",
    lambda check_in: check_in.id,
    lambda check_in: (check_in.day, check_in.id),
    lambda: _plain_reader(CheckIn),
)
SELF_TESTS: Kind[SelfTest] = Kind(
    "self-tests",
    "self-test",
    lambda test: test.id,
    lambda test: (_timestamp(test.taken_at), test.id),
    lambda: _plain_reader(SelfTest),
)
ENROLMENTS: Kind[Enrolment] = Kind(
    "enrolments",
    "enrolment",
    lambda enrolment: enrolment.id,
    lambda enrolment: (enrolment.start, enrolment.id),
    lambda: _plain_reader(Enrolment),
)
_CARE: dict[type, Kind[Any]] = {CheckIn: CHECK_INS, SelfTest: SELF_TESTS, Enrolment: ENROLMENTS}
KINDS: dict[str, Kind[Any]] = {
    kind.table: kind for kind in (SESSIONS, DAYS, TARGETS, CHECK_INS, SELF_TESTS, ENROLMENTS)
}


def kind_of(record: CareRecord) -> Kind[Any]:
    """The table that holds it."""
    return _CARE[type(record)]

"""The history as JSON, for scripts and for other devices: one document a session. Knows no files.

It is what `soleus history --json` prints and what `soleus export FILE.json` writes; docs/history-files.md
describes it to those who read it.
"""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta, MsgspecError, Raw, Struct
from msgspec.json import Decoder

from app.core.record import SessionRecord, Side, Work
from app.core.seconds import MOST_SECONDS, milliseconds, seconds

Document = dict[str, Any]
Seconds = Annotated[float, Meta(ge=0, le=MOST_SECONDS)]
Score = Annotated[int, Meta(ge=0, le=10)]
Reps = Annotated[int, Meta(ge=0, le=1_000_000)]
Name = Annotated[str, Meta(max_length=1000)]
Note = Annotated[str, Meta(max_length=100_000)]
Moment = Annotated[datetime, Meta(tz=True)]

_PLACE = re.compile(r"^(?P<rule>.*) - at `\$\.?(?P<key>.*)`$", re.DOTALL)


class _Item(Struct, frozen=True):
    exercise: Name
    side: Side | None
    seconds: Seconds
    reps: Reps = 0


class _Session(Struct, frozen=True):
    id: UUID
    routine: Name
    name: Name
    started_at: Moment
    day: date
    status: Literal["finished", "partial"]
    planned_s: Seconds
    done_s: Seconds
    work: tuple[_Item, ...] = ()
    note: Note = ""
    before: Score | None = None
    after: Score | None = None


_decode_list = Decoder(list[Raw]).decode
_decode_session = Decoder(_Session).decode


def document_of(session: SessionRecord) -> Document:
    """What the world is told of a session. One that runs, or was cut off, is partial to everyone else."""
    return {
        "id": session.id,
        "routine": session.routine,
        "name": session.name,
        "started_at": session.started_at.isoformat(),
        "day": session.day.isoformat(),
        "status": "finished" if session.status == "finished" else "partial",
        "planned_s": seconds(session.planned_ms),
        "done_s": seconds(session.done_ms),
        "work": [
            {"exercise": item.exercise, "side": item.side, "seconds": seconds(item.ms), "reps": item.reps}
            for item in session.work
        ],
        "note": session.note,
        "before": session.before,
        "after": session.after,
    }


def write_json(sessions: Sequence[SessionRecord]) -> str:
    """The sessions in the order given, to the letter what `soleus history --json` prints."""
    return json.dumps([document_of(session) for session in sessions], ensure_ascii=False, indent=2) + "\n"


def read_json(data: bytes) -> Iterator[SessionRecord | str]:
    """Each entry as its session, or as the reason why it is none. Raises `ValueError` if it is no list."""
    try:
        entries = _decode_list(data)
    except (MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(str(error)) from error
    return map(_read_entry, entries)


def _read_entry(entry: Raw) -> SessionRecord | str:
    try:
        return _session_of(_decode_session(entry))
    except (MsgspecError, UnicodeDecodeError, RecursionError) as error:
        return _reason(str(error))


def _session_of(read: _Session) -> SessionRecord:
    return SessionRecord(
        id=str(read.id),
        routine=read.routine,
        name=read.name,
        started_at=read.started_at,
        day=read.day,
        status=read.status,
        planned_ms=milliseconds(read.planned_s),
        done_ms=milliseconds(read.done_s),
        work=tuple(
            Work(item.exercise, item.side, milliseconds(item.seconds), item.reps) for item in read.work
        ),
        note=read.note,
        before=read.before,
        after=read.after,
    )


def _reason(message: str) -> str:
    """ "Expected `int` <= 10 - at `$.before`" becomes `"before" cannot be taken (expected `int` <= 10)`."""
    found = _PLACE.match(message)
    if not found or not found["key"]:
        return f"this is no session ({message[:1].lower()}{message[1:]})"
    rule = found["rule"]
    return f'"{found["key"]}" cannot be taken ({rule[:1].lower()}{rule[1:]})'

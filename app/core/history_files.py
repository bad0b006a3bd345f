"""Tells what kind of history a file holds, and has it read. Knows no file but its name and its bytes."""

from collections.abc import Iterator, Sequence
from itertools import chain

from app.core.csv_text import Row, decode_csv, read_rows
from app.core.history_csv import is_history, read_csv
from app.core.history_json import read_json
from app.core.loop_habits import is_loop, is_other_loop, read_loop
from app.core.minutes_csv import read_minutes
from app.core.mistakes import printable
from app.core.record import SessionRecord
from app.core.transfer import Here, Incoming, LeftOut, UnreadableFile


def read_history(file: str, data: bytes, here: Here, habits: Sequence[str] = ()) -> Incoming:
    """What a JSON or CSV file says, whoever wrote it; which of these it is, its own text tells.

    `file` is how the person named it, `habits` are those wanted of a file of Loop Habit Tracker. Raises
    `UnreadableFile`, and nothing else, if it cannot be brought in at all.
    """
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start in (b"[", b"{") or file.lower().endswith(".json"):
        return _read_json(file, data.removeprefix(b"\xef\xbb\xbf"))
    try:
        return _read_csv(file, decode_csv(data), here, habits)
    except ValueError as error:
        raise UnreadableFile(file, str(error)) from error


def _read_json(file: str, data: bytes) -> Incoming:
    try:
        entries = read_json(data)
    except ValueError as error:
        why = f"this is no list of sessions ({printable(str(error))}); choose a file that Soleus wrote"
        raise UnreadableFile(file, why) from error
    left_out = LeftOut(file)
    sessions: dict[str, SessionRecord] = {}
    for number, entry in enumerate(entries, 1):
        if isinstance(entry, str):
            left_out.entry(number, f"{entry}; mend it")
        elif entry.id in sessions:
            left_out.entry(number, "its id is that of an entry above; give one of the two another")
        else:
            sessions[entry.id] = entry
    return Incoming("json", tuple(sessions.values()), left_out=left_out.lines())


def _read_csv(file: str, text: str, here: Here, habits: Sequence[str]) -> Incoming:
    rows = read_rows(text)
    first = next(rows, None)
    if first is None:
        raise UnreadableFile(file, "there is nothing in it; export it anew")
    if is_history(first):
        return _read_own(file, first, rows)
    if is_other_loop(file, first):
        raise UnreadableFile(file, "there are no days in it; choose Checkmarks.csv, or the whole zip of Loop")
    if is_loop(file, first):
        return read_loop(file, {_within_its_folder(file): text}, here, habits)
    return read_minutes(file, chain((first,), rows), here)


def _read_own(file: str, heading: Row, rows: Iterator[Row]) -> Incoming:
    left_out = LeftOut(file)
    sessions: dict[str, SessionRecord] = {}
    for line, read in read_csv(heading, rows):
        if isinstance(read, str):
            left_out.at(line, f"{read}; mend it")
        elif read.id in sessions:
            left_out.at(line, "its id is that of a row above; give one of the two another")
        else:
            sessions[read.id] = read
    return Incoming("csv", tuple(sessions.values()), left_out=left_out.lines())


def _within_its_folder(file: str) -> str:
    return "/".join(file.replace("\\", "/").split("/")[-2:])

"""Which revision of a document holds, among all logs. Pure; knows no files and no sessions."""

from collections.abc import Iterable, Mapping

from app.storage.lines import Entry

Key = tuple[str, str]
Newest = dict[Key, Entry]


def newest(entries: Iterable[Entry], known: Mapping[Key, Entry] | None = None) -> Newest:
    """The newest revision of each document by (table, id), deletions included, on top of those `known`.

    The order in which logs are read does not matter, nor does reading one twice. Two devices that wrote
    the same revision apart from each other are settled by the bytes of the document, the same on each
    device; `null` sorts before any document, so an edit outlives a deletion.
    """
    held = dict(known or {})
    for entry in entries:
        key = (entry.table, entry.id)
        other = held.get(key)
        if other is None or beats(entry, other):
            held[key] = entry
    return held


def beats(entry: Entry, other: Entry) -> bool:
    """Whether of two revisions of a document the first holds."""
    return _rank(entry) > _rank(other)


def _rank(entry: Entry) -> tuple[int, bytes]:
    return entry.rev, bytes(entry.doc)


def live_entries(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """What a log must keep: the newest revision of each document, in the order they were written."""
    held = newest(entries)
    kept = {id(entry) for entry in held.values()}
    return tuple(entry for entry in entries if id(entry) in kept)

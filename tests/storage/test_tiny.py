"""TinyDB, with the log beneath it."""

import pytest
from msgspec import Raw
from tinydb import TinyDB, where
from tinydb.table import Document

from app.storage.lines import Entry
from app.storage.tiny import LogDB, LogStorage


class Log:
    """Takes entries as a journal does, and fails when told to."""

    def __init__(self):
        self.entries = []
        self.full = False

    def append(self, entries):
        if self.full:
            raise OSError("full")
        self.entries += entries

    def take(self):
        taken, self.entries = [(e.id, e.rev, bytes(e.doc).decode()) for e in self.entries], []
        return taken


@pytest.fixture
def log():
    return Log()


@pytest.fixture
def table(log):
    known = Entry("walks", "old", 7, Raw(b'{"n":1,"legs":["left"]}'))
    return LogDB({("walks", "old"): known}, log.append).table("walks")


def test_a_change_writes_its_own_lines_only(table, log):
    table.insert(Document({"n": 2}, doc_id="new"))
    assert log.take() == [("new", 1, '{"n":2}')]
    table.update({"n": 3}, doc_ids=["old"])
    assert log.take() == [("old", 8, '{"n":3,"legs":["left"]}')]
    table.remove(where("n") == 2)
    assert log.take() == [("new", 2, "null")]


def test_an_update_that_changes_nothing_writes_nothing(table, log):
    table.update({"n": 1})
    assert log.take() == []


def test_what_a_caller_does_to_a_document_it_was_given_changes_nothing(table, log):
    document = table.get(doc_id="old")
    document["legs"].append("right")
    assert table.get(doc_id="old")["legs"] == ["left"]
    table.upsert(document)
    assert log.take() == [("old", 8, '{"n":1,"legs":["left","right"]}')]


def test_nothing_is_remembered_that_could_not_be_written(table, log):
    log.full = True
    for change in (
        lambda: table.insert(Document({"n": 2}, doc_id="new")),
        lambda: table.update({"n": 9}),
        lambda: table.remove(doc_ids=["old"]),
        table.truncate,
    ):
        with pytest.raises(OSError, match="full"):
            change()
    assert table.all() == [{"n": 1, "legs": ["left"]}]
    log.full = False
    table.update({"n": 2})
    assert log.take() == [("old", 8, '{"n":2,"legs":["left"]}')]


def test_a_document_comes_back_with_a_revision_above_its_deletion(table, log):
    table.remove(doc_ids=["old"])
    table.insert(Document({"n": 5}, doc_id="old"))
    assert log.take() == [("old", 8, "null"), ("old", 9, '{"n":5}')]


def test_a_table_counts_searches_and_empties_as_tinydb_does(table, log):
    table.insert_multiple(Document({"n": n}, doc_id=f"id-{n}") for n in range(3))
    log.take()
    assert len(table) == 4
    assert [document.doc_id for document in table] == ["old", "id-0", "id-1", "id-2"]
    assert [document.doc_id for document in table.search(where("n") > 0)] == ["old", "id-1", "id-2"]
    assert table.contains(doc_id="id-2")
    with pytest.raises(ValueError, match="already exists"):
        table.insert(Document({}, doc_id="old"))
    table.truncate()
    assert sorted(log.take()) == [
        ("id-0", 2, "null"),
        ("id-1", 2, "null"),
        ("id-2", 2, "null"),
        ("old", 8, "null"),
    ]
    assert len(table) == 0


def test_a_document_without_an_id_is_refused(table):
    with pytest.raises(ValueError, match="brings its own id"):
        table.insert({"n": 1})


def test_tables_are_dropped_line_by_line(log):
    known = {(t, "a"): Entry(t, "a", 1, Raw(b"{}")) for t in ("walks", "runs")}
    database = LogDB(known, log.append)
    assert database.tables() == {"walks", "runs"}
    database.drop_table("walks")
    assert [(entry.table, entry.deletes) for entry in log.entries] == [("walks", True)]
    database.drop_tables()
    assert [(entry.table, entry.deletes) for entry in log.entries] == [("walks", True), ("runs", True)]


def test_a_plain_tinydb_table_works_on_the_same_storage(log):
    class Plain(TinyDB):
        pass

    database = Plain({}, log.append, storage=LogStorage)
    database.insert({"n": 1})
    database.update({"n": 2})
    assert log.take() == [("1", 1, '{"n":1}'), ("1", 2, '{"n":2}')]
    assert database.all() == [{"n": 2}]

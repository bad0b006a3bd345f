"""Every schema there ever was can be read."""

from pathlib import Path

import pytest
from msgspec import Raw
from msgspec.json import decode

from app.storage.lines import SCHEMA, Entry, read_lines
from app.storage.migration import STEPS, migrated
from app.storage.store import check_log
from tests.storage.sessions import CALVES, session

GOLDEN = Path(__file__).parents[1] / "golden"


def _entry(doc):
    return Entry("sessions", "a", 3, Raw(doc))


def _add_mood(table, document):
    return document | {"mood": table}


def _rename_mood(table, document):
    return {"feeling" if key == "mood" else key: value for key, value in document.items()}


@pytest.mark.parametrize(
    ("schema", "document"), [(1, {"n": 1, "feeling": "sessions"}), (2, {"n": 1}), (3, {"n": 1})]
)
def test_a_document_takes_the_steps_from_its_own_schema_on(schema, document):
    entry = migrated(_entry(b'{"n":1}'), schema, (_add_mood, _rename_mood))
    assert decode(entry.doc) == document
    assert (entry.table, entry.id, entry.rev) == ("sessions", "a", 3)


def test_a_deletion_stays_one():
    assert migrated(_entry(b"null"), 1, (_add_mood,)) == _entry(b"null")


def test_there_is_a_step_and_a_golden_log_for_each_schema():
    assert len(STEPS) == SCHEMA - 1
    assert sorted(path.name for path in GOLDEN.glob("log-schema-*.jsonl")) == [
        f"log-schema-{schema}.jsonl" for schema in range(1, SCHEMA + 1)
    ]


def test_the_golden_log_of_schema_1_reads(opened, tmp_path):
    (tmp_path / "log").mkdir()
    golden = (GOLDEN / "log-schema-1.jsonl").read_bytes()
    (tmp_path / "log" / "2026-1f2e3d4c.jsonl").write_bytes(golden)
    assert read_lines(golden).schema == 1
    running = session(3, status="running", done_ms=0, work=(), before=None, after=None, note="")
    assert opened(writable=False).sessions() == (running, CALVES)
    assert check_log(tmp_path) == ()

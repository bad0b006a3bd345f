import json

import pytest
from hypothesis import given

from app.core.history_json import document_of, write_json
from app.core.transfer import UnreadableFile
from tests.core.incoming import any_history, read
from tests.storage.sessions import CALVES, session


@given(any_history)
def test_what_was_written_reads_back_byte_for_byte(history):
    written = write_json(history)
    incoming = read("history.json", written)
    assert incoming.left_out == ()
    assert write_json(incoming.sessions) == written


def test_a_running_session_is_partial_to_everyone_else():
    assert document_of(session(1, status="running"))["status"] == "partial"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"before": 11}, '"before" cannot be taken (expected `int` <= 10)'),
        ({"after": -1}, '"after" cannot be taken (expected `int` >= 0)'),
        ({"before": 2.5}, '"before" cannot be taken (expected `int | null`, got `float`)'),
        ({"id": "calves"}, '"id" cannot be taken (invalid UUID)'),
        ({"status": "running"}, "\"status\" cannot be taken (invalid enum value 'running')"),
        ({"day": "22.11.2026"}, '"day" cannot be taken (invalid RFC3339 encoded date)'),
        ({"done_s": "90"}, '"done_s" cannot be taken (expected `float`, got `str`)'),
        ({"done_s": -1}, '"done_s" cannot be taken (expected `float` >= 0.0)'),
        ({"planned_s": 1e10}, '"planned_s" cannot be taken (expected `float` <= 1000000000.0)'),
        (
            {"started_at": "2026-03-01T07:30:00"},
            '"started_at" cannot be taken (expected `datetime` with a timezone component)',
        ),
        (
            {"work": [{"exercise": "calf-raise", "side": "both", "seconds": 1, "reps": 0}]},
            "\"work[0].side\" cannot be taken (invalid enum value 'both')",
        ),
    ],
)
def test_an_entry_that_cannot_be_is_named_by_its_number_and_the_others_come_in(change, reason):
    entries = [document_of(CALVES), document_of(session(2)) | change]
    incoming = read("history.json", json.dumps(entries))
    assert [document_of(item) for item in incoming.sessions] == entries[:1]
    assert incoming.left_out == (f"history.json: entry 2: {reason}; mend it.",)


def test_an_entry_that_is_no_session_at_all_is_named_too():
    incoming = read("history.json", "[7, {}]")
    assert incoming.left_out == (
        "history.json: entry 1: this is no session (expected `object`, got `int`); mend it.",
        "history.json: entry 2: this is no session (object missing required field `id`); mend it.",
    )


def test_the_same_id_twice_is_one_session():
    entry = document_of(CALVES)
    incoming = read("history.json", json.dumps([entry, entry | {"note": "again"}]))
    assert [item.note for item in incoming.sessions] == [CALVES.note]
    assert incoming.left_out == (
        "history.json: entry 2: its id is that of an entry above; give one of the two another.",
    )


@pytest.mark.parametrize("text", ["{}", '{"sessions": []}', "[1,", "[", "[" * 100_000, '["\\ud800"', "[}"])
def test_what_is_no_list_of_sessions_is_refused_in_one_line(text):
    with pytest.raises(
        UnreadableFile, match=r"^a\.json: this is no list of sessions \(.*\); choose a file that"
    ):
        read("a.json", text)


def test_a_hundred_bad_entries_are_named_and_the_rest_counted():
    incoming = read("history.json", json.dumps([0] * 250))
    assert len(incoming.left_out) == 101
    assert incoming.left_out[-1] == "history.json: and 150 more like these."

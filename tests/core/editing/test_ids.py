"""Names become ids that a file can have, on every system."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import convert

from app.core.editing.ids import new_id
from app.core.exercise import Id


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Evening calves", "evening-calves"),
        ("  5 minutes -- at work ", "5-minutes-at-work"),
        ("Für Ältere", "fur-altere"),
        ("Straße & Łódź", "strasse-and-lodz"),
        ("Mum’s calves", "mums-calves"),
        ("Вечер", "routine-1"),
        ("", "routine-1"),
        ("CON", "routine-con"),
        ("x" * 200, "x" * 80),
    ],
)
def test_a_name_becomes_an_id(name, id_):
    assert new_id(name, ()) == id_


@pytest.mark.parametrize(
    ("name", "taken", "id_"),
    [
        ("Evening calves", {"evening-calves"}, "evening-calves-2"),
        ("Evening calves", {"Evening-Calves", "evening-calves-2"}, "evening-calves-3"),
        ("Вечер", {"routine-1"}, "routine-2"),
        ("x" * 200, {"x" * 80}, "x" * 78 + "-2"),
    ],
)
def test_an_id_that_is_taken_is_counted_on(name, taken, id_):
    assert new_id(name, taken) == id_


@given(st.lists(st.text(max_size=100), min_size=1, max_size=20))
def test_whatever_the_names_ids_are_allowed_and_never_alike(names):
    ids: list[str] = []
    for name in names:
        ids.append(new_id(name, ids))
        convert(ids[-1], Id)
    assert len(set(ids)) == len(ids)

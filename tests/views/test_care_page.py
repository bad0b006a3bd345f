"""The page Care: what belongs together, in one column or in two."""

import pytest

from app.views.care_page import CareGroup, CareRow, CareView, care_view
from tests.views.shelf import diary


def view(*sizes: int) -> CareView:
    """Groups of so many rows."""
    row = CareRow("helps", "What helps", "", "helps")
    return CareView(tuple(CareGroup(f"{size} rows", (row,) * size) for size in sizes))


def test_care_says_what_there_is_to_know():
    (know,) = (group for group in care_view(diary()).groups if group.title == "What to know")
    assert [row.title for row in know.rows] == [
        "Calves and back",
        "Symptoms",
        "What helps",
        "Recovery",
        "When to see someone",
    ]
    assert all(row.subtitle for row in know.rows)


@pytest.mark.parametrize(
    ("sizes", "left"),
    [
        ((), 0),
        ((5,), 1),
        ((1, 3, 5, 1), 2),  # with their titles 2 + 4 rows against 6 + 2; 12 against 2 would be taller
        ((5, 1, 1), 1),  # 6 against 4
        ((1, 1, 5), 2),  # 4 against 6
        ((1, 1, 1), 2),  # 4 against 2, rather than 2 against 4
    ],
)
def test_two_columns_are_about_as_tall_and_keep_the_order(sizes, left):
    care = view(*sizes)
    assert len(care.left) == left
    assert (*care.left, *care.right) == care.groups

"""The published pain rule as a table: every pain and every morning, and what follows from each."""

from itertools import product

import pytest

from app.core.care.pain_rule import Advice, advice, is_fine

PAINS = (None, *range(11))
MORNINGS = ("as-usual", "worse", None)
ROWS = range(4)
"""How many fine sessions in a row."""

BY_PAIN = {
    # pain: as usual after 0, 1, 2 and 3 fine sessions in a row; worse; not answered
    None: ("not-said",) * 4 + ("worse", "not-answered"),
    0: ("one-more", "one-more", "fine", "fine", "worse", "not-answered"),
    1: ("one-more", "one-more", "fine", "fine", "worse", "not-answered"),
    2: ("one-more", "one-more", "fine", "fine", "worse", "not-answered"),
    3: ("one-more", "one-more", "fine", "fine", "worse", "not-answered"),
    4: ("some-pain",) * 4 + ("worse", "not-answered"),
    5: ("some-pain",) * 4 + ("worse", "not-answered"),
    6: ("over-five",) * 6,
    7: ("over-five",) * 6,
    8: ("over-five",) * 6,
    9: ("over-five",) * 6,
    10: ("over-five",) * 6,
}
MOVES = {
    "over-five": "ease",
    "worse": "ease",
    "some-pain": "hold",
    "one-more": "hold",
    "not-answered": "hold",
    "not-said": "hold",
    "fine": "progress",
}


@pytest.mark.parametrize(("pain", "morning", "row"), list(product(PAINS, MORNINGS, ROWS)))
def test_every_answer_leads_to_its_advice(pain, morning, row):
    column = {"as-usual": row, "worse": 4, None: 5}[morning]
    why = BY_PAIN[pain][column]
    assert advice(pain, morning, row) == Advice(MOVES[why], why)


def test_only_a_little_pain_and_a_morning_as_usual_are_fine():
    fine = {(pain, morning) for pain, morning in product(PAINS, MORNINGS) if is_fine(pain, morning)}
    assert fine == {(0, "as-usual"), (1, "as-usual"), (2, "as-usual"), (3, "as-usual")}

"""The table of docs/article.md, held against the app: every statement of the article has its place."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from app.core.care import warning_signs
from app.core.exercise import Exercise
from app.core.routine import Routine
from app.views.care_topics.index import TOPICS, find_card
from app.views.care_topics.topic import PARTS

GUIDE = (Path(__file__).parents[2] / "docs" / "article.md").read_text(encoding="utf-8")
ROWS = [
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in GUIDE.splitlines()
    if line.startswith("| ") and not line.startswith("| what the article says")
]
PLACES = sorted({place for row in ROWS for place in re.findall("`([^`]+)`", row[2])})
SIGNS = {sign.id for sign in warning_signs.SIGNS}
SCREENS = {*PARTS, "check-ins", "breaks", "reminders"}
COUNTS = {
    "cause": 7,  # numbered 1 to 7 there: gait, ankle, balance, spine, posture, way of life, overuse
    "common symptom": 4,  # pain, cramps, less flexible, another gait
    "less common symptom": 3,  # referred pain, swelling, numbness
    "doctor's reason": 6,  # days, severe, numb, swollen, injury, chronic illness
    "conventional treatment": 3,  # physiotherapy, medicines, orthotics
    "alternative therapy": 3,  # chiropractic, acupuncture, massage
    "home remedy": 4,  # stretching, rolling, heat and cold, water and food
    "recovery strategy": 6,  # stretch, strengthen, roll, posture, water and food, rest
    "conclusion": 9,  # 1 to 3 what it sums up, 4 to 6 its three steps, 7 well-being, 8 advice, 9 take steps
}
"""How many of each the article has, counted by its own numbers and bullets."""
ONLY_OURS = {
    "helps/easing-the-back": "NHS advice for the back, which the article has no exercise for",
    "helps/breaks-from-sitting": "measured since; the article only names sitting as a cause",
    "helps/before-sport": "what was measured about stretching before sport",
}
PROMISED_EXERCISES = (
    "calf-raise",
    "wall-calf-stretch",
    "wall-push-up-stretch",
    "seated-toe-touch",
    "calf-foam-roll",
    "band-plantarflexion",
)
HOLD_S, SETS = (15, 30), (2, 3)
"""The article's own dose for a stretch: 15 to 30 seconds, 2 or 3 times."""


def test_the_table_is_read_whole() -> None:
    assert len(ROWS) > 100
    assert {len(row) for row in ROWS} == {4}


@pytest.mark.parametrize("kind", COUNTS)
def test_everything_that_the_article_counts_is_there_by_its_number(kind: str) -> None:
    numbers = {row[1].removeprefix(kind + " ") for row in ROWS if re.fullmatch(rf"{kind} \d+", row[1])}
    assert numbers == {str(number) for number in range(1, COUNTS[kind] + 1)}


def test_nothing_is_counted_as_what_nobody_counts() -> None:
    assert {re.sub(r" \d+$", "", row[1]) for row in ROWS} == {"", *COUNTS}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:60])
def test_every_statement_has_a_place(row: tuple[str, ...]) -> None:
    assert row[0]
    assert re.fullmatch(r"`[^`]+`(, `[^`]+`)*", row[2])


def test_no_statement_is_made_twice_in_one_section() -> None:
    said = [(row[0], row[1]) for row in ROWS]
    assert len({*said}) == len(said)


@pytest.mark.parametrize("place", PLACES)
def test_every_place_exists(
    place: str, exercises: Mapping[str, Exercise], routines: Mapping[str, Routine]
) -> None:
    kind, _, id_ = place.partition(":")
    known = {"exercise": exercises, "routine": routines, "sign": SIGNS, "screen": SCREENS}
    assert id_ in known[kind] if id_ else find_card(place)


def test_every_warning_sign_is_named() -> None:
    named = {*re.findall("`sign:([^`]+)`", GUIDE)}
    assert named == SIGNS


def test_every_card_comes_from_the_article_or_is_said_to_be_ours() -> None:
    cards = {f"{topic.id}/{card.id}" for topic in TOPICS for card in topic.cards}
    assert cards - {*PLACES} == ONLY_OURS.keys()


@pytest.mark.parametrize(
    "id_", sorted({place.partition(":")[2] for place in PLACES if place.startswith("exercise:")})
)
def test_every_exercise_named_is_in_a_routine(id_: str, routines: Mapping[str, Routine]) -> None:
    assert any(step.exercise == id_ for routine in routines.values() for step in routine.step)


def test_every_exercise_of_the_article_is_named() -> None:
    assert {f"exercise:{id_}" for id_ in PROMISED_EXERCISES} <= {*PLACES}


@pytest.mark.parametrize("id_", ["wall-calf-stretch", "seated-toe-touch"])
def test_its_stretches_start_within_its_dose(id_: str, exercises: Mapping[str, Exercise]) -> None:
    dose = exercises[id_].dose
    assert HOLD_S[0] <= dose.hold <= HOLD_S[1]
    assert SETS[0] <= dose.sets <= SETS[1]


def test_its_doses_stand_on_the_exercises_own_pages(exercises: Mapping[str, Exercise]) -> None:
    evidence = {id_: exercise.evidence.text for id_, exercise in exercises.items() if exercise.evidence}
    assert "15 to 30 seconds, 2 or 3 times" in evidence["wall-calf-stretch"]
    assert "1 to 2 minutes a calf" in evidence["calf-foam-roll"]


def test_its_doses_stand_on_the_cards() -> None:
    stretching, rolling, weeks = (
        find_card(place) for place in ("helps/stretching", "helps/rolling", "recovery/timeline")
    )
    assert stretching
    assert "15 to 30 seconds, 2 or 3 times" in stretching.text
    assert rolling
    assert "1 to 2 minutes a calf, a little longer on tender spots" in rolling.text
    assert weeks
    assert "2 to 4 weeks" in weeks.text

"""What someone sees who opens Soleus for the first time."""

import pytest
from msgspec.structs import replace

from app.core.care.warning_signs import answered, verdict
from app.core.figure import Figure, Pose
from app.core.library import Library
from app.views.care_topics.doctor import DOCTOR
from app.views.welcome import FIRST_CHOICES, PICTURE_OF, welcome_view
from tests.core.routines import EXERCISES
from tests.views.shelf import LIBRARY, TODAY

DRAWN = replace(EXERCISES[PICTURE_OF], figure=Figure(pose=(Pose(hip=(0, 0.5)), Pose(hip=(0, 0.6), at=1))))
WITH_PICTURE = Library(EXERCISES | {PICTURE_OF: DRAWN}, LIBRARY.routines)


def test_there_are_three_cards_and_the_question_of_signs_is_answered_and_not_passed_over():
    views = [welcome_view(LIBRARY, index) for index in range(3)]
    assert [(view.index, view.count) for view in views] == [(0, 3), (1, 3), (2, 3)]
    assert [view.skip for view in views] == ["Skip", "", "Look around first"]


def test_the_first_card_says_what_it_is_and_shows_a_stretch():
    card = welcome_view(WITH_PICTURE, 0).card
    assert "turn to the wall" in card.title
    assert (card.picture.figure, card.picture.position) == (DRAWN.figure, 1)
    assert (card.warnings, card.choices, card.next) == ((), (), "Next")


@pytest.mark.parametrize("library", [LIBRARY, Library()])
def test_the_first_card_does_without_a_picture_that_is_not_there(library: Library):
    assert not welcome_view(library, 0).card.picture.exists


@pytest.mark.parametrize(
    "sign",
    [
        "swollen, warm, red or throbbing",
        "sudden snap",
        "bladder, bowel",
        "numbness between the legs",
        "emergency",
    ],
)
def test_the_second_card_names_the_signs_that_stretching_must_not_follow(sign: str):
    card = welcome_view(LIBRARY, 1).card
    assert any(sign in warning for warning in card.warnings)
    assert card.choices == ()
    assert card.next == "None of these, go on"


def test_chest_pain_and_breathlessness_are_an_emergency_with_a_swollen_calf_or_alone():
    """The sign does so, and both texts that name it without asking have to say the same."""
    card = next(card for card in DOCTOR.cards if card.id == "emergency")
    for text in (*welcome_view(LIBRARY, 1).card.warnings, card.text):
        assert "breath" not in text or "alone" in text
    assert verdict(answered({"breathless"}, TODAY)).urgency == "emergency"


def test_the_third_card_offers_routines_to_begin_with_and_has_no_other_way_on():
    card = welcome_view(LIBRARY, 2).card
    assert [row.id for row in card.choices] == ["calf-reset"]  # the only one of them on this shelf
    assert (card.next, card.warnings) == ("", ())


def test_a_routine_that_needs_attention_is_not_offered():
    broken = replace(LIBRARY.routines[-1], id=FIRST_CHOICES[1])
    library = Library(EXERCISES, (*LIBRARY.routines, broken))
    assert [row.id for row in welcome_view(library, 2).card.choices] == ["calf-reset"]


def test_no_card_shouts():
    for index in range(3):
        card = welcome_view(LIBRARY, index).card
        assert "!" not in "".join([card.title, card.text, card.next, *card.warnings])

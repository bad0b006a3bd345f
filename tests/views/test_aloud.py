"""What is read aloud on request."""

import pytest

from app.views.aloud import OFF, ON, control, moment, sentences
from tests.views.test_player import RAISE, STRETCH, at


@pytest.mark.parametrize(
    ("own", "around", "state", "said"),
    [
        ([], ["Voice", "Says what comes."], ON, "Voice. Says what comes. On."),
        (["More"], ["How fast it speaks", "100 %"], "", "More. How fast it speaks. 100 %."),
        (["Start the routine"], ["Calf reset"], "", "Start the routine."),
        (["Dark"], ["Theme"], "chosen", "Dark. Theme. Chosen."),
        ([], [], "", ""),
    ],
)
def test_a_control_says_its_words_what_they_belong_to_and_how_it_stands(own, around, state, said):
    assert control(own, around, state) == said


def test_what_cannot_be_pressed_says_so():
    assert control(["Less"], ["Rest"], disabled=True) == "Less. Rest. Cannot be pressed now."
    assert control([], ["Voice"], OFF) == "Voice. Off."


def test_the_moment_of_a_hold_is_told():
    said = "Wall calf stretch, left side. Hold. 20 seconds. Set 1 of 2. Back heel down. Next: right side."
    assert moment(at(STRETCH, 18_000)) == said


def test_the_moment_of_a_repetition_is_told():
    assert moment(at(RAISE, 8_000 + 5_500)) == "Calf raise. Up. 2 of 12. Then you are done."


def test_parts_become_sentences_and_what_is_said_twice_is_said_once():
    assert (
        sentences(["Today", "", "two\nlines", "Ready?", "Ready?", "5 min"])
        == "Today. Two lines. Ready? 5 min."
    )

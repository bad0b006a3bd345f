"""What the voice says in the heel-rise test, and that there is time for it."""

import pytest

from app.core.cues import Repetition
from app.core.manner import Manner
from app.views.heel_rise_voice import heel_rise_sentence
from tests.core.care.heel_rising import BEAT_MS, HeelRising


def test_the_voice_counts_on_the_way_up():
    test = HeelRising(heel_rise_sentence)
    test.run(25 * 2 * BEAT_MS)
    assert test.speaker.said[-3:] == ["24.", "25.", "26."]


def test_the_voice_says_how_to_end_a_leg_and_which_leg_comes():
    test = HeelRising(heel_rise_sentence)
    assert test.speaker.said[0].startswith("Get ready. Left leg. Up on one beat")
    assert "right arrow" in test.speaker.said[0]
    test.run(3 * BEAT_MS)
    test.end_leg()
    assert test.speaker.said[-1] == "Rest for 1 minute and 50 seconds. Then the right leg."
    test.run(110_000)
    assert test.speaker.said[-1].startswith("Get ready. Right leg.") or test.speaker.said[-1].startswith(
        "Right leg."
    )


@pytest.mark.parametrize("number", [1, 37, 77, 100])
def test_every_number_has_room_before_the_next(number):
    assert heel_rise_sentence([Repetition(number, 0)], 2 * BEAT_MS) == f"{number}."


def test_who_wants_chimes_alone_hears_no_word():
    assert heel_rise_sentence([Repetition(3, 0)], None, Manner(verbosity="chimes")) == ""

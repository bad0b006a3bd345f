"""How long a sentence takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.speech_time import speech_ms
from tests.voice.engine import voiced_ms


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("", 0),
        (" ", 0),
        ("Hold.", 4 * 60 + 25 + 130),
        ("Hold, 12 times.", 15 * 60 + 3 * 25 + 330 + 130),  # "twelve"
        ("Up. Down.", 6 * 60 + 2 * 25 + 500 + 130),
        ("30.", 6 * 60 + 25 + 130),  # "thirty"
        ("125.", 23 * 60 + 25 + 130),  # "one hundred and twenty five": 3 + 10 + 6 + 4
        ("0.", 4 * 60 + 25 + 130),
    ],
)
def test_it_goes_by_letters_words_and_pauses(text, ms):
    assert speech_ms(text) == ms


@given(st.text(), st.floats(0.7, 1.5))
def test_a_faster_voice_takes_less(text, speed):
    assert abs(speech_ms(text, speed) - speech_ms(text) / speed) <= 0.51


@pytest.mark.needs("espeak-ng")
@pytest.mark.parametrize(
    "text",
    [
        "Hold.",
        "12.",
        "Last one. Up.",
        "Switch to the right side.",
        "Half-way. 22 seconds left.",
        "Get ready. Foam rolling the back of the thigh, left side. You need a mat and a foam roller. 45 seconds.",
    ],
)
def test_a_real_voice_is_hardly_ever_slower_than_the_estimate(text):
    assert voiced_ms(text) <= speech_ms(text) + 110

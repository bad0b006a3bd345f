import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.seconds import MOST_SECONDS, milliseconds, seconds


@pytest.mark.parametrize(("ms", "shown"), [(30_000, 30), (12_345, 12.345), (0, 0)])
def test_scripts_get_whole_seconds_as_whole_numbers(ms, shown):
    assert seconds(ms) == shown
    assert isinstance(seconds(ms), type(shown))


def test_a_float_that_is_a_little_less_is_the_millisecond_that_was_meant():
    assert 1.001 * 1000 < 1001  # 1000.9999999999999, which int() would make 1000
    assert milliseconds(1.001) == 1001


@given(st.integers(0, MOST_SECONDS * 1000))
def test_every_millisecond_survives_the_way_there_and_back(ms):
    assert milliseconds(seconds(ms)) == ms

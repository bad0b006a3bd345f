"""A session for those who cannot hear: every change lights up the screen, and what is said is written."""

import pytest
from msgspec import structs

from app.views.seen import Flash
from tests.ui.still_time import frames, seconds
from tests.ui.visit import LIGHT

LONGEST = (
    "Get ready. Towel calf raise, left side. You need a wall, a step and a towel. 12 repetitions, 3 sets. "
    "Toes on the towel. Slowly up, slowly down."
)
"""What the library's own routines have to say at once."""

DEAF = structs.replace(LIGHT, flash=True, show_sentences=True)


def started(visit, settings):
    here = visit("", settings=settings)
    here.shell.follow("evening-calves")
    here.pass_time(0.2)
    return here


def test_every_change_lights_up_the_screen_with_its_word(visit):
    here = started(visit, DEAF)
    cover = here.screen.cover
    words = []
    while here.shell.following is not None and len(words) < 6:
        if cover.opacity == 1 and (not words or words[-1] != cover.flash.word):
            words.append(cover.flash.word)
        here.pass_time(0.5)
        if here.shell.following is not None and here.screen.view.open_ended:
            here.press("spacebar")
    assert words == ["Get ready", "Hold", "Switch", "Hold", "Get ready", "Hold"]


def test_a_flash_is_over_within_a_second_and_covers_nothing_then(visit):
    here = started(visit, DEAF)
    cover = here.screen.cover
    assert (cover.opacity, tuple(cover.size)) == (1, tuple(here.screen.size))
    seconds(1)
    assert cover.opacity == 0


@pytest.mark.parametrize("still", [True, False])
def test_with_reduced_motion_a_flash_does_not_fade(visit, still):
    here = started(visit, structs.replace(DEAF, reduced_motion=still))
    here.screen.cover.show(Flash(99, "Rest"))
    seconds(0.7)
    assert (here.screen.cover.opacity == 1) is still
    seconds(0.5)
    assert here.screen.cover.opacity == 0


def test_a_flash_takes_no_touch(visit):
    here = started(visit, DEAF)
    assert here.screen.cover.opacity == 1
    here.touch("Pause")
    assert here.screen.view.paused


def test_the_last_sentence_is_written_in_full_whatever_the_voice_says(visit):
    here = started(visit, structs.replace(DEAF, voice=False))
    assert here.says("Get ready. Seated toe touch, left side.")
    assert here.speaker.said == []


@pytest.mark.parametrize("scale", [1.0, 1.3, 1.6])
def test_the_longest_sentence_is_not_cut_off_at_any_type_size(visit, scale):
    here = started(visit, structs.replace(DEAF, text_scale=scale))
    label = here.screen.ids.said.children[0]
    label.text = LONGEST
    label.texture_update()
    drawn = "".join(word.text for line in label._label._cached_lines for word in line.words)
    assert "".join(drawn.split()) == "".join(LONGEST.split())
    assert label.texture_size[1] <= label.height


def test_without_the_wish_nothing_flashes_and_nothing_is_written(visit):
    here = started(visit, LIGHT)
    frames(3)
    assert here.screen.cover.opacity == 0
    assert not here.says("Get ready. Seated")


def test_without_any_voice_it_says_once_that_chimes_mark_the_changes(visit):
    here = visit("", settings=LIGHT)
    here.speaker.works = False
    for told in (True, False):
        here.shell.follow("evening-calves")
        here.pass_time(0.2)
        assert here.says("This machine has no voice") is told
        here.pass_time(9)  # the 8 s to prepare are over
        assert not here.says("This machine has no voice")
        here.press("escape")
        here.press("escape")

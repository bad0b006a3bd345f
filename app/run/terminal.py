"""Follows a routine in the terminal, on the real machine. Knows no window."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from app.adapters.clock import SystemClock
from app.core.ports import Chime, Clock, RecordError, Speaker
from app.run.home import RunError, found, sentences_folder, settings, sounds_folder, writing
from app.run.interrupts import interrupts
from app.run.machine import hearing

if TYPE_CHECKING:
    from app.core.exercise import Exercise
    from app.core.record import SessionRecord
    from app.core.routine import Routine
    from app.storage.store import Store

CALM_SPEED = 2.0
"""Faster than this, a session is silent: nobody could follow its voice."""
LAST_WORDS = 4.0
"""Seconds that the voice has to say that all is done, after it is."""


def follow_in_terminal(
    wanted: str, *, auto: bool, speed: float, print_line: Callable[[str], None]
) -> tuple[SessionRecord, str]:
    """Follows a routine here and now; what was done, and why it could not be recorded ("" if it was).

    An output that nobody reads any more ends the session, as a closed terminal does.
    """
    from app.adapters.clock import FastClock
    from app.adapters.keyboard import has_keyboard, open_keyboard
    from app.core.guide import Guide
    from app.core.recording import begun
    from app.core.session import Session
    from app.core.timeline import closed, unfold
    from app.terminal import Narrator, follow
    from app.views import terminal as view
    from app.views.spoken import sentence

    (whole, shelf), chosen = found(wanted), settings()
    routine, steps, left_out = _without_what_waits(whole, shelf.exercises)
    timeline = unfold(routine, shelf.exercises, prepare_s=chosen.prepare_s, rest_s=chosen.rest_s)
    hands_free = auto or not has_keyboard()
    clock: Clock = SystemClock()
    with writing(clock) as store, interrupts() as asked:
        say = asked.unless_unread(print_line)
        say(view.opening(timeline))
        if left_out:
            say(left_out)
        if timeline.estimated and hands_free and not auto:
            say(view.NO_KEYBOARD)
        if has_keyboard():
            say(view.KEYS)
        _keep_cut_off(store, say)
        plan = closed(timeline) if hands_free else timeline
        record = begun(plan, str(uuid.uuid4()), clock.now(), chosen.day_start_h, steps)
        if speed != 1:
            clock = FastClock(clock, speed)
        with _terminal_machine(quiet=speed > CALM_SPEED) as (chime, speaker):
            narrator = Narrator(say, lambda cues: sentence(cues, shelf.exercises))
            heard = hearing(chosen)
            session = narrator.session = Session(plan, clock)
            guide = Guide(
                session,
                record,
                shelf.exercises,
                recorder=store,
                chime=chime,
                speaker=speaker,
                wording=lambda cues, room_ms: sentence(cues, shelf.exercises, room_ms, heard.manner),
                hearing=heard,
                listener=narrator,
            )
            with open_keyboard() as keyboard:
                follow(guide, keyboard.read, asked.heard, say, hands_free=hands_free)
        return guide.record, guide.trouble


def _without_what_waits(
    routine: Routine, exercises: Mapping[str, Exercise]
) -> tuple[Routine, tuple[int, ...], str]:
    """What of it no warning sign speaks against, the numbers of its steps (() for all), and what is left out.

    Raises `RunError` if that is nothing.
    """
    from app.core.care.warning_signs import exercises_blocked, steps_left
    from app.core.shortening import with_steps
    from app.run.signs import verdict_now
    from app.views.signs_ask import left_out, refused

    verdict = verdict_now()
    blocked = exercises_blocked((step.exercise for step in routine.step), exercises, verdict)
    if not (blocked or verdict.stops_everything):
        return routine, (), ""
    steps = steps_left(routine, exercises, verdict)
    some = with_steps(routine, steps)
    if not steps or some is None:
        raise RunError(refused(routine.name, verdict))
    return some, steps, left_out([exercises[id_].name for id_ in blocked], verdict)


def _keep_cut_off(store: Store, say: Callable[[str], None]) -> None:
    """Keeps what was done before a crash or a power cut; what cannot be kept now is so the next time."""
    from app.core.recording import kept_as_it_is
    from app.views import terminal as view

    for record in store.running():
        kept = kept_as_it_is(record)
        try:
            store.put(kept)
        except RecordError as error:
            say(str(error))
        else:
            say(view.cut_off_before(kept))


@contextmanager
def _terminal_machine(*, quiet: bool) -> Iterator[tuple[Chime, Speaker]]:
    """Sound, voice and a screen that stays awake, until the block ends; silence if `quiet`."""
    from app.adapters.chime import SilentChime, open_terminal_chime
    from app.adapters.keep_awake import open_terminal_keep_awake
    from app.adapters.players import open_sentence_player
    from app.adapters.prepared import open_speaker
    from app.adapters.speech import SilentSpeaker

    if quiet:
        yield SilentChime(), SilentSpeaker()
        return
    chime, awake = open_terminal_chime(sounds_folder()), open_terminal_keep_awake()
    speaker = open_speaker(sentences_folder(), open_sentence_player(LAST_WORDS), LAST_WORDS)
    awake.hold()
    try:
        yield chime, speaker
    finally:
        awake.release()
        speaker.close()
        chime.close()

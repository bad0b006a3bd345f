"""What following a routine in the terminal prints. Knows no terminal."""

from app.core.record import SessionRecord
from app.core.session import Now
from app.core.timeline import Timeline
from app.views import words

KEYS = "Keys: space pause · n skip · b back · + ten seconds more · Enter done · m mute · q stop"
NO_KEYBOARD = "There is no keyboard here, so open-ended steps pass after their usual time."
CLOCK_PAUSED = "Paused: the machine slept or its clock was set. Press space to go on."
CLOCK_WENT_ON = "The machine slept or its clock was set; going on."


def opening(timeline: Timeline) -> str:
    about = "about " if timeline.estimated else ""
    return f"{timeline.name}: {about}{words.duration(timeline.total_ms)}"


def line(now: Now, said: str) -> str:
    """One line: the time since the start of the routine as planned, and what the voice says.

    To the nearest second, for cues are given a little early: at 7,900 ms it is 0:08.
    """
    at_s = (now.segment.start_ms + now.elapsed_ms + 500) // 1000
    return f"{at_s // 60:>2}:{at_s % 60:02}  {said}"


def closing(record: SessionRecord) -> str:
    done = words.duration(record.done_ms)
    if record.status == "finished":
        return f"Finished: {done} of work. It is in your history."
    if not record.done_ms:
        return "Stopped before anything was done. Your history shows that you began."
    return f"Stopped: {done} of {words.duration(record.planned_ms)} done and kept in your history."


def unwritten(trouble: str) -> str:
    return f"This session could not be recorded: {trouble}"


def cut_off_before(record: SessionRecord) -> str:
    """Said of a session as it is kept."""
    kept = "as a partial session" if record.status == "partial" else "in your history"
    return f"{record.name} was cut off earlier; what was done is kept {kept}."

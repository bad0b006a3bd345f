"""Follows a routine in the terminal: for a screen reader, ssh, or a machine with no display. Knows no store."""

from collections.abc import Callable, Sequence

from app.core.cues import Cue
from app.core.events import Event, Paused
from app.core.guide import Guide
from app.core.session import Session
from app.views import terminal as view

TICK_S = 0.05
Print = Callable[[str], None]
ReadKey = Callable[[float], str]


class Narrator:
    """Prints what happens in full, as a line each, however much of it the voice says."""

    def __init__(self, print_line: Print, sentence: Callable[[Sequence[Cue]], str]) -> None:
        self._print = print_line
        self._sentence = sentence
        self.session: Session | None = None

    def __call__(self, cues: Sequence[Cue]) -> None:
        said = self._sentence(cues)
        if said and self.session is not None:
            self._print(view.line(self.session.now(), said))


def follow(
    guide: Guide, read_key: ReadKey, interrupted: Callable[[], bool], print_line: Print, *, hands_free: bool
) -> None:
    """Leads through the session to its end, or until `interrupted()` says that it is to stop.

    `hands_free` means that nobody can press a key: a pause by the clock then ends at once.
    """
    session = guide.session
    guide.start()
    while not session.is_over:
        for event in guide.tick():
            _answer_pause(event, session, print_line, hands_free)
        if session.is_over:
            break
        _obey(read_key(TICK_S), guide)
        if interrupted():
            session.stop()
    guide.tick()


def _answer_pause(event: Event, session: Session, print_line: Print, hands_free: bool) -> None:
    if isinstance(event, Paused) and event.reason == "clock":
        print_line(view.CLOCK_WENT_ON if hands_free else view.CLOCK_PAUSED)
        if hands_free:
            session.resume()


def _obey(key: str, guide: Guide) -> None:
    session = guide.session
    match key.lower():
        case " ":
            _space(session)
        case "n" | "s":
            session.skip()
        case "b":
            session.back()
        case "+" | "=":
            session.add(10)
        case "\n" | "\r" | "d":
            session.done()
        case "m":
            guide.toggle_mute()
        case "q" | "\x1b":
            session.stop()


def _space(session: Session) -> None:
    """Space ends an open-ended segment, as the voice says; otherwise it pauses and goes on."""
    now = session.now()
    if now.state == "paused":
        session.resume()
    elif now.length_ms is None:
        session.done()
    else:
        session.pause()

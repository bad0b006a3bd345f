"""Follows one session in the window: asks the guide, shows the moment, sleeps until the next. Knows no store."""

import math
from collections.abc import Callable, Sequence

from kivy.clock import Clock
from msgspec import Struct

from app.core.cues import Cue
from app.core.events import Paused
from app.core.guide import Guide
from app.core.session import Session
from app.ui.screens.player import PlayerScreen
from app.ui.theme import theme
from app.views.picture import NO_PICTURE, Picture, moves
from app.views.player import FRACTION_STEPS, PlayerView, player_view
from app.views.seen import Seen, seen_after

LEAST_FPS, MOST_FPS = 2.0, 30.0
FIGURE_FPS = 24.0
LONG_PAUSE_S = 180.0
"""Whoever paused for longer may have forgotten it."""


class Look(Struct, frozen=True):
    """What the player shows to those who do not hear: a flash at every change, and what the voice says.

    `note` stands there until the first work begins.
    """

    flash: bool = False
    sentences: bool = False
    note: str = ""


class Following:
    """Ties a guide to the player's screen from the first preparation to the end.

    It looks when something is due and as often as the ring moves by a step, and not at all in a pause. While
    the window is hidden it draws nothing.
    """

    def __init__(
        self,
        guide: Guide,
        on_over: Callable[[], None],
        on_clock_pause: Callable[[], None],
        on_long_pause: Callable[[], None] = lambda: None,
        on_wrong: Callable[[], None] = lambda: None,
        look: Look = Look(),  # noqa: B008  # frozen
    ) -> None:
        self._guide = guide
        self._look = look
        self._seen = Seen()
        self._counting = False
        guide.listener = self._see_what_is_heard
        self._on_over = on_over
        self._on_clock_pause = on_clock_pause
        self._on_wrong = on_wrong
        self._long_pause = Clock.create_trigger(lambda _: on_long_pause(), LONG_PAUSE_S)
        self._next_look = Clock.create_trigger(self.look, 0)
        self._visible = True
        self.screen = PlayerScreen(view=self._view())
        session = guide.session
        self.screen.bind(
            on_toggle=lambda *_: self._do(self._toggle),
            on_skip=lambda *_: self._do(session.skip),
            on_back=lambda *_: self._do(session.back),
            on_add=lambda *_: self._do(lambda: session.add(10)),
            on_done=lambda *_: self._do(session.done),
            on_mute=lambda *_: self._do(guide.toggle_mute),
            on_stop=lambda *_: self._do(session.stop),
            on_wrong=lambda *_: self._do(self._ask_what_is_wrong),
        )

    @property
    def session(self) -> Session:
        return self._guide.session

    def start(self) -> None:
        self._guide.start()
        self.look()

    def see(self, visible: bool) -> None:
        """Takes in that the window was hidden, or shown again."""
        self._visible = visible
        self.look()

    def press(self, key: str) -> bool:
        """What a key does here; False if it does nothing."""
        screen = self.screen
        deed = {
            "spacebar": "on_done" if screen.view.open_ended and not screen.view.paused else "on_toggle",
            "right": "on_skip",
            "left": "on_back",
            "+": "on_add",
            "numpadadd": "on_add",
            "=": "on_add",
            "m": "on_mute",
            "w": "on_wrong",
            "escape": "on_stop",
            "enter": "on_done",
        }.get(key)
        if deed is None:
            return False
        screen.dispatch(deed)
        return True

    def _do(self, deed: Callable[[], None]) -> None:
        if not self.session.is_over:
            deed()
            self.look()

    def _toggle(self) -> None:
        if self.session.state == "paused":
            self.session.resume()
        else:
            self.session.pause()

    def _ask_what_is_wrong(self) -> None:
        """Paused until it is answered, and after it as well: nobody is hurried back."""
        self.session.pause()
        self._on_wrong()

    def look(self, *_: object) -> None:
        """Takes in what has happened until now and shows it."""
        self._next_look.cancel()
        if any(isinstance(event, Paused) and event.reason == "clock" for event in self._guide.tick()):
            self._on_clock_pause()
        self._count_pause()
        if self._visible:
            self.screen.view = self._view()
        if self.session.is_over:
            self._on_over()
        elif (wait_s := self._wait_s()) is not None:
            self._next_look.timeout = wait_s
            self._next_look()

    def _count_pause(self) -> None:
        """A pause that lasts is told of once; the next one counts anew."""
        if self.session.state != "paused":
            self._long_pause.cancel()
            self._counting = False
        elif not self._counting:
            self._counting = True
            self._long_pause()

    def _view(self) -> PlayerView:
        guide = self._guide
        return player_view(
            self.session.now(),
            self.session.timeline,
            guide.exercises,
            muted=guide.muted,
            trouble=guide.trouble or self._note(),
            seen=self._seen,
            shows_flashes=self._look.flash,
            shows_sentences=self._look.sentences,
        )

    def _note(self) -> str:
        segments = self.session.timeline.segments[: self.session.now().index + 1]
        return "" if any(segment.is_work for segment in segments) else self._look.note

    def _see_what_is_heard(self, cues: Sequence[Cue]) -> None:
        session = self.session
        self._seen = seen_after(self._seen, cues, session.clock_ms, self._guide.exercises)

    def _wait_s(self) -> float | None:
        """Seconds to the next look; None while nothing moves by itself."""
        if self.session.state != "running":
            return None
        due_ms = self._guide.next_tick_in_ms()
        fps = frames_per_second(self.session, self.screen.view.picture) if self._visible else LEAST_FPS
        waits = [1 / fps]
        if due_ms is not None:
            waits.append(due_ms / 1000)
        now = self.session.now()
        counted_ms = now.lead_in_ms or now.left_ms
        if counted_ms is not None:
            waits.append((counted_ms % 1000 + 1) / 1000)  # the number changes with the second, not after it
        return min(waits)


def frames_per_second(session: Session, picture: Picture = NO_PICTURE) -> float:
    """How often what is shown changes: with a figure that moves, or by a step of the ring, and at least twice a
    second.

    A hold of 30 s moves its ring by 60 / 30 = 2 steps a second; a lift of 2 s by 30, which is
    all that the eye wants.
    """
    now = session.now()
    if not theme.still and moves(picture, now):
        return FIGURE_FPS
    if now.lead_in_ms or now.length_ms is None:
        return LEAST_FPS
    length_ms = now.length_ms
    if now.segment.tempo is not None:
        length_ms = min(phase for phase in now.segment.tempo if phase)
    return min(MOST_FPS, max(LEAST_FPS, math.ceil(FRACTION_STEPS * 1000 / length_ms)))

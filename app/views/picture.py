"""Which moment of an exercise's moving picture is shown. Knows no window and no clock."""

from msgspec import Struct, structs

from app.core.exercise import Exercise
from app.core.figure import Figure, breath, to_and_fro
from app.core.record import Side
from app.core.session import Now

SETTLE_S = 1.5
"""From the start of a movement into a hold, and out of it again."""
SHOW_S = 4.0
"""To show a movement once, there and back, while one gets ready."""
FINE = 240
"""Positions are rounded to this many steps, so that what cannot be seen is not drawn."""
BREATH_FINE = 2
"""Of a breath too: half of it moves a shoulder by a pixel."""


class Picture(Struct, frozen=True):
    """A figure at a moment, or a picture of the user's own that has no moments.

    `hot` are the muscles that light up, on `both` legs or the near one. `file` is the name of the picture.
    """

    figure: Figure | None
    position: float = 0.0
    breath: float = 0.0
    mirror: bool = False
    both: bool = False
    hot: tuple[str, ...] = ()
    file: str = ""

    @property
    def exists(self) -> bool:
        return self.figure is not None or bool(self.file)


NO_PICTURE = Picture(None)


def still(exercise: Exercise, position: float = 1.0, side: Side | None = None) -> Picture:
    """The exercise at one position, as lists and cards show it."""
    figure = exercise.figure
    if exercise.picture is not None:
        return Picture(None, file=exercise.picture)
    if figure is None or not figure.is_drawn:
        return NO_PICTURE
    both = figure.both or exercise.sides == "none"
    mirror = side == "right"
    return Picture(figure, position, 0.0, mirror, both, figure.hot or exercise.muscles)


def shown(exercise: Exercise, elapsed_s: float) -> Picture:
    """The exercise as its page shows it, again and again from its start to its end, with a rest at each."""
    picture = still(exercise)
    if picture.figure is None:
        return picture
    return structs.replace(picture, position=shown_position(elapsed_s))


def shown_position(elapsed_s: float) -> float:
    """How far a movement has come that is shown again and again, as on an exercise's page."""
    return _fine(_unhurried(elapsed_s))


def in_session(exercise: Exercise | None, side: Side | None, now: Now) -> Picture:
    """The exercise at this moment of a session: in time with the player's clock."""
    picture = still(exercise, side=side) if exercise else NO_PICTURE
    if picture.figure is None:
        return picture
    position, chest = _moment(picture.figure, now)
    return structs.replace(picture, position=_fine(position), breath=round(chest * BREATH_FINE) / BREATH_FINE)


def moves(picture: Picture, now: Now) -> bool:
    """Whether the figure travels just now, rather than holding still and breathing."""
    if picture.figure is None or now.state != "running":
        return False
    if now.segment.kind in ("prepare", "rep", "reps"):
        return not now.lead_in_ms
    if now.segment.kind in ("hold", "relax") and not now.lead_in_ms:
        return picture.figure.rocks or now.elapsed_ms < SETTLE_S * 1000
    return False


def _moment(figure: Figure, now: Now) -> tuple[float, float]:
    """Position and breath. A hold goes to its end in 1.5 s and breathes; a repetition follows its tempo."""
    elapsed_s = now.elapsed_ms / 1000
    segment = now.segment
    if segment.tempo is not None:
        return tempo_position(now.elapsed_ms, segment.tempo)[1], 0.0
    match segment.kind:
        case "prepare":
            return _unhurried(elapsed_s), 0.0
        case "hold" if figure.rocks:
            return to_and_fro(elapsed_s, figure.period), 0.0
        case "hold":
            return min(1.0, elapsed_s / SETTLE_S), breath(elapsed_s)
        case "relax":
            return max(0.0, 1.0 - elapsed_s / SETTLE_S), 0.0
        case "reps":
            return to_and_fro(elapsed_s, SHOW_S), 0.0
        case _:
            return 0.0, 0.0


def tempo_position(elapsed_ms: int, tempo: tuple[int, int, int, int]) -> tuple[int, float]:
    """Which phase (0 to 3) a repetition is in, and how far up the movement is (0 down, 1 up).

    With a tempo of 2-1-2-0 s: after 1 s half-way up (0, 0.5); after 2.5 s at the top (1, 1.0); after 4 s
    half-way down (2, 0.5).
    """
    begin_ms = 0
    last = max(i for i, phase_ms in enumerate(tempo) if phase_ms)
    for number, phase_ms in enumerate(tempo):
        if elapsed_ms < begin_ms + phase_ms or (number == last and phase_ms):
            share = min(1.0, (elapsed_ms - begin_ms) / phase_ms)
            return number, (share, 1.0, 1.0 - share, 0.0)[number]
        begin_ms += phase_ms
    return last, 0.0


def _unhurried(elapsed_s: float) -> float:
    """To and fro in 4 s, resting half a second at each end."""
    return min(1.0, max(0.0, to_and_fro(elapsed_s, SHOW_S) * 1.33 - 0.165))


def _fine(position: float) -> float:
    return round(position * FINE) / FINE

"""What one line of a therapist's sheet means, as `soleus sheet` tells it. Knows no text and no library."""

from msgspec import Struct

from app.core.days import Weekday
from app.core.exercise import Sides, Tempo

EVERY_SECOND_DAY = 3.5
"""Days a week."""


class SheetLine(Struct, frozen=True):
    """One line that is not empty; None where nothing was said.

    `line` counts from 1. `hold` and `rest` are seconds, `tempo` those of a routine file. `days_per_week` is
    3.5 for every second day, and `weekdays` (Monday = 0) are the days if the line names them. `left_over`
    are the words that were not understood, as they stand in the text.
    """

    line: int
    text: str
    exercise: str | None = None
    hold: float | None = None
    reps: int | None = None
    sets: int | None = None
    sides: Sides | None = None
    tempo: Tempo | None = None
    rest: float | None = None
    times_per_day: int | None = None
    days_per_week: float | None = None
    weekdays: tuple[Weekday, ...] = ()
    weeks: int | None = None
    left_over: tuple[str, ...] = ()

    @property
    def has_dose(self) -> bool:
        return any(said is not None for said in (self.hold, self.reps, self.sets, self.tempo))

    @property
    def has_rhythm(self) -> bool:
        return any(said is not None for said in (self.times_per_day, self.days_per_week, self.weeks))

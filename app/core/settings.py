"""What a person can set. Knows no file and no window."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct, structs

from app.core.breaks.rules import BreakRules
from app.core.days import Weekday
from app.core.hours import Hours
from app.core.manner import Manner, Verbosity
from app.core.reminders.reminder import Plan, Reminders

Theme = Literal["system", "light", "dark", "contrast"]
TextScale = Annotated[float, Meta(ge=0.8, le=2)]
VoiceSpeed = Annotated[float, Meta(ge=0.7, le=1.5)]
Percent = Annotated[int, Meta(ge=0, le=100)]
CueLead = Annotated[int, Meta(ge=0, le=500)]
Preparing = Annotated[int, Meta(ge=0, le=60)]
Resting = Annotated[int, Meta(ge=0, le=300)]
Days = Annotated[int, Meta(ge=1, le=7)]
SmallHours = Annotated[int, Meta(ge=0, le=6)]


class EarlierTarget(Struct, frozen=True):
    """The target of the weeks that began before a day: days with a session, 1 to 7."""

    before: date
    days: Days


class WeeklyTarget(Struct, frozen=True):
    """The person's own target, in days a week from 1 to 7, and what it was before: oldest first.

    A target of 3 that became 5 on Monday 16 November 2026 is WeeklyTarget(5, (EarlierTarget(16 November, 3),)):
    weeks that were good enough under the old one stay so.
    """

    days: int = 4
    earlier: tuple[EarlierTarget, ...] = ()

    def on(self, day: date) -> int:
        """The target of the week that `day` lies in or begins."""
        return next((former.days for former in self.earlier if day < former.before), self.days)


class Settings(Struct, frozen=True):
    """Every choice, with what holds until it is made.

    `cue_lead_ms` is how many milliseconds early a cue is given, for the time that a voice takes to begin.
    `verbosity` is how much the voice says, `voice_name` the engine's own name of one of its voices ("": its first),
    `voice_speed` how fast it speaks, where 1 is 175 words a minute.
    `flash` lights up the whole screen at every change, `show_sentences` writes what the voice last said.
    `prepare_s` and `rest_s` are seconds that take the place of every routine's own; None: as it says.
    `day_start_h` is the hour at which a day begins: with 4, a session at 03:30 still belongs to yesterday.
    `first_weekday` counts from Monday (0) to Sunday (6), `weekly_target` days with a session;
    `earlier_targets` are what it was before.
    `quiet_hours` are those in which no reminder is heard; there are none at first, for whoever asks to be
    reminded at 22:30 means it.
    `welcomed` is whether the first-run cards were seen.
    """

    theme: Theme = "system"
    text_scale: TextScale = 1.0
    reduced_motion: bool = False
    voice: bool = True
    sounds: bool = True
    volume: Percent = 80
    voice_volume: Percent = 80
    verbosity: Verbosity = "full"
    voice_name: str = ""
    voice_speed: VoiceSpeed = 1.0
    flash: bool = False
    show_sentences: bool = False
    cue_lead_ms: CueLead = 100
    prepare_s: Preparing | None = None
    rest_s: Resting | None = None
    weekly_target: Days = 4
    earlier_targets: tuple[EarlierTarget, ...] = ()
    day_start_h: SmallHours = 4
    first_weekday: Weekday = 0
    reminders: Reminders = ()
    quiet_hours: Hours | None = None
    breaks: BreakRules = BreakRules()
    welcomed: bool = False

    @property
    def manner(self) -> Manner:
        return Manner(self.verbosity if self.voice else "chimes", self.voice_speed, self.voice_name)

    @property
    def reminding(self) -> Plan:
        return Plan(self.reminders, self.quiet_hours, self.day_start_h)

    @property
    def weekly(self) -> WeeklyTarget:
        return WeeklyTarget(self.weekly_target, self.earlier_targets)


def with_weekly_target(settings: Settings, days: int, this_week: date) -> Settings:
    """The settings with another target from `this_week`, its first day, on.

    Moved twice in one week, only what held before the week is remembered.
    """
    if days == settings.weekly_target:
        return settings
    earlier = settings.earlier_targets
    if not earlier or earlier[-1].before < this_week:
        earlier = (*earlier, EarlierTarget(this_week, settings.weekly_target))
    return structs.replace(settings, weekly_target=days, earlier_targets=earlier)

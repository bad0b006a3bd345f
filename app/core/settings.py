"""What a person can set. Knows no file and no window."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

Theme = Literal["system", "light", "dark", "contrast"]
TextScale = Annotated[float, Meta(ge=0.8, le=2)]
Percent = Annotated[int, Meta(ge=0, le=100)]
CueLead = Annotated[int, Meta(ge=0, le=500)]
Preparing = Annotated[int, Meta(ge=0, le=60)]
Resting = Annotated[int, Meta(ge=0, le=300)]
Days = Annotated[int, Meta(ge=1, le=7)]
SmallHours = Annotated[int, Meta(ge=0, le=6)]
Weekday = Annotated[int, Meta(ge=0, le=6)]


class Settings(Struct, frozen=True):
    """Every choice, with what holds until it is made.

    `cue_lead_ms` is how many milliseconds early a cue is given, for the time that a voice takes to begin.
    `prepare_s` and `rest_s` are seconds that take the place of every routine's own; None: as it says.
    `day_start_h` is the hour at which a day begins: with 4, a session at 03:30 still belongs to yesterday.
    `first_weekday` counts from Monday (0) to Sunday (6), `weekly_target` days with a session.
    `welcomed` is whether the first-run cards were seen.
    """

    theme: Theme = "system"
    text_scale: TextScale = 1.0
    reduced_motion: bool = False
    voice: bool = True
    sounds: bool = True
    volume: Percent = 80
    voice_volume: Percent = 80
    cue_lead_ms: CueLead = 100
    prepare_s: Preparing | None = None
    rest_s: Resting | None = None
    weekly_target: Days = 4
    day_start_h: SmallHours = 4
    first_weekday: Weekday = 0
    welcomed: bool = False

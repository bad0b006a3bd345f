"""What a routine is: the meaning of `routines/<id>.toml`. Knows no files; the order of things is `timeline`'s."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from app.core.exercise import Id, Sides, Tempo, Text

Goal = Literal["ease", "strength", "warm-up", "recovery", "desk"]
Seconds = Annotated[float, Meta(gt=0, le=3600)]
SecondsOrNone = Annotated[float, Meta(ge=0, le=3600)]

PREPARE_S = 8
SWITCH_S = 5
REST_S = 10
RELAX_S = 5


class Step(Struct, frozen=True, forbid_unknown_fields=True):
    """One line of a routine: a hold, repetitions, repeated holds, or a wait.

    All durations are seconds. `None` means that the file did not say, so the default holds.
    """

    exercise: Id | None = None
    wait: Text | None = None
    hold: Seconds | None = None
    reps: Annotated[int, Meta(ge=1, le=200)] | None = None
    tempo: Tempo | None = None
    sides: Sides | None = None
    sets: Annotated[int, Meta(ge=1, le=20)] = 1
    rest: SecondsOrNone = REST_S
    relax: SecondsOrNone = RELAX_S
    prepare: SecondsOrNone | None = None
    switch: SecondsOrNone | None = None
    cue: str = ""


class Routine(Struct, frozen=True, forbid_unknown_fields=True):
    """A list of steps with a name and a goal. `prepare` and `switch` are seconds."""

    format: Annotated[int, Meta(ge=1, le=1)]
    id: Id
    name: Text
    step: Annotated[tuple[Step, ...], Meta(min_length=1, max_length=100)]
    about: str = ""
    goal: Goal = "ease"
    prepare: SecondsOrNone = PREPARE_S
    switch: SecondsOrNone = SWITCH_S

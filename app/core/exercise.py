"""What an exercise is: the meaning of `exercises/<id>.toml`. Knows no files and no geometry."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from app.core.figure import Figure

Sides = Literal["both", "left", "right", "none"]
Kind = Literal["stretch", "strength", "release", "mobility", "posture", "thermal"]
Position = Literal["standing", "sitting", "kneeling", "lying", "floor"]
Equipment = Literal[
    "wall",
    "chair",
    "step",
    "band",
    "foam-roller",
    "ball",
    "towel",
    "mat",
    "heat-pack",
    "cold-pack",
]

Id = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
PictureName = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.(png|jpg)$", max_length=84)]
"""A file in the folder `pictures` beside the exercise."""
Text = Annotated[str, Meta(min_length=1)]
Phase = Annotated[float, Meta(ge=0, le=3600)]
Tempo = tuple[Phase, Phase, Phase, Phase]


class Dose(Struct, frozen=True, forbid_unknown_fields=True):
    """What a new step of this exercise starts with: seconds of hold, sets, repetitions (0: none)."""

    hold: Annotated[float, Meta(ge=0, le=3600)] = 0
    sets: Annotated[int, Meta(ge=1, le=20)] = 1
    reps: Annotated[int, Meta(ge=0, le=200)] = 0
    tempo: Tempo | None = None


class Evidence(Struct, frozen=True, forbid_unknown_fields=True):
    """What the dose rests on, in plain words, with its source and how strong that is."""

    text: Text
    source: Text
    strength: Text


class Exercise(Struct, frozen=True, forbid_unknown_fields=True):
    """One movement, as people find it in the library."""

    format: Annotated[int, Meta(ge=1, le=1)]
    id: Id
    name: Text
    steps: Annotated[tuple[Text, ...], Meta(min_length=2, max_length=6)]
    muscles: Annotated[tuple[Text, ...], Meta(min_length=1)]
    kind: Kind
    position: Position
    sides: Sides
    summary: str = ""
    also: tuple[Text, ...] = ()
    equipment: tuple[Equipment, ...] = ()
    dose: Dose = Dose()
    mistakes: tuple[Text, ...] = ()
    stop_if: tuple[Text, ...] = ()
    easier: Id | None = None
    harder: Id | None = None
    evidence: Evidence | None = None
    figure: Figure | None = None
    picture: PictureName | None = None

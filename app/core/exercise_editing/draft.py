"""An exercise while it is edited, with undo and redo over the whole edit. Knows no window, no files and no words.

A draft may be unfinished: without a name, with too few steps, with lines
that say nothing. Whatever else the file format forbids, no edit makes.
"""

from typing import Literal

from msgspec import Struct, structs

from app.core.exercise import Dose, Exercise
from app.core.figure import Arm, Figure, Leg, Point, Pose
from app.core.undoing import Edit, gone_on, kept

FEWEST_STEPS, MOST_STEPS = 2, 6
DECIMALS = 3
"""Of a place in a figure: a thousandth of a body's height is less than a line's width."""

Gap = Literal["name", "steps", "muscles"]


class Version(Struct, frozen=True):
    """The exercise at one moment. `picture_file` is the path of a picture that was chosen but not yet copied."""

    exercise: Exercise
    picture_file: str = ""


class Draft(Edit[Version], frozen=True):
    """The edit of an exercise."""

    @property
    def exercise(self) -> Exercise:
        return self.now.exercise


def draft_of(exercise: Exercise) -> Draft:
    """The beginning of an edit."""
    version = Version(exercise)
    return Draft(version, version)


def blank() -> Draft:
    """The beginning of a new exercise. Its id is chosen when it is saved."""
    return draft_of(
        Exercise(
            format=1,
            id="",
            name="",
            steps=("", ""),
            muscles=(),
            kind="stretch",
            position="standing",
            sides="both",
            dose=Dose(hold=30, sets=2),
        )
    )


def duplicate(exercise: Exercise, name: str) -> Draft:
    """The beginning of an exercise that is like another. What the other rests on, it does not rest on itself.

    That the figure touches what it touches was for its author to keep: here it may be moved away.
    """
    figure = exercise.figure
    own = structs.replace(
        exercise,
        id="",
        name=name,
        evidence=None,
        picture=None,
        figure=structs.replace(figure, contacts=(), fast=()) if figure else None,
    )
    draft = blank()
    return structs.replace(draft, now=Version(own))


def edited(draft: Draft, exercise: Exercise, burst: str = "", picture_file: str | None = None) -> Draft:
    """The draft after an edit that led to `exercise`."""
    file = draft.now.picture_file if picture_file is None else picture_file
    return gone_on(draft, Version(exercise, file), burst)


def saved(draft: Draft, exercise: Exercise) -> Draft:
    """The draft after its file was written with `exercise`; all that was done can still be undone."""

    def named(version: Version) -> Version:
        return structs.replace(version, exercise=structs.replace(version.exercise, id=exercise.id))

    return kept(draft, Version(exercise), named)


def missing(draft: Draft) -> tuple[Gap, ...]:
    """What is still to be done before the draft can be saved, in the order in which it is met on the page."""
    exercise = draft.exercise
    gaps: list[Gap] = []
    if not exercise.name.strip():
        gaps.append("name")
    if len(_said(exercise.steps)) < FEWEST_STEPS:
        gaps.append("steps")
    if not exercise.muscles:
        gaps.append("muscles")
    return tuple(gaps)


def finished(draft: Draft, id_: str) -> Exercise | None:
    """The exercise as it can be saved under `id_`, without lines that say nothing; None while something is missing.

    A picture that was chosen is called as the exercise is.
    """
    if missing(draft):
        return None
    exercise, file = draft.exercise, draft.now.picture_file
    ending = "jpg" if file.lower().endswith((".jpg", ".jpeg")) else "png"
    return structs.replace(
        exercise,
        id=id_,
        name=exercise.name.strip(),
        summary=exercise.summary.strip(),
        steps=_said(exercise.steps),
        mistakes=_said(exercise.mistakes),
        stop_if=_said(exercise.stop_if),
        figure=_rounded(exercise.figure) if exercise.figure else None,
        picture=f"{id_}.{ending}" if file else exercise.picture,
    )


def _said(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line.strip() for line in lines if line.strip())


def _rounded(figure: Figure) -> Figure:
    return structs.replace(figure, pose=tuple(map(_rounded_pose, figure.pose)))


def _rounded_pose(pose: Pose) -> Pose:
    return structs.replace(
        pose,
        hip=_place(pose.hip),
        knee=_place(pose.knee),
        shoulder=_place(pose.shoulder),
        at=round(pose.at, 2),
        **{key: round(getattr(pose, key), 1) for key in ("trunk", "spine", "head", "neck")},
        near_arm=_rounded_arm(pose.near_arm),
        far_arm=_rounded_arm(pose.far_arm),
        near_leg=_rounded_leg(pose.near_leg),
        far_leg=_rounded_leg(pose.far_leg),
    )


def _rounded_arm(arm: Arm) -> Arm:
    return structs.replace(
        arm, hand=_place(arm.hand), shoulder=round(arm.shoulder, 1), elbow=round(arm.elbow, 1)
    )


def _rounded_leg(leg: Leg) -> Leg:
    angles = {key: round(getattr(leg, key), 1) for key in ("hip", "knee", "ankle", "sole", "toes")}
    return structs.replace(leg, heel=_place(leg.heel), toe=_place(leg.toe), **angles)


def _place(point: Point | None) -> Point | None:
    return None if point is None else (round(point[0], DECIMALS), round(point[1], DECIMALS))

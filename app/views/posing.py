"""What the page shows on which a figure is posed by hand. Knows no window."""

from collections.abc import Sequence

from msgspec import Struct

from app.core.figure import Figure, Pose, PropKind
from app.core.figure_check import surface_height
from app.core.posing.handles import handles
from app.core.posing.keyframes import begun, can_add, has_prop, holds, is_between
from app.core.posing.names import LIMBS
from app.core.posing.stock import PROPS, STOCK, StockName
from app.core.posing.trouble import Trouble, troubles
from app.core.skeleton import XY
from app.views.picture import Picture

THINGS: tuple[PropKind, ...] = tuple(PROPS)
THING_WORDS: dict[PropKind, str] = {
    "wall": "Wall",
    "chair": "Chair",
    "step": "Step",
    "mat": "Mat",
    "roller": "Roller",
}
THING = "thing-"
"""What the handles of things begin with."""
MOST_WARNINGS = 2
STOCK_WORDS: dict[StockName, str] = {
    "standing": "Standing",
    "chair": "Sitting on a chair",
    "kneeling": "Kneeling",
    "hands-and-knees": "On hands and knees",
    "back": "Lying on the back",
    "knees-bent": "On the back, knees bent",
    "face-down": "Lying face down",
    "floor": "Sitting on the floor",
}
STOCK_NAMES: tuple[StockName, ...] = tuple(STOCK)
STOCK_TITLE = "Begin from a pose"
PARTS = {
    "head": "Head",
    "chest": "Chest",
    "back": "Back",
    "hip": "Hip",
    "elbow": "elbow",
    "hand": "hand",
    "knee": "knee",
    "foot": "foot",
    "toe": "toes",
    "heel": "heel",
}
ABOUT = {
    "head": "Nods, and looks up.",
    "chest": "Leans the trunk.",
    "back": "Rounds the back, or hollows it.",
    "hip": "Moves the body.",
    "elbow": "Lifts the arm as it is bent.",
    "hand": "Bends the arm.",
    "knee": "Lifts the leg as it is bent.",
    "foot": "Bends the leg.",
    "toe": "Turns the foot.",
}
STANDING_FOOT = "Moves along the floor; upwards the heel lifts."
NOTHING_CHOSEN = "Drag a point, or go to it by Tab and move it by the arrow keys."
MOVING = "This is the whole movement."
FLOATS = "Nothing touches the floor."
STILL = "Nothing moves yet: drag something at the start or at the end."


class HandleMark(Struct, frozen=True):
    """A point that can be dragged: where it is, in H, and what it is called."""

    name: str
    x: float
    y: float
    label: str
    far: bool = False
    chosen: bool = False


class StockRow(Struct, frozen=True):
    """One pose to begin from, counted from 0."""

    index: int
    name: str
    picture: Picture


class StockView(Struct, frozen=True):
    """All that a keyframe can be made like."""

    title: str
    rows: tuple[StockRow, ...]


class PosingView(Struct, frozen=True):
    """One keyframe with its handles or, while it is played, the movement without them."""

    picture: Picture
    handles: tuple[HandleMark, ...]
    frames: tuple[str, ...]
    frame: int
    title: str
    about: str
    can_hold: bool
    holds: bool
    warning: str
    things: tuple[str, ...]
    things_there: tuple[int, ...]
    can_add: bool
    between: bool
    at: str
    playing: bool
    mirrored: bool
    can_undo: bool
    can_redo: bool


def posing_view(
    figure: Figure,
    frame: int,
    chosen: str,
    *,
    hot: Sequence[str] = (),
    both: bool = False,
    mirrored: bool = False,
    position: float | None = None,
    can_undo: bool = False,
    can_redo: bool = False,
) -> PosingView:
    """The keyframe number `frame`; with a `position` (0 to 1), that moment of the movement as it is played."""
    pose = figure.pose[frame]
    playing = position is not None
    marks = () if playing else _marks(figure, pose, chosen)
    chosen = chosen if any(mark.chosen for mark in marks) else ""
    return PosingView(
        picture=Picture(
            figure,
            pose.at if position is None else position,
            mirror=mirrored,
            both=figure.both or both,
            hot=figure.hot or tuple(hot),
        ),
        handles=marks,
        frames=frame_names(figure),
        frame=-1 if playing else frame,
        title="" if playing else label_of(chosen) if chosen else "",
        about=MOVING if playing else _about(figure, chosen),
        can_hold=_can_hold(figure, chosen),
        holds=any(limb == chosen and holds(figure, limb) for limb in LIMBS),
        warning="" if playing else _warning(troubles(figure)),
        things=tuple(THING_WORDS[kind] for kind in THINGS),
        things_there=tuple(place for place, kind in enumerate(THINGS) if has_prop(figure, kind)),
        can_add=can_add(figure) and not playing,
        between=is_between(figure, frame) and not playing,
        at=f"At {round(pose.at * 100)} % of the way",
        playing=playing,
        mirrored=mirrored,
        can_undo=can_undo,
        can_redo=can_redo,
    )


def frame_names(figure: Figure) -> tuple[str, ...]:
    between = len(figure.pose) - 2
    middle = ("Middle",) if between == 1 else tuple(str(number + 2) for number in range(between))
    return ("Start", *middle, "End")


def stock_choices(figure: Figure, frame: int) -> tuple[tuple[int | StockName, str], ...]:
    """What a keyframe can be made like: the other keyframes by their numbers, then the poses to begin from."""
    names = frame_names(figure)
    others = [(place, f"As at the {name.lower()}") for place, name in enumerate(names) if place != frame]
    return (*others, *((stock, STOCK_WORDS[stock]) for stock in STOCK_NAMES))


def stock_view(figure: Figure, frame: int) -> StockView:
    """Each of the choices with its figure."""
    rows = []
    for index, (key, name) in enumerate(stock_choices(figure, frame)):
        shown = Picture(figure, figure.pose[key].at) if isinstance(key, int) else Picture(begun(key))
        rows.append(StockRow(index, name, shown))
    return StockView(STOCK_TITLE, tuple(rows))


def label_of(name: str) -> str:
    """What a handle is called: "Near hand", "Wall"."""
    for kind in THINGS:
        if name == THING + kind:
            return THING_WORDS[kind]
    side, _, part = name.rpartition("-")
    return f"{side.capitalize()} {PARTS[part]}" if side else PARTS[name]


def _about(figure: Figure, chosen: str) -> str:
    if not chosen:
        return NOTHING_CHOSEN
    if chosen.startswith(THING):
        return "Moves to the left and to the right."
    if chosen.endswith("foot") and any(limb == chosen and holds(figure, limb) for limb in LIMBS):
        return STANDING_FOOT
    return ABOUT[chosen.rpartition("-")[2]]


def _can_hold(figure: Figure, chosen: str) -> bool:
    """The near leg of one who kneels carries the body."""
    return chosen in LIMBS and not (chosen == "near-foot" and figure.pose[0].knee is not None)


def _marks(figure: Figure, pose: Pose, chosen: str) -> tuple[HandleMark, ...]:
    body = [
        HandleMark(
            handle.name,
            *handle.place,
            label_of(handle.name),
            far=handle.name.startswith("far"),
            chosen=handle.name == chosen,
        )
        for handle in handles(pose)
    ]
    things = [
        HandleMark(THING + prop.kind, *_grip(figure, prop.kind), label_of(THING + prop.kind), far=True)
        for prop in figure.props
        if prop.kind in THINGS
    ]
    return (*body, *(_chosen(mark, chosen) for mark in things))


def _chosen(mark: HandleMark, chosen: str) -> HandleMark:
    return HandleMark(mark.name, mark.x, mark.y, mark.label, mark.far, mark.name == chosen)


def _grip(figure: Figure, kind: PropKind) -> XY:
    """Where a thing is taken: a wall high up, everything else at its top."""
    prop = next(prop for prop in figure.props if prop.kind == kind)
    match kind:
        case "wall":
            return (prop.x + 0.025, 1.0)
        case "chair":
            return (prop.x + 0.01, surface_height(prop) + 0.22)
        case "step":
            return (prop.x + (prop.width or 0.3) - 0.04, surface_height(prop) / 2)
        case "mat":
            return (prop.x + 0.03, 0.0)
    return (prop.x, prop.y)


def _warning(found: Sequence[Trouble]) -> str:
    return " ".join(_said(trouble) for trouble in found[:MOST_WARNINGS])


def _said(trouble: Trouble) -> str:
    if trouble.what == "floats":
        return FLOATS
    if trouble.what == "still" or trouble.thing is None:
        return STILL
    part = label_of(trouble.part).lower()
    verb = "sink" if part.endswith("toes") else "sinks"
    return f"The {part} {verb} into the {trouble.thing}."

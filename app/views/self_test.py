"""What the page of one self-test shows: what it came to, to save or to correct. Knows no window and no clock."""

from collections.abc import Sequence

from msgspec import Struct, structs

from app.core.care.knee_to_wall import CENTIMETRES
from app.core.care.self_test import SelfTest, SelfTestKind
from app.core.care.testing import MOST_TRIES, SIDES, extra_set, of_kind
from app.core.diary import Diary
from app.core.ladder import Ladder
from app.core.record import Side
from app.views import words
from app.views.self_test_words import NAMES, amount, leg_amount, verdicts

NONE = "Not taken"
LADDERS: dict[SelfTestKind, Ladder[float | None]] = {
    "knee-to-wall": Ladder((None, *CENTIMETRES.values)),
    "heel-rise": Ladder((None, *range(201))),
}
TRIES: dict[SelfTestKind, int] = {"knee-to-wall": MOST_TRIES, "heel-rise": 1}


class TryLine(Struct, frozen=True):
    """One try to correct, the `number`-th of its leg, counted from 0."""

    side: Side
    number: int
    label: str
    text: str
    can_lower: bool
    can_raise: bool


class SelfTestView(Struct, frozen=True):
    """`offer` tells what follows from it once it is saved, or is ""."""

    title: str
    when: str
    left: str
    right: str
    verdicts: tuple[str, ...]
    offer: str
    tries_title: str
    tries: tuple[TryLine, ...]
    note: str
    is_new: bool
    can_save: bool
    trouble: str = ""


def self_test_view(
    test: SelfTest, diary: Diary, *, is_new: bool, offers: bool = False, trouble: str = ""
) -> SelfTestView:
    """`offers` says whether there is a routine to which an extra set could be added."""
    before = [
        other
        for other in of_kind(diary.self_tests, test.kind)
        if other.id != test.id and other.taken_at <= test.taken_at
    ]
    has_tries = bool(test.left or test.right)
    lags = extra_set(test) if is_new and offers else None
    return SelfTestView(
        title=NAMES[test.kind],
        when=words.near_day(test.day, diary.today),
        left=leg_amount(test, "left"),
        right=leg_amount(test, "right"),
        verdicts=verdicts([*before, test], diary.today) if has_tries else (),
        offer=f"Once it is saved, Soleus offers one more set for the {lags}." if lags else "",
        tries_title="What was read" if test.kind == "knee-to-wall" else "What was counted",
        tries=_lines(test),
        note=test.note,
        is_new=is_new,
        can_save=has_tries,
        trouble=trouble,
    )


def corrected(test: SelfTest, side: Side, number: int, by: int) -> SelfTest:
    """With one try stepped up or down; below nothing it is not taken, and behind the last there is one more.

    A test of two tries, 7.0 and 7.5 cm: the third, stepped up, begins at 0 cm.
    """
    tries: list[float | None] = [*_tries(test, side)]
    tries += [None] * (number + 1 - len(tries))
    tries[number] = LADDERS[test.kind].moved(tries[number], by)
    return structs.replace(test, **{side: tuple(each for each in tries if each is not None)})


def _lines(test: SelfTest) -> tuple[TryLine, ...]:
    lines = []
    for side in SIDES:
        read = _tries(test, side)
        shown: Sequence[float | None] = (*read, None)[: max(TRIES[test.kind], len(read))]
        for number, each in enumerate(shown):
            name = f"{words.side(side)}, try {number + 1}" if _has_several(test) else words.side(side)
            lines.append(_line(test.kind, side, number, each, name))
    return tuple(lines)


def _line(kind: SelfTestKind, side: Side, number: int, read: float | None, name: str) -> TryLine:
    ladder = LADDERS[kind]
    return TryLine(
        side=side,
        number=number,
        label=name,
        text=NONE if read is None else amount(kind, read),
        can_lower=ladder.moved(read, -1) != read,
        can_raise=ladder.moved(read, 1) != read,
    )


def _has_several(test: SelfTest) -> bool:
    return max(TRIES[test.kind], len(test.left), len(test.right)) > 1


def _tries(test: SelfTest, side: Side) -> tuple[float, ...]:
    return test.left if side == "left" else test.right


SAVE = ("save", "Save it")
SEE_IT = ("done", "See what it comes to")
THROW_AWAY = ("remove", "Throw it away")
GO_ON = ("edit", "Go on")
LEAVE_TITLE = "Keep this test?"


def saved(test: SelfTest) -> str:
    return f"{NAMES[test.kind]} is saved."


def put_right(test: SelfTest) -> str:
    return f"{NAMES[test.kind]} is corrected."


def deleted(test: SelfTest) -> str:
    return f"{NAMES[test.kind]} is deleted."

"""What the page of the self-tests shows. Knows no window and no clock."""

from collections.abc import Sequence

from msgspec import Struct

from app.core.care.extra_set import Extra, extra_step
from app.core.care.self_test import SelfTest, SelfTestKind
from app.core.care.testing import KINDS, next_due, of_kind
from app.core.diary import Diary
from app.core.library import Library
from app.views import words
from app.views.ask import Answer, Ask
from app.views.doses import dose
from app.views.picture import NO_PICTURE, Picture, still
from app.views.self_test_chart import NO_SIDES_CHART, SidesChart, sides_chart
from app.views.self_test_words import (
    ABOUT,
    ERROR,
    NAMES,
    TAKES,
    between_legs,
    both_legs,
    leg_amount,
    verdicts,
)

FIGURES: dict[SelfTestKind, str] = {"knee-to-wall": "knee-to-wall", "heel-rise": "single-leg-calf-raise"}
FEW = 4
"""So many rows of earlier tests are in sight at first."""
MIDDLE_VALUES = (
    ("20s", "37", "30"),
    ("30s", "32", "27"),
    ("40s", "28", "24"),
    ("50s", "23", "21"),
    ("60s", "19", "19"),
    ("70s", "14", "16"),
)
"""Rises of men and women by their age, give or take 1 (Hébert-Losier, 2017)."""


class SelfTestCard(Struct, frozen=True):
    """One test. Where it was never taken, `left` and `right` are "" and there is a `picture`.

    The button of a `wanted` card stands out.
    """

    kind: SelfTestKind
    title: str
    about: str
    left: str = ""
    right: str = ""
    when: str = ""
    chart: SidesChart = NO_SIDES_CHART
    verdicts: tuple[str, ...] = ()
    error: str = ""
    due: str = ""
    wanted: bool = False
    picture: Picture = NO_PICTURE


class SelfTestRow(Struct, frozen=True):
    """A test that was taken, to correct or delete."""

    id: str
    title: str
    subtitle: str
    label: str = ""


class SelfTestsView(Struct, frozen=True):
    """`more` offers the rows that are not in sight, or is ""."""

    cards: tuple[SelfTestCard, ...]
    rows: tuple[SelfTestRow, ...]
    more: str
    asks: tuple[Ask, ...]
    middle_values: tuple[tuple[str, str, str], ...] = MIDDLE_VALUES
    trouble: str = ""

    @property
    def wanted(self) -> SelfTestKind | None:
        """The test that the page's one large button takes."""
        return next((card.kind for card in self.cards if card.wanted), None)


def self_tests_view(
    diary: Diary,
    library: Library,
    *,
    extras: Sequence[tuple[SelfTest, Extra]] = (),
    all_rows: bool = False,
    may_test: bool = True,
    trouble: str = "",
) -> SelfTestsView:
    """`extras` are the extra sets to offer, each with the test that speaks for it.

    Unless one `may_test`, for a warning sign stands, no test is what the page is there for.
    """
    wanted = next((kind for kind in KINDS if may_test and is_wanted(diary, kind)), None)
    tests = tuple(reversed(diary.self_tests))
    shown = tests if all_rows else tests[:FEW]
    return SelfTestsView(
        cards=tuple(_card(kind, diary, library, wanted=kind == wanted) for kind in KINDS),
        rows=tuple(_row(test, diary) for test in shown),
        more=f"Show all {len(tests)}" if len(shown) < len(tests) else "",
        asks=tuple(extra_ask(test, extra, library) for test, extra in extras),
        trouble=trouble,
    )


def is_wanted(diary: Diary, kind: SelfTestKind) -> bool:
    """Whether it was never taken, or two weeks have passed since."""
    return next_due(diary.self_tests, kind, diary.today) in (None, diary.today)


def extra_ask(test: SelfTest, extra: Extra, library: Library) -> Ask:
    """The offer of one more set; nothing changes without a yes."""
    return Ask(
        id=f"extra:{test.id}",
        title=f"One more set for the {extra.side}?",
        text=f"{between_legs(test)} One more set would go into “{routine_name(extra, library)}”:",
        lines=(extra_words(extra, library),),
        answers=(Answer("add", "Add the set"), Answer("later", "Not now")),
        icon="advice",
    )


def routine_name(extra: Extra, library: Library) -> str:
    entry = library.find(extra.routine)
    return entry.name if entry else extra.routine


def extra_words(extra: Extra, library: Library) -> str:
    """What the set is: "Wall calf stretch, 30 s on the left"."""
    entry = library.find(extra.routine)
    if entry is None or entry.routine is None:
        return ""
    step = extra_step(entry.routine.step[extra.step], extra.side)
    exercise = library.exercises.get(step.exercise or "")
    return f"{exercise.name if exercise else ''}, {dose(step, exercise)}"


def _card(kind: SelfTestKind, diary: Diary, library: Library, *, wanted: bool) -> SelfTestCard:
    tests = of_kind(diary.self_tests, kind)
    if not tests:
        exercise = library.exercises.get(FIGURES[kind])
        return SelfTestCard(
            kind=kind,
            title=NAMES[kind],
            about=f"{ABOUT[kind]} {TAKES[kind]}",
            wanted=wanted,
            picture=still(exercise) if exercise else NO_PICTURE,
        )
    return SelfTestCard(
        kind=kind,
        title=NAMES[kind],
        about="",
        left=leg_amount(tests[-1], "left"),
        right=leg_amount(tests[-1], "right"),
        when=words.near_day(tests[-1].day, diary.today),
        chart=sides_chart(NAMES[kind], kind, tests, diary.today),
        verdicts=verdicts(tests, diary.today),
        error=ERROR[kind],
        due=_due(kind, diary),
        wanted=wanted,
    )


def _due(kind: SelfTestKind, diary: Diary) -> str:
    due = next_due(diary.self_tests, kind, diary.today)
    if due is None:
        return ""
    if due == diary.today:
        return "Two weeks have passed: it is time to take it again."
    return f"Take it again on {words.full_day(due)}: sooner tells little."


def _row(test: SelfTest, diary: Diary) -> SelfTestRow:
    day = words.near_day(test.day, diary.today)
    return SelfTestRow(test.id, f"{NAMES[test.kind]}  ·  {day}", both_legs(test), test.note)


def extra_added(extra: Extra, name: str) -> str:
    return f"“{name}” has one more set for the {extra.side}."

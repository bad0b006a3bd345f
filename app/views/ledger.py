"""A week's dose by muscle and side as paired bars: how long they are, what they say. Knows no colour, no window."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from app.core.days import week_of
from app.core.diary import Diary
from app.core.exercise import Exercise
from app.core.ledger import WEEK_CEILING_MS, Balance, Tally, week_ledger
from app.views import words
from app.views.chart import Chart
from app.views.day import day_range
from app.views.muscles import MUSCLES

WEEK = timedelta(days=7)
SCALE_MS = WEEK_CEILING_MS * 1.25
"""What a bar of full length stands for: the mark at 10 minutes lies at four fifths of it."""
MARK = WEEK_CEILING_MS / SCALE_MS

TITLE = "Left and right"
UNIT = "by muscle"
STRETCH = "Time under stretch"
REPS = "Repetitions"
MARK_WORDS = "10 min: enough for a week"
ABOUT = "Up to 4 min in a session and 10 min in a week help a muscle."
PALER = " What is paler goes beyond that."
EMPTY = "What each muscle got, left and right. Follow a routine to see it."
NOTHING = "Nothing was done for a muscle in this week."
ENOUGH = "Enough: more will not help"


class BalanceRow(Struct, frozen=True):
    """A muscle with its two bars: shares of full length from 0 to 1, in all and of that what helps.

    `mark` is the share at which there is enough, or 0 where nothing is ever enough.
    """

    muscle: str
    left: str
    right: str
    left_share: float
    left_useful: float
    right_share: float
    right_useful: float
    note: str
    enough: bool
    mark: float
    spoken: str


class BalanceGroup(Struct, frozen=True):
    """The rows that are measured alike. `mark_words` says what the mark means, `about` how to read the bars."""

    title: str
    rows: tuple[BalanceRow, ...]
    mark_words: str
    about: str

    @property
    def spoken(self) -> str:
        return " ".join((f"{self.title}.", *(row.spoken for row in self.rows)))


NO_GROUP = BalanceGroup("", (), "", "")
"""Before there is anything to show."""


class LedgerView(Chart, frozen=True):
    """One week; `can_earlier` and `can_later` say whether there is another to turn to."""

    week: str = ""
    can_earlier: bool = False
    can_later: bool = False
    groups: tuple[BalanceGroup, ...] = ()
    nothing: str = ""


NO_LEDGER = LedgerView("", "", "", "", "")


def ledger_view(diary: Diary, exercises: Mapping[str, Exercise], week: date | None) -> LedgerView:
    """The week that `week` lies in; None is the current one."""
    if not diary.sessions:
        return LedgerView(TITLE, UNIT, "", EMPTY, EMPTY)
    current = week_of(diary.today, diary.first_weekday)
    first = week_of(week or diary.today, diary.first_weekday)
    balances = week_ledger(diary.sessions, exercises, first, diary.first_weekday)
    groups = balance_groups(balances)
    name = week_name(first, current)
    told = [group.spoken for group in groups]
    return LedgerView(
        title=TITLE,
        unit=UNIT,
        summary=summary(balances),
        spoken=" ".join((f"{name}.", *(told or [NOTHING]))),
        empty="",
        week=name,
        can_earlier=diary.sessions[-1].day < first,
        can_later=first < current,
        groups=groups,
        nothing="" if groups else NOTHING,
    )


def week_name(first: date, current: date) -> str:
    """A week as people call it: "This week", "Last week", "9 to 15 November"."""
    if first == current:
        return "This week"
    if first == current - WEEK:
        return "Last week"
    last = first + timedelta(days=6)
    return day_range(first, last) if last.year == current.year else f"{day_range(first, last)} {last.year}"


def balance_groups(balances: Sequence[Balance]) -> tuple[BalanceGroup, ...]:
    """Stretching and repetitions apart, of a week or of one session; what there is nothing of is left out."""
    stretched = [_only_stretch(item) for item in balances if item.left.stretch_ms or item.right.stretch_ms]
    repeated = [_only_reps(item) for item in balances if item.left.reps or item.right.reps]
    most_reps = max((max(item.left.reps, item.right.reps) for item in repeated), default=1)
    rows = tuple(map(_stretch_row, stretched))
    goes_beyond = any(row.left_share > row.left_useful or row.right_share > row.right_useful for row in rows)
    groups = (
        BalanceGroup(STRETCH, rows, MARK_WORDS, ABOUT + PALER if goes_beyond else ABOUT),
        BalanceGroup(REPS, tuple(_reps_row(item, most_reps) for item in repeated), "", ""),
    )
    return tuple(group for group in groups if group.rows)


def summary(balances: Sequence[Balance]) -> str:
    """What to take away: which side got less, and what has had enough."""
    said = [
        f"Less on the {side}: {words.listing(names)}."
        for side in ("left", "right")
        if (names := [_name(item) for item in balances if item.weaker == side])
    ]
    if not said and balances:
        said.append("Both sides had about the same.")
    if enough := [_name(item) for item in balances if item.enough]:
        said.append(f"Enough this week: {words.listing(enough)}.")
    return " ".join(said)


def _only_stretch(balance: Balance) -> Balance:
    left, right = balance.left, balance.right
    return Balance(
        balance.muscle, Tally(left.stretch_ms, left.useful_ms), Tally(right.stretch_ms, right.useful_ms)
    )


def _only_reps(balance: Balance) -> Balance:
    return Balance(balance.muscle, Tally(reps=balance.left.reps), Tally(reps=balance.right.reps))


def _stretch_row(balance: Balance) -> BalanceRow:
    left, right = balance.left, balance.right
    return BalanceRow(
        muscle=words.sentence_case(_name(balance)),
        left=words.duration(left.stretch_ms),
        right=words.duration(right.stretch_ms),
        left_share=min(1.0, left.stretch_ms / SCALE_MS),
        left_useful=left.useful_ms / SCALE_MS,
        right_share=min(1.0, right.stretch_ms / SCALE_MS),
        right_useful=right.useful_ms / SCALE_MS,
        note=_note(balance),
        enough=balance.enough,
        mark=MARK,
        spoken=_spoken(
            balance, words.spoken_duration(left.stretch_ms), words.spoken_duration(right.stretch_ms)
        ),
    )


def _reps_row(balance: Balance, most: int) -> BalanceRow:
    left, right = words.count(balance.left.reps, "time"), words.count(balance.right.reps, "time")
    left_share, right_share = (MARK * (tally.reps / most) for tally in (balance.left, balance.right))
    return BalanceRow(
        muscle=words.sentence_case(_name(balance)),
        left=left,
        right=right,
        left_share=left_share,
        left_useful=left_share,
        right_share=right_share,
        right_useful=right_share,
        note=_note(balance),
        enough=False,
        mark=0.0,
        spoken=_spoken(balance, left, right),
    )


def _note(balance: Balance) -> str:
    if balance.enough:
        return ENOUGH
    return f"Less on the {balance.weaker}" if balance.weaker else ""


def _spoken(balance: Balance, left: str, right: str) -> str:
    note = _note(balance)
    told = f"{words.sentence_case(_name(balance))}: left {left}, right {right}."
    return f"{told} {note}." if note else told


def _name(balance: Balance) -> str:
    return MUSCLES.get(balance.muscle, balance.muscle)

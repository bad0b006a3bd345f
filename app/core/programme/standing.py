"""Where somebody stands in a programme: worked out anew from what was done, and nowhere written down.

Knows no storage and no clock. A programme passes in rounds of seven days. What happens at the end of each is a
table of rules, `_after`, with their reasons.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct, structs

from app.core.day_mark import Mark
from app.core.programme.enrolment import Enrolment
from app.core.programme.programme import WEEK_DAYS, Programme, Week

Why = Literal["start", "on", "again", "excused", "away", "unwell", "flare", "by-hand", "kept"]
DAY = timedelta(days=1)
LAST_DAY = DAY * (WEEK_DAYS - 1)
DoneDays = Mapping[str, Collection[int]]
"""The days on which each routine was done, as `date.toordinal` counts them: a date takes ten times as long to find."""


class Happened(Struct, frozen=True):
    """What the log says that bears on a programme; `excused` are days set apart on which nothing was done."""

    done: DoneDays = {}
    flares: frozenset[date] = frozenset()
    excused: Mapping[date, Mark] = {}


class Round(Struct, frozen=True):
    """Up to seven days of one week of the programme, counted from 0: from `start`, its day 0, up to and with `end`.

    `since` is the day before where a day of rest was put in front of it, else the same. `why` says how it came
    to this round, and `before` which week it was until then. `kept` is how often the last week was met by now;
    `paused` how many rounds in a row before this one were set apart as a whole.
    """

    week: int
    since: date
    start: date
    end: date
    why: Why
    before: int = 0
    kept: int = 0
    paused: int = 0


class Standing(Struct, frozen=True):
    """Where one stands on a day: in which week, on its day number `day` (None on a day of rest put before it),
    with `done` of the days that the week `needs`.

    `before` is the week until this round. `kept` is how often the last week was met; once it was, the programme's
    weeks are through. `rests` says that nothing is due on this day.
    """

    week: int
    since: date
    start: date
    why: Why
    day: int | None
    done: int
    needs: int
    rests: bool
    before: int = 0
    kept: int = 0

    @property
    def went_back(self) -> bool:
        """Whether a step back was taken, by itself, to come to this round."""
        return self.why in ("away", "unwell", "flare") and self.week < self.before


class Course(Struct, frozen=True):
    """A programme that is followed, and where one stands in it."""

    programme: Programme
    enrolment: Enrolment
    standing: Standing


def standing(programme: Programme, enrolment: Enrolment, happened: Happened, today: date) -> Standing:
    """Where somebody enrolled stands on `today`, which is no day before the start."""
    *_, now = rounds(programme, enrolment, happened, today)
    return standing_in(programme, now, happened, today)


def standing_in(programme: Programme, now: Round, happened: Happened, today: date) -> Standing:
    """Where one stands on a day of this round."""
    week = programme.weeks[now.week]
    day = (today - now.start).days if today >= now.start else None
    return Standing(
        week=now.week,
        since=now.since,
        start=now.start,
        why=now.why,
        day=day,
        done=_done_in(now, _days_done(week, happened.done), today),
        needs=week.needs,
        rests=day is None or day not in week.days,
        before=now.before,
        kept=now.kept,
    )


def rounds(programme: Programme, enrolment: Enrolment, happened: Happened, today: date) -> tuple[Round, ...]:
    """Every round from the enrolment's start to the one of `today`, which ends in the days to come.

    Always at least one. What happened today changes nothing before tomorrow.
    """
    return tuple(_rounds(programme, enrolment, happened, today))


def _rounds(programme: Programme, enrolment: Enrolment, happened: Happened, today: date) -> Iterator[Round]:
    last = len(programme.weeks) - 1
    done = {week: _days_done(week, happened.done) for week in programme.week}
    flares = sorted(day for day in happened.flares if enrolment.start <= day < today)
    turns = [turn for turn in enrolment.turns if enrolment.start <= turn.day <= today]
    now = Round(0, enrolment.start, enrolment.start, enrolment.start + LAST_DAY, "start")
    while True:
        while flares and flares[0] < now.since:
            del flares[0]
        flare = flares[0] if flares and flares[0] <= now.end else None
        # A turn ends a round before its own day; a flare-up on that day is one of the turn's round.
        turn = next((each for each in turns if now.since <= each.day <= (flare or now.end)), None)
        if turn is not None:
            turn = next(each for each in reversed(turns) if each.day == turn.day)
            turns = [each for each in turns if each.day > turn.day]
            if turn.day > now.since:
                yield structs.replace(now, end=turn.day - DAY)
            now = _following(now, min(turn.week, last), turn.day, "by-hand")
        elif flare is not None:
            yield structs.replace(now, end=flare)
            now = _following(now, max(0, now.week - 1), flare + 2 * DAY, "flare")
        elif now.end < today:
            yield now
            week = programme.weeks[now.week]
            now = _after(now, week, _done_in(now, done[week], now.end), happened.excused, last)
        else:
            yield now
            return


def _after(ended: Round, week: Week, done: int, excused: Mapping[date, Mark], last: int) -> Round:
    """The round that follows one which ran its seven days, with `done` days on which something was done.

    - Enough done: on to the next week. The last one comes again for as long as one likes.
    - Else, if the days set apart would have been enough: the same week again, for nobody fails by being ill or
      on holiday. But a whole round of illness takes one week back, since a body that lay down for a week starts
      lower; and of a pause, the second whole round and each one after that, since a week off is a rest and a
      fortnight is time away.
    - Else, if something was done: the same week again.
    - Nothing done: one week back, but never before the first.

    What was missed is nowhere added up.
    """
    start, back = ended.end + DAY, max(0, ended.week - 1)
    if done >= week.needs:
        if ended.week == last:
            return structs.replace(_following(ended, last, start, "kept"), kept=ended.kept + 1)
        return _following(ended, ended.week + 1, start, "on")
    days = [ended.since + DAY * number for number in range((ended.end - ended.since).days + 1)]
    apart = [excused[day] for day in days if day in excused]
    whole = len(apart) == len(days)
    if whole and 2 * apart.count("unwell") > len(days):
        following = _following(ended, back, start, "unwell")
    elif whole and ended.paused:
        following = _following(ended, back, start, "away")
    elif apart and done + len(apart) >= week.needs:
        following = _following(ended, ended.week, start, "excused")
    elif done:
        following = _following(ended, ended.week, start, "again")
    else:
        following = _following(ended, back, start, "away")
    return structs.replace(following, paused=ended.paused + 1 if whole else 0)


def _following(ended: Round, week: int, start: date, why: Why) -> Round:
    """After a flare-up it holds from the day before its first, which is a day of rest."""
    since = start - DAY if why == "flare" else start
    return Round(week, since, start, start + LAST_DAY, why, ended.week, ended.kept)


def _days_done(week: Week, done: DoneDays) -> frozenset[int]:
    """The days on which any of the week's routines was done; on which day of the week does not matter."""
    return frozenset().union(*(done.get(routine, ()) for routine in week.routines))


def _done_in(now: Round, done: frozenset[int], today: date) -> int:
    return len(done.intersection(range(now.since.toordinal(), min(now.end, today).toordinal() + 1)))

"""Which session the next morning is asked about, and what its answer means. Knows no words and no clock."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from app.core.care.check_in import CheckIn, Felt
from app.core.care.pain_rule import Advice, advice, is_fine
from app.core.care.said import worst_pain
from app.core.diary import Diary, counts_as_done, sessions_between
from app.core.record import SessionRecord

ASKED_FOR = timedelta(days=2)
"""Later than this nobody remembers how a morning was."""
ONE_DAY = timedelta(days=1)


def asked_about(diary: Diary) -> SessionRecord | None:
    """The session whose next morning this is: of the latest day before today of which something was said.

    At most two days ago. Of several on that day it is the one that hurt most, and of equals the later. Check-ins
    of a session that is not there any more are passed over.
    """
    first = diary.today - ASKED_FOR
    recent = tuple(_recent(diary.check_ins, first))
    said = {each.session for each in recent if each.when != "morning"}
    sessions = [
        each for each in sessions_between(diary.sessions, first, diary.today - ONE_DAY) if each.id in said
    ]
    if not sessions:
        return None
    latest = max(each.day for each in sessions)
    pain = _pain(recent)
    return max((each for each in sessions if each.day == latest), key=lambda each: pain.get(each.id, -1))


def answer_for(check_ins: Iterable[CheckIn], day: date) -> CheckIn | None:
    """The answer of the morning after `day`: it holds for every session of that day. The worse, if there are two."""
    answers = [each for each in check_ins if each.day == day and each.morning is not None]
    return max(answers, key=lambda each: each.morning == "worse", default=None)


def felt_after(check_ins: Iterable[CheckIn], session: str) -> tuple[Felt, ...]:
    return next((each.felt for each in check_ins if each.session == session and each.when == "after"), ())


def advice_for(diary: Diary, session: SessionRecord) -> Advice:
    """What the pain rule says of a session, by all that was said of it and of those before it."""
    answer = answer_for(diary.check_ins, session.day)
    pain = worst_pain(felt_after(diary.check_ins, session.id))
    return advice(pain, answer.morning if answer else None, fine_in_a_row(diary, session))


def fine_in_a_row(diary: Diary, session: SessionRecord) -> int:
    """How many sessions of its routine were fine in a row, up to and with this one.

    A session that does not count, or of which too little was said, ends the row. So does one after which a
    change was suggested and answered: from there on one begins to count anew. Fine on Monday, Wednesday (after
    which a little more was suggested) and Friday: on Saturday the row is 1.
    """
    pain = _pain(diary.check_ins)
    answers = {each.day: each for each in diary.check_ins if each.morning == "as-usual"}
    answers |= {each.day: each for each in diary.check_ins if each.morning == "worse"}
    row = 0
    for each in _of_routine_until(diary, session):
        answer = answers.get(each.day)
        is_over = each is not session and answer is not None and answer.verdict is not None
        fine = counts_as_done(each) and is_fine(pain.get(each.id), answer.morning if answer else None)
        if is_over or not fine:
            return row
        row += 1
    return row


def _of_routine_until(diary: Diary, session: SessionRecord) -> Iterable[SessionRecord]:
    """The sessions of the same routine from this one back."""
    begun = False
    for each in diary.sessions:
        begun = begun or each is session
        if begun and each.routine == session.routine:
            yield each


def _recent(check_ins: Iterable[CheckIn], first: date) -> Iterable[CheckIn]:
    """Those of the days from `first` on; reads no others, for `check_ins` are the oldest first."""
    for each in reversed(tuple(check_ins)):
        if each.day < first:
            return
        yield each


def _pain(check_ins: Iterable[CheckIn]) -> Mapping[str, int]:
    """The highest pain said after each session."""
    return {
        each.session: pain
        for each in check_ins
        if each.when == "after" and (pain := worst_pain(each.felt)) is not None
    }

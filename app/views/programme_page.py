"""Programmes to choose from, one with its weeks, and the one that is followed. Knows no window and no clock."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from msgspec import Struct

from app.core.diary import Diary, sessions_between
from app.core.due import Due, done_times, due_today
from app.core.library import Library
from app.core.programme.programme import WEEK_DAYS, Entry, Programme, Programmes, Week
from app.core.programme.standing import Course
from app.core.timeline import unfold
from app.views import words
from app.views.course import week_name, week_of_weeks, why_text
from app.views.due import NOTHING_DUE, DueView, due_view
from app.views.exercises import source_text
from app.views.labels import Programme as ProgrammeWords
from app.views.week import DayDot

DAY = timedelta(days=1)
ASK_FIRST_ABOUT = (
    "This is for somebody whose clinician has looked at what hurts and agrees with the load. It is a commonly "
    "used protocol, and not for everybody."
)
CLINICIAN_QUESTION = "Does your clinician know?"
CLINICIAN_ABOUT = (
    "Start this programme once a clinician has looked at what hurts, and agrees that it is for you."
)
CLINICIAN_KNOWS = "My clinician knows"
NOT_YET = "Not yet"
FOLLOWED = "You follow this"
ATTENTION = "Needs attention"
GONE = "The file of the programme “{}” has gone. Put it back, or end the programme. What you did stays in your history."
BROKEN = "The file of this programme has mistakes. It goes on where it was once they are mended."
MEND = "Correct the lines above in the file and open this page again. Until then nothing is due by it."
STARTED = "{}: started."
ENDED = "{}: ended. What you did stays in your history."
TURNED = "Week {} begins today."


class ProgrammeRow(Struct, frozen=True):
    """One to choose. `badge` is a word on it, or ""."""

    id: str
    name: str
    facts: str
    badge: str
    alarming: bool


class ProgrammesView(Struct, frozen=True):
    rows: tuple[ProgrammeRow, ...]
    trouble: str


class WeekLine(Struct, frozen=True):
    """One week, or several alike. `icon` says where one stands: "done", "here" or "to-come"; "" for nobody."""

    title: str
    facts: str
    about: str
    icon: str = ""


class ProgrammeView(Struct, frozen=True):
    """One programme to look at. `instead` says what its start would end; `ask` is "" or the advice."""

    id: str
    name: str
    facts: str
    about: str
    ask: str
    instead: str
    weeks: tuple[WeekLine, ...]
    evidence: str
    source: str
    mistakes: tuple[str, ...]
    remedy: str
    can_start: bool
    trouble: str


class CourseView(Struct, frozen=True):
    """The programme that is followed. `start` is the routine to do next, "" where nothing is left today."""

    name: str
    week: str
    about: str
    why: str
    dots: tuple[DayDot, ...]
    progress: str
    today: DueView
    rest: str
    start: str
    weeks: tuple[WeekLine, ...]
    can_go_back: bool
    can_stay: bool
    can_go_on: bool
    mistakes: tuple[str, ...]
    remedy: str
    trouble: str


def programmes_view(
    programmes: Programmes, library: Library, followed: str, *, trouble: str = ""
) -> ProgrammesView:
    """All there are, those for everybody first; `followed` is the id of the one that is followed, or ""."""
    told = "\n".join(filter(None, (trouble, *map(str, programmes.problems))))
    rows = [_row(entry, library, followed) for entry in programmes.entries]
    return ProgrammesView(tuple(sorted(rows, key=lambda row: row.badge == ProgrammeWords.ASK_FIRST)), told)


def programme_view(
    entry: Entry, library: Library, followed: Entry | None = None, *, trouble: str = ""
) -> ProgrammeView:
    """One of them; `followed` is the one that is followed, it or another."""
    programme = entry.programme
    evidence = programme.evidence if programme else None
    return ProgrammeView(
        id=entry.id,
        name=entry.name,
        facts=_facts(programme, library) if programme else ATTENTION,
        about=programme.about if programme else "",
        ask=ASK_FIRST_ABOUT if programme and programme.ask_clinician else "",
        instead=_instead(entry, followed),
        weeks=_weeks(programme, library) if programme else (),
        evidence=evidence.text if evidence else "",
        source=source_text(evidence),
        mistakes=tuple(map(str, entry.problems)),
        remedy=MEND if entry.problems else "",
        can_start=programme is not None,
        trouble=trouble,
    )


def course_view(course: Course, diary: Diary, library: Library, *, trouble: str = "") -> CourseView:
    now, last = course.standing, len(course.programme.weeks) - 1
    dues = [due for due in due_today(diary) if due.routine in _due_by_it(course)]
    return CourseView(
        name=f"{course.programme.name}  ·  {week_of_weeks(course).lower()}",
        week=week_name(course),
        about=course.programme.weeks[now.week].about,
        why=why_text(course, diary.today),
        dots=tuple(_dots(course, diary)),
        progress=_progress(course),
        today=due_view(dues, library),
        rest=_rest(course, diary.today),
        start=_next(dues, library),
        weeks=_weeks(course.programme, library, now.week),
        can_go_back=now.week > 0,
        can_stay=now.start != diary.today,
        can_go_on=now.week < last,
        mistakes=(),
        remedy="",
        trouble=trouble,
    )


def unreadable_view(programme: str, entry: Entry | None, *, trouble: str = "") -> CourseView:
    """Of one that is followed though its file has gone, or has mistakes."""
    return CourseView(
        name=entry.name if entry else programme,
        week=ATTENTION,
        about="",
        why=BROKEN if entry else GONE.format(programme),
        dots=(),
        progress="",
        today=NOTHING_DUE,
        rest="",
        start="",
        weeks=(),
        can_go_back=False,
        can_stay=False,
        can_go_on=False,
        mistakes=tuple(map(str, entry.problems)) if entry else (),
        remedy=MEND if entry else "",
        trouble=trouble,
    )


def _instead(entry: Entry, followed: Entry | None) -> str:
    if followed is None:
        return ""
    if followed.id == entry.id:
        return "You follow this one. Started today, it begins again with week 1."
    return f"You follow “{followed.name}”. Starting this one ends it."


def _row(entry: Entry, library: Library, followed: str) -> ProgrammeRow:
    programme = entry.programme
    if programme is None:
        return ProgrammeRow(entry.id, entry.name, ATTENTION, "", True)
    badge = FOLLOWED if entry.id == followed else ProgrammeWords.ASK_FIRST if programme.ask_clinician else ""
    return ProgrammeRow(entry.id, programme.name, _facts(programme, library), badge, False)


def _facts(programme: Programme, library: Library) -> str:
    """In one line: "4 weeks  ·  4 or 5 days a week  ·  8 min"."""
    days = sorted({len(week.days) for week in programme.week})
    a_week = f"{days[0]} or {days[-1]}" if days[-1] - days[0] == 1 else f"{days[0]} to {days[-1]}"
    a_week = a_week if len(days) > 1 else str(days[0])
    noun = "day" if days == [1] else "days"
    facts = [words.count(len(programme.weeks), "week"), f"{a_week} {noun} a week"]
    spans = [ms for week in programme.week for ms in _days_ms(week, library)]
    if spans:
        facts.append(words.minutes(sum(spans) // len(spans)))
    return "  ·  ".join(facts)


def _days_ms(week: Week, library: Library) -> list[int]:
    """How long each day of the week takes on which something is due."""
    found = {id_: entry.routine for id_ in week.routines if (entry := library.find(id_)) and entry.routine}
    times = {id_: unfold(routine, library.exercises).total_ms for id_, routine in found.items()}
    days = (
        sum(times.get(item.routine, 0) * item.times for item in week.on if day in item.days)
        for day in sorted(week.days)
    )
    return [ms for ms in days if ms]


def _weeks(programme: Programme, library: Library, now: int | None = None) -> tuple[WeekLine, ...]:
    return tuple(_week_lines(programme, library, now))


def _week_lines(programme: Programme, library: Library, now: int | None) -> Iterator[WeekLine]:
    first = 1
    for week in programme.week:
        last = first + week.repeat - 1
        icon = "" if now is None else "to-come" if now + 1 < first else "here" if now < last else "done"
        yield WeekLine(f"{_numbers(first, last)}: {week.name}", _week_facts(week, library), week.about, icon)
        first = last + 1


def _numbers(first: int, last: int) -> str:
    if first == last:
        return f"Week {first}"
    return f"Weeks {first} {'and' if last == first + 1 else 'to'} {last}"


def _week_facts(week: Week, library: Library) -> str:
    facts = [words.count(len(week.days), "day")]
    if spans := _days_ms(week, library):
        facts.append(f"about {words.minutes(sum(spans) // len(spans))} a day")
    return "  ·  ".join(facts)


def _due_by_it(course: Course) -> frozenset[str]:
    week = course.programme.weeks[course.standing.week]
    return frozenset(item.routine for item in week.on if course.standing.day in item.days)


def _next(dues: Iterable[Due], library: Library) -> str:
    left = (due.routine for due in dues if due.left)
    return next((id_ for id_ in left if (entry := library.find(id_)) and entry.routine), "")


def _dots(course: Course, diary: Diary) -> Iterator[DayDot]:
    """The seven days of the round: done, of rest, set apart, due or past. Nothing is said of what was missed."""
    now, week = course.standing, course.programme.weeks[course.standing.week]
    last = now.start + DAY * (WEEK_DAYS - 1)
    times = done_times(sessions_between(diary.sessions, now.since, last), week.routines)
    done = {day for days in times.values() for day in days}
    for number in range(WEEK_DAYS):
        day = now.start + DAY * number
        mark = diary.marks[day].mark if day in diary.marks else None
        due = number in week.days
        idle = "today" if day == diary.today else "open" if day > diary.today else "none"
        state = "done" if day in done else mark or (idle if due else "rest")
        yield DayDot(words.WEEKDAYS[day.weekday()][0], state)


def _progress(course: Course) -> str:
    now, last = course.standing, len(course.programme.weeks) - 1
    if now.done < now.needs:
        then = "" if now.week == last else f" Then comes week {now.week + 2}."
        return f"{now.done} of {words.count(now.needs, 'day')} done.{then}"
    if now.week == last:
        return "Enough for this week."
    ends = now.start + DAY * WEEK_DAYS
    return f"Enough for this week. Week {now.week + 2} begins on {words.WEEKDAYS[ends.weekday()]}."


def _rest(course: Course, today: date) -> str:
    """What to say on a day on which nothing is due, or ""."""
    now, week = course.standing, course.programme.weeks[course.standing.week]
    if not now.rests:
        return ""
    if now.day is None:
        return f"Today is a day of rest. Week {now.week + 1} begins tomorrow."
    ahead = min((day - now.day) % WEEK_DAYS for day in week.days)
    following = today + DAY * ahead
    when = "tomorrow" if ahead == 1 else f"on {words.WEEKDAYS[following.weekday()]}"
    return f"Today is a day of rest. It goes on {when}."

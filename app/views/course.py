"""Where one stands in a programme, in words: for Care, Today and its own page. Knows no window and no clock."""

from datetime import date, timedelta

from app.core.diary import Diary
from app.core.programme.standing import Course
from app.views import words
from app.views.ask import Answer, Ask
from app.views.care_row import CareRow

ROW_TITLE = "Programme"
ROW_ABOUT = "Four weeks for calf and back, and others"
ROW_BROKEN = "Its file needs attention"
TOLD = timedelta(days=2)
"""For so many days Today tells of a step that the programme took by itself."""


def week_of_weeks(course: Course) -> str:
    return f"Week {course.standing.week + 1} of {len(course.programme.weeks)}"


def week_name(course: Course) -> str:
    return course.programme.weeks[course.standing.week].name


def why_text(course: Course, today: date) -> str:
    """Why one is in this week, in a sentence."""
    now = course.standing
    since = words.full_day(now.since)
    match now.why:
        case "start":
            return "You begin today." if now.since == today else f"You began on {since}."
        case "on":
            return "You did enough of the week before, so you are one further."
        case "again":
            return "It was not quite enough last time, so this week comes once more."
        case "excused":
            return "Some days were set apart, so this week comes once more."
        case "away":
            return f"You were away for a week, so {_from_here(now.week)}"
        case "unwell":
            return f"You were unwell for a week, so {_from_here(now.week)}"
        case "flare":
            hurt = words.WEEKDAYS[(now.since - timedelta(days=1)).weekday()]
            return f"It hurt on {hurt}, so {_from_here(now.week)}"
        case "by-hand":
            return "You chose this week today." if now.since == today else f"You chose this week on {since}."
        case "kept":
            return (
                f"All {words.count(len(course.programme.weeks), 'week')} are through. The last comes again."
            )


def programme_row(diary: Diary) -> CareRow:
    """The row of Care, with where one stands."""
    course = diary.course
    if course is not None:
        return _row(f"{week_of_weeks(course)}: {week_name(course)}")
    if diary.enrolments:
        from app.core.programme.course import followed

        if followed(diary.enrolments, diary.today) is not None:
            return _row(ROW_BROKEN, alarming=True)
    return _row(ROW_ABOUT)


def programme_ask(diary: Diary) -> Ask | None:
    """What Today says in the first days after a step back, and once when all weeks are through."""
    course = diary.course
    if course is None or diary.today - course.standing.since >= TOLD:
        return None
    now = course.standing
    id_ = f"programme:{now.since.isoformat()}"
    look = Answer("open", "See the week")
    why = why_text(course, diary.today)
    if now.went_back:
        stay = Answer("stay", f"Stay in week {now.before + 1}")
        rest = " Today is a day of rest." if now.day is None else ""
        return Ask(id_, f"Week {now.week + 1} again", f"{why}{rest}", (look, stay), icon="programme")
    if now.why == "kept" and now.kept == 1:
        text = f"{why} Go on for as long as you like, or end the programme."
        return Ask(
            id_, f"{course.programme.name}: done", text, (look, Answer("end", "End it")), icon="programme"
        )
    return None


def _from_here(week: int) -> str:
    if week == 0:
        return "it starts again from week 1."
    return f"it goes on with week {week + 1}, one step easier."


def _row(subtitle: str, *, alarming: bool = False) -> CareRow:
    return CareRow("programme", ROW_TITLE, subtitle, "programme", alarming)

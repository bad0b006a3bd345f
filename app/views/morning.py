"""What Today asks on the morning after a session, and what it then suggests. Knows no window and no clock."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from app.core.care.check_in import Place
from app.core.care.mornings import answer_for, asked_about
from app.core.care.pain_rule import Move, Why
from app.core.care.said import sore_places, worst_pain
from app.core.diary import Diary
from app.core.exercise import Exercise
from app.core.library import Library
from app.core.record import SessionRecord
from app.core.routine import Step
from app.views import words
from app.views.ask import Answer, Ask
from app.views.doses import dose
from app.views.work import exercise_name

if TYPE_CHECKING:  # the first frame asks at most, and most mornings nothing
    from app.core.care.adjusting import StepChange
    from app.core.care.suggesting import Counsel

PREFIX, SUGGEST = "morning:", ":suggest"
QUESTION = "How are your calves and back this morning?"
AS_USUAL, WORSE, NOT_NOW = "as-usual", "worse", "not-now"
CHANGE, LEAVE = "change", "leave"
ANSWERS = (Answer(AS_USUAL, "As usual"), Answer(WORSE, "Worse"), Answer(NOT_NOW, "Not now"))
VERDICTS = (Answer(CHANGE, "Change it"), Answer(LEAVE, "Leave it"))
RULE = "a commonly used rule (Silbernagel, 2007)"
HURT: Mapping[Place, str] = {
    "left-calf": "your left calf",
    "right-calf": "your right calf",
    "back": "your back",
}
STAYS: Mapping[Why, str] = {
    "some-pain": "pain of 4 or 5 is acceptable, and no reason to do more yet.",
    "one-more": "after two sessions in a row with little pain it may become a little more.",
    "not-said": "how much it hurt was not said.",
    "not-answered": "the morning was not answered.",
    "fine": "there is no more to add to it.",
    "over-five": "there is nothing gentler to suggest. Do less of it, or rest a day.",
    "worse": "there is nothing gentler to suggest. Do less of it, or rest a day.",
}
"""Why a routine stays as it is, after its name and "stays as it is:"."""
NOT_CHANGED = "Nothing was changed"
NOT_BACK = "It could not be taken back"
CLOSE = "Close"


def morning_asks(
    diary: Diary,
    library: Library,
    *,
    guarded: Callable[[str], bool] = lambda _: False,
    holding: bool = False,
) -> tuple[Ask, ...]:
    """The question of this morning or, once it is answered, the change that the pain rule suggests.

    `guarded` is as in `counsel_on`. While something is `holding` for a clinician to see, no more is suggested.
    """
    session = asked_about(diary)
    if session is None:
        return ()
    answer = answer_for(diary.check_ins, session.day)
    if answer is None:
        return (_question(diary, session),)
    if answer.verdict is not None:
        return ()
    from app.core.care.suggesting import counsel_on

    counsel = counsel_on(session, diary, library, guarded)
    if not counsel.suggestion.changes or (holding and counsel.advice.move == "progress"):
        return ()
    return (_suggestion(counsel, library),)


def session_of(asked: str) -> str:
    """The id of the session that an `Ask` of this module is about."""
    return asked.removeprefix(PREFIX).removesuffix(SUGGEST)


def is_suggestion(asked: str) -> bool:
    return asked.endswith(SUGGEST)


def noted(counsel: "Counsel") -> str:
    """What is said once the morning is answered: if nothing is suggested, that all stays, and why."""
    if counsel.suggestion.changes:
        return "Noted."
    name, move = counsel.session.name, counsel.advice.move
    if counsel.kept_by == "library":
        return "Noted."
    if counsel.kept_by == "programme" and move != "hold":
        way = "goes on" if move == "progress" else "goes a step back"
        return f"Noted. Your programme {way} by itself, so {name} stays as it is."
    if counsel.kept_by == "clinician":
        return f"Noted. {name} is of a programme for which you ask a clinician, so it stays as it is."
    return f"Noted. {name} stays as it is: {STAYS[counsel.advice.why]}"


def settled(name: str, move: Move) -> str:
    """What is said once a suggestion is answered; `move` is what was done, "hold" if nothing."""
    if move == "hold":
        return f"{name} stays as it is."
    return f"{name} is easier now." if move == "ease" else f"{name} asks a little more now."


def change_line(change: "StepChange", exercises: Mapping[str, Exercise]) -> str:
    """As "Wall calf stretch: 25 s instead of 30 s" or "Calf hold instead of Calf raise: 20 s, 2 sets"."""
    name = exercise_name(change.after.exercise or "", exercises)
    if change.what == "variant":
        before = exercise_name(change.before.exercise or "", exercises)
        return f"{name} instead of {before}: {dose(change.after, exercises.get(change.after.exercise or ''))}"
    if change.what == "hold":
        return f"{name}: {_seconds(change.after)} instead of {_seconds(change.before)}"
    noun = "time" if change.after.hold is None else "hold"
    return f"{name}: {words.count(change.after.reps or 0, noun)} instead of {change.before.reps}"


def _question(diary: Diary, session: SessionRecord) -> Ask:
    when = words.on_day(session.day, diary.today)
    return Ask(
        id=f"{PREFIX}{session.id}",
        title=QUESTION,
        text=f"After {session.name} {when}. Compare with how they usually are in the morning.",
        answers=ANSWERS,
        icon="today",
    )


def _suggestion(counsel: "Counsel", library: Library) -> Ask:
    entry = library.find(counsel.session.routine)
    name = entry.name if entry else counsel.session.name
    return Ask(
        id=f"{PREFIX}{counsel.session.id}{SUGGEST}",
        title=f"Make {name} easier?" if counsel.advice.move == "ease" else f"A little more of {name}?",
        text=_why(counsel),
        answers=VERDICTS,
        lines=tuple(change_line(change, library.exercises) for change in counsel.suggestion.changes),
        icon="advice",
    )


def _why(counsel: "Counsel") -> str:
    match counsel.advice.why:
        case "over-five":
            places = words.listing([HURT[place] for place in sore_places(counsel.felt)])
            return f"You said pain of {worst_pain(counsel.felt)} in {places}. Over 5, {RULE} eases off."
        case "worse":
            return f"A morning that is worse than usual asks for less the next time, by {RULE}."
        case _:
            return f"Two sessions in a row with little pain, and mornings as usual: {RULE} then allows a little more."


def _seconds(step: Step) -> str:
    return words.duration(round((step.hold or 0) * 1000))

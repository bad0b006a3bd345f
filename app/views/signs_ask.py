"""What Today, Care and the terminal say of the warning signs. Knows no window and no clock."""

from collections.abc import Sequence
from datetime import date

from app.core.care.warning_signs import URGENT, Answers, Verdict, verdict
from app.views import words
from app.views.ask import Answer, Ask
from app.views.signs import HOW_SOON, named, unseen, waiting
from app.views.words import on_day

ID = "signs:now"


def signs_ask(found: Verdict) -> Ask:
    """While a sign stands that was not seen: what is stopped, and the way to what to do."""
    assert found.urgency is not None  # noqa: S101 - asked for only then
    return Ask(
        id=ID,
        title=HOW_SOON[found.urgency],
        text=f"{because(found)} {stopped(found)}",
        answers=(Answer("open", "What to do"),),
        icon="attention",
        alarming=True,
    )


def because(found: Verdict) -> str:
    """Which signs it is about: the urgent ones, else all that were not seen, else those that still block something."""
    signs = unseen(found) or tuple(each for each in found.signs if each.blocked)
    if found.stops_everything:
        signs = tuple(each for each in signs if each.urgency in URGENT)
    return f"You answered: {named(signs)}."


def stopped(found: Verdict) -> str:
    """What waits, and until when."""
    if found.stops_everything:
        return "Until you say that you were seen, Soleus starts no routine, offers no break and sends no reminder."
    if not found.blocked:
        return ""
    kinds = words.sentence_case(waiting(found.blocked))
    wait = "wait" if len(found.blocked) > 1 else "waits"
    if found.urgency is None:
        return f"{kinds} still {wait}, until you answer again and nothing of it applies."
    return f"{kinds} wait until you say that you were seen. Stretching and gentle movement stay open."


def care_subtitle(answers: Answers | None, today: date) -> str:
    if answers is None:
        return "When to see a doctor. Not answered yet."
    found = verdict(answers)
    if found.urgency is not None:
        return HOW_SOON[found.urgency]
    when = on_day(answers.day, today)
    if not answers.signs:
        return f"When to see a doctor. You answered {when}: none."
    rest = stopped(found)
    return f"Seen. {rest}" if rest else "All of them were seen."


def refused(routine: str, found: Verdict) -> str:
    """Why nothing of it can be followed now, in one line with its remedy."""
    remedy = 'Once you were seen, say so in the window, on Care under "Warning signs".'
    if found.urgency is not None and found.stops_everything:
        return f"{routine} is not started. {because(found)} {HOW_SOON[found.urgency]}. {remedy}"
    return f"{routine} is not started: {waiting(found.blocked)} must wait. {because(found)} {remedy}"


def left_out(names: Sequence[str], found: Verdict) -> str:
    """What is left out of a routine that is followed all the same."""
    return f"Left out: {words.listing(names)}. {because(found)}"

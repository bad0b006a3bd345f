"""The two sheets of warning signs: in a session, and before a routine that may not be begun. Knows no window."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from app.core.care.warning_signs import SIGNS, SignId, Verdict
from app.core.exercise import Exercise
from app.views import words
from app.views.signs import HOW_SOON, SIGN_WORDS
from app.views.signs_ask import because
from app.views.signs_page import SignGroup, SignRow


class PainRow(Struct, frozen=True):
    """Pain alone, which is no sign."""

    title: str
    subtitle: str


class FeltView(Struct, frozen=True):
    """What may feel wrong in a session: plain pain, then what needs help today, then what should be seen soon."""

    title: str
    text: str
    pain: PainRow
    groups: tuple[SignGroup, ...]


class StoppedView(Struct, frozen=True):
    """Why a routine is not begun. `waiting` are the exercises that must wait; all of it does unless `can_start`."""

    title: str
    text: str
    waiting: tuple[str, ...]
    can_start: bool
    urgent: bool


PAIN = PainRow("It hurts more than it should", "Stop here, and say where and how much.")
"""What is no sign by itself: it ends the session, and After asks where it hurts."""


def felt_view() -> FeltView:
    urgent = tuple(_row(sign.id) for sign in SIGNS if sign.urgency != "clinician")
    others = tuple(_row(sign.id) for sign in SIGNS if sign.urgency == "clinician")
    return FeltView(
        title="What feels wrong?",
        text="You are paused. Choose one: the session stops, what you did is kept, and you see what to do.",
        pain=PAIN,
        groups=(SignGroup("To be seen at once or today", urgent), SignGroup("To be seen soon", others)),
    )


def stopped_view(
    name: str, blocked: Sequence[str], exercises: Mapping[str, Exercise], found: Verdict, *, can_start: bool
) -> StoppedView:
    """Before the routine called `name`, of which the exercises `blocked` must wait."""
    if found.urgency is not None and found.stops_everything:
        text = f"{name} can wait; this should not. Soleus starts it once you say that you were seen."
        return StoppedView(
            HOW_SOON[found.urgency], f"{because(found)} {text}", (), can_start=False, urgent=True
        )
    these = "This waits" if len(blocked) == 1 else "These wait"
    until = "until you say that you were seen" if found.urgency else "until you answer again without it"
    return StoppedView(
        title="Some of it has to wait" if can_start else f"{name} has to wait",
        text=f"{because(found)} {these} {until}:",
        waiting=tuple(exercises[id_].name for id_ in blocked),
        can_start=can_start,
        urgent=False,
    )


def _row(sign: SignId) -> SignRow:
    said = SIGN_WORDS[sign]
    return SignRow(sign, words.sentence_case(said.short), said.more, chosen=False)

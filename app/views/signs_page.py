"""The page of warning signs: first what is asked, then what to do. Knows no window and no clock."""

from collections.abc import Collection
from datetime import date

from msgspec import Struct

from app.core.care.warning_signs import SIGNS, Answers, Part, Sign, SignId, Standing, Urgency, verdict
from app.views import words
from app.views.signs import HOW_SOON, PARTS, SIGN_WORDS, WHAT_TO_DO
from app.views.signs_ask import stopped
from app.views.words import on_day

ASKED = "Does any of these apply to you now? Soleus informs; it does not diagnose."
NONE_APPLY = "None of these apply"
SEE_WHAT_TO_DO = "See what to do"
NONE_KEPT = "Noted: none of the warning signs apply."
ERASED = "What you answered is erased."
BETTER_ASK = "If you are unsure, ask a clinician. Whenever something changes, answer again."
KEPT_HERE = "It stays on this machine, in no backup, export or report."
WHY = "Rolling and load can make some causes worse. It is better to know the cause first."


class SignRow(Struct, frozen=True):
    """One sign to be said of oneself, or not."""

    id: SignId
    title: str
    subtitle: str
    chosen: bool


class SignGroup(Struct, frozen=True):
    title: str
    rows: tuple[SignRow, ...]


class SignsView(Struct, frozen=True):
    """The questions. `done` is the word on the large button."""

    text: str
    groups: tuple[SignGroup, ...]
    done: str


class AdviceSign(Struct, frozen=True):
    """A sign that applies. `soon` says how urgent it is beside others, `seen` when it was seen, or ""."""

    id: SignId
    title: str
    text: str
    soon: str
    seen: str
    urgent: bool


class AdviceView(Struct, frozen=True):
    """What to do. `stopped` says what waits meanwhile, and `why`; `kept` when it was answered, and where that is."""

    title: str
    text: str
    urgent: bool
    signs: tuple[AdviceSign, ...]
    stopped: str
    why: str
    kept: str
    trouble: str


def signs_view(chosen: Collection[SignId]) -> SignsView:
    """With these signs chosen so far."""
    return SignsView(
        text=ASKED,
        groups=tuple(SignGroup(title, _rows(part, chosen)) for part, title in PARTS.items()),
        done=SEE_WHAT_TO_DO if chosen else NONE_APPLY,
    )


def advice_view(answers: Answers, today: date, trouble: str = "") -> AdviceView:
    found = verdict(answers)
    title, text = _head(found.urgency, any_sign=bool(found.signs))
    return AdviceView(
        title=title,
        text=text,
        urgent=found.stops_everything,
        signs=tuple(_advice(each, found.urgency, today) for each in found.signs),
        stopped=stopped(found),
        why=WHY if found.blocked and not found.stops_everything else "",
        kept=f"You answered {on_day(answers.day, today)}. {KEPT_HERE}",
        trouble=trouble,
    )


def seen_text(sign: SignId) -> str:
    return f"Noted as seen: {SIGN_WORDS[sign].short}."


def _rows(part: Part, chosen: Collection[SignId]) -> tuple[SignRow, ...]:
    return tuple(_row(sign, sign.id in chosen) for sign in SIGNS if sign.part == part)


def _row(sign: Sign, chosen: bool) -> SignRow:
    said = SIGN_WORDS[sign.id]
    return SignRow(sign.id, said.asks, said.more, chosen)


def _head(urgency: Urgency | None, *, any_sign: bool) -> tuple[str, str]:
    if urgency is not None:
        return HOW_SOON[urgency], WHAT_TO_DO[urgency]
    if any_sign:
        return "You were seen", f"What you were told there counts for more than anything here. {BETTER_ASK}"
    return "Nothing speaks against it", f"You said that none of the warning signs apply. {BETTER_ASK}"


def _advice(standing: Standing, most: Urgency | None, today: date) -> AdviceSign:
    said = SIGN_WORDS[standing.sign.id]
    urgent = standing.seen is None and standing.urgency != "clinician"
    return AdviceSign(
        id=standing.sign.id,
        title=words.sentence_case(said.short),
        text=said.do,
        soon=HOW_SOON[standing.urgency] if standing.seen is None and standing.urgency != most else "",
        seen=f"Seen {on_day(standing.seen, today)}" if standing.seen else "",
        urgent=urgent,
    )

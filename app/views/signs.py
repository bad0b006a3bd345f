"""The words of the warning signs: how each is asked for, and what it asks of the person. Knows no window.

What a sign may mean is said plainly and never as a finding; nobody is told to stop a treatment.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from app.core.care.warning_signs import Part, SignId, Standing, Urgency, Verdict
from app.core.exercise import Kind
from app.views import words

PARTS: Mapping[Part, str] = {
    "calf": "Calf and heel",
    "back": "With back pain",
    "whole": "Anywhere",
}


class SignWords(Struct, frozen=True):
    """`asks` is what the person would say, `more` what it means, `short` as in a list, `do` what follows from it."""

    asks: str
    short: str
    do: str
    more: str = ""


_NERVES = (
    "With back pain it can mean that nerves at the bottom of the spine are pressed. Then every hour counts."
)
_HEALS = "is never rolled. Rolling waits until it has healed, even after you were seen."

SIGN_WORDS: Mapping[SignId, SignWords] = {
    "calf-swollen": SignWords(
        "One calf is swollen, warm, red or throbbing",
        "one calf swollen, warm, red or throbbing",
        "It can come from a blood clot in the leg. Do not stretch, roll or rub it before it was looked at. Should "
        "your chest hurt or your breath get short, call for emergency help.",
        "And the other one is not.",
    ),
    "heel-snap": SignWords(
        "I felt a sudden snap at the heel",
        "a snap at the heel",
        "The Achilles tendon may be torn. Keep your weight off that leg, and neither stretch nor load it before it "
        "was looked at.",
        "As if somebody had kicked it.",
    ),
    "bladder": SignWords(
        "My bladder, bowel or sexual function has changed",
        "a change in bladder, bowel or sexual function",
        _NERVES,
        "Such as not feeling it, not holding it, or not being able to go.",
    ),
    "numb-between-legs": SignWords(
        "It is numb between my legs",
        "numbness between the legs",
        _NERVES,
        "Around the genitals or the back passage.",
    ),
    "spreading-weakness": SignWords(
        "My legs get weaker, and it spreads", "weakness that spreads in the legs", _NERVES
    ),
    "accident": SignWords(
        "It began with an accident",
        "back pain after an accident",
        "A bone of the spine may be hurt. Move as little as you can until help is there.",
        "A crash, a fall or a hard knock.",
    ),
    "lasting-pain": SignWords(
        "It has lasted more than a few days, and my calves are tight",
        "back pain for more than a few days with tight calves",
        "Something else may lie behind it. A clinician can find out what, and say which exercises suit you.",
    ),
    "breathless": SignWords(
        "My chest hurts, or I am short of breath",
        "chest pain or breathlessness",
        "Sit down, keep still and call. With a swollen calf it can come from a clot that has moved to the lungs.",
        "More than what you just did explains.",
    ),
    "limiting-pain": SignWords(
        "Pain limits how I walk, stand or sit",
        "pain that limits walking, standing or sitting",
        "Pain that gets in the way of the day should be looked at before you add load to it.",
    ),
    "tingling": SignWords(
        "A leg or foot is numb, weak or tingles",
        "numbness, weakness or tingling in a leg or foot",
        "A nerve may be involved. And skin that feels less does not tell you when heat or cold does it harm.",
    ),
    "recent-injury": SignWords(
        "I hurt my back or a leg not long ago",
        "a recent injury",
        "What was hurt may need rest first, or exercises of its own.",
    ),
    "chronic-illness": SignWords(
        "I have diabetes or a vascular illness, and something has changed",
        "a change with diabetes or a vascular illness",
        "A change in calves, feet or back is worth an early look then. Skin that is badly fed with blood also bears "
        "less heat and cold.",
        "Vascular means of the blood vessels.",
    ),
    "inflammation": SignWords(
        "Something is inflamed, or a bone is infected",
        "an inflammation or an infected bone",
        "Rolling and load can make it worse. A clinician can say when they are safe again.",
    ),
    "open-wound": SignWords(
        "There is an open wound on a leg or my back", "an open wound", f"An open wound {_HEALS}"
    ),
    "fracture": SignWords("A bone is broken and has not healed", "a broken bone", f"A broken bone {_HEALS}"),
}

HOW_SOON: Mapping[Urgency, str] = {
    "emergency": "Call for emergency help now",
    "same-day": "Have it seen today",
    "clinician": "Ask a clinician first",
}
WHAT_TO_DO: Mapping[Urgency, str] = {
    "emergency": "Call your emergency number (112, 999 or 911 in many countries), or have somebody take you to an "
    "emergency department. Do not drive yourself.",
    "same-day": "Call your doctor or an urgent care line, and say what you noticed. It should be looked at today, "
    "at a weekend too.",
    "clinician": "A doctor or a physiotherapist can say what it is, and what suits you.",
}
KIND_WORDS: Mapping[Kind, tuple[str, ...]] = {
    "stretch": ("stretching",),
    "mobility": ("gentle movement",),
    "posture": ("posture",),
    "release": ("rolling",),
    "strength": ("strengthening",),
    "thermal": ("heat", "cold"),
}


def named(signs: Iterable[Standing]) -> str:
    """As in a sentence: "a snap at the heel; an open wound". Some have commas of their own."""
    return "; ".join(SIGN_WORDS[each.sign.id].short for each in signs)


def unseen(verdict: Verdict) -> tuple[Standing, ...]:
    return tuple(each for each in verdict.signs if each.seen is None)


def waiting(kinds: Iterable[Kind]) -> str:
    """The kinds of exercise: "rolling and strengthening", "rolling, strengthening, heat and cold"."""
    there = set(kinds)
    return words.listing([word for kind, all_ in KIND_WORDS.items() if kind in there for word in all_])

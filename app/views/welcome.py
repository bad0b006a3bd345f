"""What someone sees who opens Soleus for the first time: three cards. Knows no window."""

from msgspec import Struct

from app.core.library import Library
from app.views.picture import NO_PICTURE, Picture, still
from app.views.routines import RoutineRow, routine_row

FIRST_CHOICES = ("calf-reset", "desk-calves", "back-ease")
SIGNS, ROUTINES = 1, 2
"""The cards that ask for warning signs and for a routine."""
PICTURE_OF = "wall-calf-stretch"
WARNINGS = (
    """One calf that is swollen, warm, red or throbbing: have it seen the same day. Chest pain or breathlessness, \
with it or alone: call for emergency help.""",
    "A sudden snap at the heel: have it seen the same day.",
    """Back pain with a change in bladder, bowel or sexual function, numbness between the legs, spreading \
weakness in the legs, or after an accident: this is an emergency.""",
    """Pain that lasts more than a few days, or limits walking, standing or sitting; a leg or foot that is numb, \
weak or tingles; a recent injury, an open wound, a broken bone or an inflammation; diabetes or a vascular illness \
with any change: ask a clinician first.""",
)


class WelcomeCard(Struct, frozen=True):
    """One card. `next` is the label of its large button; a card of `choices` has none. `other` is a quiet one."""

    title: str
    text: str
    picture: Picture
    warnings: tuple[str, ...]
    choices: tuple[RoutineRow, ...]
    next: str
    other: str = ""


class WelcomeView(Struct, frozen=True):
    """The card number `index` of `count`. `skip` is the label of the button that ends it, or ""."""

    card: WelcomeCard
    index: int
    count: int
    skip: str


def welcome_view(library: Library, index: int) -> WelcomeView:
    cards = (_what_it_is(library), _warning_signs(), _pick_a_routine(library))
    # A question about one's health is answered, not passed over; Esc goes back from it.
    skip = {SIGNS: "", ROUTINES: "Look around first"}.get(index, "Skip")
    return WelcomeView(cards[index], index, len(cards), skip)


def _what_it_is(library: Library) -> WelcomeCard:
    exercise = library.exercises.get(PICTURE_OF)
    return WelcomeCard(
        title="Put it beside you, turn to the wall, and listen",
        text="Soleus leads you through short stretching routines for tight calves and a sore back. It shows "
        "each movement, says what comes next, counts the seconds, and remembers what you did. Everything stays "
        "on this machine.",
        picture=still(exercise) if exercise else NO_PICTURE,
        warnings=(),
        choices=(),
        next="Next",
    )


def _warning_signs() -> WelcomeCard:
    return WelcomeCard(
        title="When not to stretch",
        text="Soleus informs; it does not diagnose. Please see to these first:",
        picture=NO_PICTURE,
        warnings=WARNINGS,
        choices=(),
        next="None of these, go on",
        other="One of these applies to me",
    )


def _pick_a_routine(library: Library) -> WelcomeCard:
    found = [entry for entry in map(library.find, FIRST_CHOICES) if entry and entry.routine]
    return WelcomeCard(
        title="Pick a routine to begin with",
        text="Each needs only a few minutes. You find all the others under Routines.",
        picture=NO_PICTURE,
        warnings=(),
        choices=tuple(routine_row(entry, library) for entry in found),
        next="",
    )

"""What a topic and its cards are, and what a card may lead to. Knows no text of any topic."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from app.views.exercises import STRENGTHS

ARTICLE = "the article that Soleus grew from"
NHS = "NHS pages on calf and back pain"
CARD_STRENGTHS: Mapping[str, str] = MappingProxyType(
    {
        **STRENGTHS,
        "study": "From a study that observed, and did not test",
        "untested": "Not tested in our sources",
    }
)
"""How strong a source is. What our sources leave untested may still help: nobody there has looked."""


class CareCard(Struct, frozen=True):
    """One thing to know, in two to four sentences. `strength` is a key of `CARD_STRENGTHS`.

    `exercise` and `routine` are ids. `link` is a part of Care ("signs"), another topic ("recovery") or one card
    of a topic ("helps/rolling"). Cards of the same `group` stand together under it. An `alarming` one stands out.
    """

    id: str
    title: str
    text: str
    source: str = ARTICLE
    strength: str = "advice"
    exercise: str = ""
    routine: str = ""
    link: str = ""
    group: str = ""
    alarming: bool = False


class Topic(Struct, frozen=True):
    """A page to read: `subtitle` says on Care what it is about, `lead` is the sentence that it begins with."""

    id: str
    title: str
    subtitle: str
    icon: str
    lead: str
    cards: tuple[CareCard, ...]


class Part(Struct, frozen=True):
    """What else Care holds, as a card points to it."""

    title: str
    icon: str


PARTS: Mapping[str, Part] = MappingProxyType(
    {
        "signs": Part("Check the warning signs", "attention"),
        "programme": Part("The four-week programme", "programme"),
        "self-tests": Part("Test it yourself", "self-test"),
        "warmth": Part("Heat and cold with a timer", "warmth"),
        "report": Part("A page for your clinician", "report"),
    }
)
"""The parts of Care that are no topic, by the name that opens them."""

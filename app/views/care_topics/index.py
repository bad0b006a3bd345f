"""All topics, and the way to one of them or to a card. Knows no window."""

from app.views.care_topics.connection import CONNECTION
from app.views.care_topics.doctor import DOCTOR
from app.views.care_topics.helps import HELPS
from app.views.care_topics.recovery import RECOVERY
from app.views.care_topics.symptoms import SYMPTOMS
from app.views.care_topics.topic import CareCard, Topic

TOPICS = (CONNECTION, SYMPTOMS, HELPS, RECOVERY, DOCTOR)
"""In the order in which Care shows them."""


def find_topic(place: str) -> Topic | None:
    """The topic that "helps" or "helps/rolling" lies in."""
    id_ = place.partition("/")[0]
    return next((topic for topic in TOPICS if topic.id == id_), None)


def find_card(place: str) -> CareCard | None:
    """The card that "helps/rolling" names; None for a topic as a whole."""
    topic, id_ = find_topic(place), place.partition("/")[2]
    return next((card for card in topic.cards if card.id == id_), None) if topic else None

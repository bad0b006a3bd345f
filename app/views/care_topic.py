"""What a topic's page on Care shows: its cards in two columns, each with the ways on. Knows no window."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

from msgspec import Struct

from app.core.library import Library
from app.core.timeline import unfold
from app.views import words
from app.views.care_topics.index import find_card, find_topic
from app.views.care_topics.topic import CARD_STRENGTHS, PARTS, CareCard, Topic
from app.views.columns import left_column
from app.views.exercises import KINDS, exercise_dose
from app.views.picture import NO_PICTURE, Picture, still

LINK_AS_LONG_AS = 150
"""A way on takes about the height of so many letters, and the frame of a card of as many again."""

CareLinkKind = Literal["exercise", "routine", "care"]


class CareLink(Struct, frozen=True):
    """The way from a card to what it speaks of. `id` is that of an exercise, a routine, or a place in Care."""

    kind: CareLinkKind
    id: str
    title: str
    subtitle: str
    icon: str = ""
    picture: Picture = NO_PICTURE


class TopicCard(Struct, frozen=True):
    id: str
    title: str
    text: str
    source: str
    links: tuple[CareLink, ...]
    alarming: bool


class TopicSection(Struct, frozen=True):
    """Cards that stand together: those of the `left` column are read before those of the right one."""

    title: str
    left: tuple[TopicCard, ...]
    right: tuple[TopicCard, ...]


class CareTopicView(Struct, frozen=True):
    id: str
    title: str
    lead: str
    sections: tuple[TopicSection, ...]


def care_topic_view(topic: Topic, library: Library) -> CareTopicView:
    """The ways to an exercise or a routine that the library does not have are left out."""
    return CareTopicView(
        topic.id,
        topic.title,
        topic.lead,
        tuple(
            _section(title, [_card(card, library) for card in cards])
            for title, cards in groupby(topic.cards, key=lambda card: card.group)
        ),
    )


def source_line(card: CareCard) -> str:
    """ "From a trial. Hallegraeff, 2012." """
    return f"{CARD_STRENGTHS[card.strength]}. {words.sentence_case(card.source)}."


def _section(title: str, cards: Sequence[TopicCard]) -> TopicSection:
    cut = left_column([_length(card) for card in cards])
    return TopicSection(title, tuple(cards[:cut]), tuple(cards[cut:]))


def _length(card: TopicCard) -> int:
    return len(card.text) + len(card.source) + LINK_AS_LONG_AS * (len(card.links) + 1)


def _card(card: CareCard, library: Library) -> TopicCard:
    return TopicCard(
        card.id, card.title, card.text, source_line(card), tuple(_links(card, library)), card.alarming
    )


def _links(card: CareCard, library: Library) -> Iterator[CareLink]:
    exercise = library.exercises.get(card.exercise)
    if exercise is not None:
        facts = exercise_dose(exercise) or KINDS[exercise.kind]
        yield CareLink("exercise", exercise.id, exercise.name, facts, picture=still(exercise))
    entry = library.find(card.routine)
    if entry is not None and entry.routine is not None:
        length = words.minutes(unfold(entry.routine, library.exercises).total_ms)
        yield CareLink("routine", entry.id, entry.name, f"Routine, about {length}", "routines")
    if card.link:
        yield _way_on(card.link)


def _way_on(place: str) -> CareLink:
    if place in PARTS:
        return CareLink("care", place, PARTS[place].title, "", PARTS[place].icon)
    topic, card = find_topic(place), find_card(place)
    if topic is None:
        raise ValueError(f"no topic or part of Care is called {place}")
    if card is None:
        return CareLink("care", place, topic.title, "", topic.icon)
    return CareLink("care", place, card.title, topic.title, topic.icon)

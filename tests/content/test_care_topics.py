"""The texts of Care: short, plain, sourced, never shouting, and leading nowhere that is not there."""

import re
from collections import Counter
from collections.abc import Mapping

import pytest

from app.core.exercise import Exercise
from app.core.library import Library
from app.core.routine import Routine
from app.ui.icons import ICONS
from app.views.care_page import topic_rows
from app.views.care_topics.index import TOPICS, find_card, find_topic
from app.views.care_topics.topic import CARD_STRENGTHS, PARTS, CareCard
from app.views.care_topics.why import why_it_helps
from tests.content.files import every_text

CARDS = [pytest.param(card, id=f"{topic.id}/{card.id}") for topic in TOPICS for card in topic.cards]
every_card = pytest.mark.parametrize("card", CARDS)
TEXT_AT_MOST = 600
SENTENCES = range(1, 6)
WORDS_A_SENTENCE = 34
WORDS_A_SENTENCE_ON_AVERAGE = 20
JARGON = ("biomechanic", "dorsiflex", "lumbar", "myofascial", "fascia", "compensat", "exacerbat", "modalit")
KNOWN_SOURCES = (
    "the article that Soleus grew from", "NHS pages on calf and back pain", "NHS, lower back exercises",
    "NHS Fife, calf exercises", "AAOS, foot and ankle conditioning", "ACSM position stand, 2011",
    "McGill, trunk endurance exercises", "Afonso, 2021", "Alfredson, 1998", "Bartsch, 2021", "Behm, 2020",
    "Beyer, 2015", "De Carvalho and Callaghan, 2023", "Hallegraeff, 2012", "Ingram, 2025", "Konrad, 2022",
    "Medina-Mirapeix, 2009", "Powden, 2015", "Radford, 2006", "Shea and Behm, 2024", "Sihawong, 2014",
    "Silbernagel, 2007", "Warneke, 2025", "Young, 2013",
)  # fmt: skip
READ_SECOND_HAND = ("Alfredson", "Beyer", "McGill", "Rathleff", "Silbernagel")
ONLY_THE_ARTICLE = "the article that Soleus grew from"
UNSURE = re.compile(
    r"\bmay\b|\bcan\b|thought to|said to|plausible|not tested|do not (test|show)|many (people|find)|worth",
    re.IGNORECASE,
)
HELPS = (
    "stretching", "strengthening", "trunk-endurance", "breaks-from-sitting", "rolling", "heat-and-cold",
    "water-and-food", "footwear", "posture", "physiotherapy", "medicines", "orthotics", "chiropractic",
    "acupuncture", "massage",
)  # fmt: skip


def sentences(text: str) -> list[str]:
    return [sentence for sentence in re.split(r"(?<=[.?])\s+", text) if sentence]


def test_the_five_topics_are_on_care_in_their_order() -> None:
    assert [row.id for row in topic_rows()] == ["connection", "symptoms", "helps", "recovery", "doctor"]


def test_no_two_cards_of_a_topic_share_an_id_and_none_hides_a_part_of_care() -> None:
    for topic in TOPICS:
        assert max(Counter(card.id for card in topic.cards).values()) == 1
        assert topic.id not in PARTS


def test_cards_of_one_group_stand_together() -> None:
    for topic in TOPICS:
        groups = [card.group for card in topic.cards]
        assert groups == sorted(groups, key=groups.index)
        assert all(groups)


@pytest.mark.parametrize("id_", HELPS)
def test_everything_that_was_promised_to_help_has_its_card(id_: str) -> None:
    assert find_card(f"helps/{id_}")


def test_nothing_shouts_and_nothing_is_blank() -> None:
    for topic in TOPICS:
        for text in every_text(topic):
            assert "!" not in text
            assert text == text.strip()
        assert all((topic.title, topic.subtitle, topic.lead))


@every_card
def test_a_card_is_short(card: CareCard) -> None:
    assert 0 < len(card.text) <= TEXT_AT_MOST
    assert len(sentences(card.text)) in SENTENCES
    assert card.title


@every_card
def test_a_card_reads_plainly(card: CareCard) -> None:
    lengths = [len(sentence.split()) for sentence in sentences(card.text)]
    assert max(lengths) <= WORDS_A_SENTENCE
    assert sum(lengths) / len(lengths) <= WORDS_A_SENTENCE_ON_AVERAGE
    assert [word for word in JARGON if word in card.text.lower()] == []


@every_card
def test_a_card_has_a_source_that_we_know_and_a_strength(card: CareCard) -> None:
    assert card.strength in CARD_STRENGTHS
    assert any(source in card.source for source in KNOWN_SOURCES)
    for part in re.findall(r"[A-Z][\w-]+, \d{4}", card.source):
        assert any(part in source for source in KNOWN_SOURCES)


@every_card
def test_what_nobody_but_the_article_says_is_never_called_more_than_advice(card: CareCard) -> None:
    if card.source == ONLY_THE_ARTICLE:
        assert card.strength in ("advice", "untested")


@every_card
def test_what_is_untested_is_said_as_something_unsure(card: CareCard) -> None:
    if card.strength == "untested":
        assert UNSURE.search(card.text)


@every_card
def test_numbers_read_second_hand_are_called_a_commonly_used_protocol(card: CareCard) -> None:
    if any(name in card.source for name in READ_SECOND_HAND):
        assert re.search("commonly used protocol", card.text, re.IGNORECASE)


@every_card
def test_a_card_leads_only_to_what_is_there(
    card: CareCard, exercises: Mapping[str, Exercise], routines: Mapping[str, Routine]
) -> None:
    assert not card.exercise or card.exercise in exercises
    assert not card.routine or card.routine in routines
    topic, _, id_ = card.link.partition("/")
    assert not card.link or card.link in PARTS or (find_topic(topic) and (not id_ or find_card(card.link)))


def test_every_icon_is_known() -> None:
    assert {item.icon for item in (*TOPICS, *PARTS.values())} <= ICONS.keys()


def test_medicines_name_no_dose_and_nothing_is_to_be_stopped() -> None:
    card = find_card("helps/medicines")
    assert card
    assert not re.search(r"\d", card.text)
    assert "pharmacist or clinician" in card.text
    for text in every_text(TOPICS):
        assert not re.search(r"stop (taking|your|the) (medic|tablet|treatment|pill)", text, re.IGNORECASE)


def test_every_exercise_leads_to_a_card_of_its_own_kind(exercise: Exercise) -> None:
    assert find_card(why_it_helps(exercise))


def test_every_part_of_care_is_led_to() -> None:
    links = {card.link for topic in TOPICS for card in topic.cards}
    assert PARTS.keys() <= links


def test_care_has_a_page_for_nothing_else() -> None:
    assert find_topic("warmth") is None
    assert find_card("helps") is None
    assert find_card("nowhere/rolling") is None


def test_no_library_is_needed_to_read() -> None:
    from app.views.care_topic import care_topic_view

    view = care_topic_view(TOPICS[0], Library())
    assert {link.kind for section in view.sections for card in section.left for link in card.links} <= {
        "care"
    }

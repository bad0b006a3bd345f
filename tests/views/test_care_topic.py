"""A topic to read: its cards in two columns, and the ways on from each."""

import pytest
from msgspec.structs import replace

from app.core.exercise import Dose, Exercise, Kind
from app.core.library import Entry, Library
from app.core.routine import Step
from app.views.care_topic import care_topic_view, source_line
from app.views.care_topics.topic import CareCard, Topic
from app.views.care_topics.why import why_it_helps
from tests.core.routines import exercise
from tests.views.shelf import routine

BRIDGE = replace(
    exercise("bridge", "none"), name="Bridge", kind="strength", muscles=("glutes",), dose=Dose(reps=10)
)
PACK = replace(exercise("heat-pack", "none"), name="Heat pack", kind="thermal", dose=Dose())
HIPS = routine("hips", Step(exercise="bridge", reps=10, tempo=(2, 3, 2, 0)))
LIBRARY = Library(
    {"bridge": BRIDGE, "heat-pack": PACK},
    (
        Entry("hips", "Hip strength", "bundled", "a.toml", HIPS),
        Entry("broken", "Broken", "own", "b.toml", None),
    ),
)


def card(id_: str = "rest", **said: str) -> CareCard:
    return CareCard(id_, "Rest", "Rest a little.", **said)


def topic(*cards: CareCard) -> Topic:
    return Topic("recovery", "Recovery", "How long", "recovery", "Steady.", cards)


def only_links(**said: str) -> list[tuple[str, str, str, str]]:
    (section,) = care_topic_view(topic(card(**said)), LIBRARY).sections
    (shown,) = section.left
    return [(link.kind, link.id, link.title, link.subtitle) for link in shown.links]


def test_a_topic_begins_with_its_title_and_its_sentence():
    view = care_topic_view(topic(card()), LIBRARY)
    assert (view.title, view.lead) == ("Recovery", "Steady.")


def test_a_source_is_named_after_how_strong_it_is():
    shown = card(source="Hallegraeff, 2012", strength="trial")
    assert source_line(shown) == "From a trial. Hallegraeff, 2012."
    assert source_line(card()) == "General advice, not tested. The article that Soleus grew from."
    assert source_line(card(strength="untested")).startswith("Not tested in our sources. ")


def test_a_card_leads_to_its_exercise_with_its_dose_and_to_its_routine_with_its_minutes():
    # 10 × 7 s and 8 s to get ready are 78 s: a minute.
    assert only_links(exercise="bridge", routine="hips") == [
        ("exercise", "bridge", "Bridge", "10 times"),
        ("routine", "hips", "Hip strength", "Routine, about 1 min"),
    ]


def test_an_exercise_without_a_dose_says_what_it_is():
    assert only_links(exercise="heat-pack") == [("exercise", "heat-pack", "Heat pack", "Heat and cold")]


def test_a_card_leads_to_a_part_a_topic_or_a_card():
    assert only_links(link="signs") == [("care", "signs", "Check the warning signs", "")]
    assert only_links(link="helps") == [("care", "helps", "What helps", "")]
    assert only_links(link="helps/rolling") == [("care", "helps/rolling", "Foam rolling", "What helps")]


def test_what_the_library_does_not_have_or_cannot_read_is_left_out():
    assert only_links(exercise="gone", routine="gone") == []
    assert only_links(routine="broken") == []


def test_a_place_that_nobody_knows_is_a_mistake():
    with pytest.raises(ValueError, match="nowhere"):
        only_links(link="nowhere")


def test_cards_of_a_group_stand_under_its_title():
    first, second = card("a", group="Soon"), card("b", group="Later")
    view = care_topic_view(topic(first, second), LIBRARY)
    assert [(section.title, section.left[0].id) for section in view.sections] == [
        ("Soon", "a"),
        ("Later", "b"),
    ]


def test_two_columns_are_about_as_long_and_keep_the_order():
    # All alike: of four two and two; of five three in the left one, which is read first.
    cards = [card(letter) for letter in "abcde"]
    for number, left in ((1, "a"), (2, "a"), (4, "ab"), (5, "abc")):
        (section,) = care_topic_view(topic(*cards[:number]), LIBRARY).sections
        assert "".join(shown.id for shown in section.left) == left
        assert [shown.id for shown in (*section.left, *section.right)] == list("abcde"[:number])


def test_a_long_card_has_a_column_for_itself():
    long = replace(card("a"), text="Rest a little. " * 40)
    (section,) = care_topic_view(topic(long, card("b"), card("c")), LIBRARY).sections
    assert [shown.id for shown in section.left] == ["a"]


@pytest.mark.parametrize(
    ("kind", "muscles", "place"),
    [
        ("stretch", ("gastrocnemius",), "helps/stretching"),
        ("stretch", ("plantar-fascia",), "helps/stretching"),
        ("stretch", ("hamstrings",), "helps/how-much"),
        ("stretch", ("erector-spinae",), "helps/easing-the-back"),
        ("stretch", ("neck",), "helps/posture"),
        ("strength", ("soleus",), "helps/strengthening"),
        ("strength", ("obliques",), "helps/trunk-endurance"),
        ("strength", ("glutes",), "connection/muscle-balance"),
        ("mobility", ("tibialis-anterior",), "connection/ankle-mobility"),
        ("mobility", ("erector-spinae",), "helps/easing-the-back"),
        ("mobility", ("hip-flexors",), "helps/before-sport"),
        ("release", ("hamstrings",), "helps/rolling"),
        ("posture", ("upper-back",), "helps/posture"),
        ("thermal", ("erector-spinae",), "helps/heat-and-cold"),
        ("strength", ("something-of-my-own",), "connection/muscle-balance"),
    ],
)
def test_why_an_exercise_helps_stands_on_a_card_of_its_kind(kind: Kind, muscles, place):
    mine: Exercise = replace(exercise("mine"), kind=kind, muscles=muscles)
    assert why_it_helps(mine) == place

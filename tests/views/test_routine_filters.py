"""What the list of routines is searched and filtered by."""

import pytest
from msgspec import structs

from app.core.library import Entry, Library
from app.core.routine import Step
from app.views.routine_filters import Sieve, filter_words, filters_view, sifted, toggled, without_filters
from app.views.routines import routines_view
from tests.core.routines import EXERCISES
from tests.views.shelf import BROKEN, LIBRARY, routine

CALF, RAISE = EXERCISES["wall-calf-stretch"], EXERCISES["calf-raise"]
SHELF = Library(
    {
        CALF.id: structs.replace(CALF, muscles=("soleus",), also=("plantar-fascia",)),
        RAISE.id: structs.replace(
            RAISE, muscles=("hamstrings",), position="sitting", equipment=("chair", "mat")
        ),
        "free": structs.replace(CALF, id="free", name="Free sway", muscles=("neck",), equipment=()),
    },
    (
        *(
            Entry(made.id, made.name, "bundled", f"{made.id}.toml", made)
            for made in (
                routine("at-the-wall", Step(exercise=CALF.id, hold=30), about="For cold mornings."),
                routine("on-a-chair", Step(exercise=RAISE.id, reps=5)),
                routine("of-both", Step(exercise=CALF.id, hold=30), Step(exercise=RAISE.id, reps=5)),
                routine("with-nothing", Step(wait="Stand up."), Step(exercise="free", hold=30)),
            )
        ),
        BROKEN,
    ),
)


def ids(sieve: Sieve, library: Library = SHELF) -> list[str]:
    return [entry.id for entry in sifted(library, sieve)]


def words_of(facet: str, library: Library = SHELF) -> tuple[str, ...]:
    (group,) = [group for group in filters_view(library, Sieve()).groups if group.facet == facet]
    return group.words


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("WALL", ["at-the-wall", "of-both"]),  # its name, its exercise's name
        ("cold morn", ["at-the-wall"]),  # what it is about
        ("back thigh", ["on-a-chair", "of-both"]),  # a muscle in plain English, its words apart
        ("hamstrings", ["on-a-chair", "of-both"]),
        ("sole of", ["at-the-wall", "of-both"]),  # a muscle that is worked as well
        ("after the run", ["after-the-run"]),  # a file that cannot be read has a name
        ("wall thigh", ["of-both"]),
        ("violin", []),
    ],
)
def test_every_word_has_to_occur(search, found):
    assert ids(Sieve(search=search)) == found


def test_a_routine_fits_if_it_works_one_of_the_muscles():
    assert ids(Sieve(muscles=("soleus",))) == ["at-the-wall", "of-both"]
    assert ids(Sieve(muscles=("soleus", "neck"))) == ["at-the-wall", "of-both", "with-nothing"]


def test_a_routine_fits_if_all_of_it_is_in_these_positions():
    assert ids(Sieve(positions=("sitting",))) == ["on-a-chair"]
    assert ids(Sieve(positions=("sitting", "standing"))) == [
        "at-the-wall",
        "on-a-chair",
        "of-both",
        "with-nothing",
    ]


def test_a_routine_fits_if_it_needs_nothing_but_what_is_at_hand():
    assert ids(Sieve(at_hand=("wall",))) == ["at-the-wall", "with-nothing"]
    assert ids(Sieve(at_hand=("chair",))) == ["with-nothing"]  # the mat is missing
    assert ids(Sieve(at_hand=("wall", "chair", "mat"))) == [entry.id for entry in SHELF.routines[:4]]
    assert ids(Sieve(at_hand=("nothing",))) == ["with-nothing"]


def test_lengths_go_by_the_minutes_that_are_shown_and_both_ends_count():
    # Each hold of h s takes 8 s to get ready, for each of two sides with 5 s between: 2h + 13 s or, at most, 2h + 21 s.
    long = {5: 142, 7: 202, 10: 292, 11: 322}  # 2 × 142 = 284 s and 13 or 21: 297 or 305 s, shown as 5 min
    made = [routine(f"of-{minutes}", Step(exercise=CALF.id, hold=hold)) for minutes, hold in long.items()]
    library = Library(EXERCISES, tuple(Entry(each.id, each.name, "own", "", each) for each in made))
    assert [row.minutes for row in routines_view(library).rows] == ["5 min", "7 min", "10 min", "11 min"]
    assert ids(Sieve(lengths=("short",)), library) == ["of-5"]
    assert ids(Sieve(lengths=("middle",)), library) == ["of-5", "of-7", "of-10"]
    assert ids(Sieve(lengths=("long",)), library) == ["of-11"]
    assert ids(Sieve(lengths=("short", "long")), library) == ["of-5", "of-11"]


def test_all_that_is_asked_has_to_fit():
    sieve = Sieve(search="wall", goal="ease", muscles=("hamstrings",), at_hand=("wall", "chair", "mat"))
    assert ids(sieve) == ["of-both"]
    assert ids(structs.replace(sieve, goal="strength")) == []


def test_only_what_occurs_can_be_chosen():
    assert words_of("muscles") == ("Deep calf", "Back of the thigh", "Neck")
    assert words_of("positions") == ("Standing", "Sitting")
    assert words_of("at_hand") == ("Nothing", "A wall", "A chair", "A mat")
    assert words_of("lengths") == ("Up to 5 min",)
    assert filters_view(Library(), Sieve()).groups == ()


def test_a_chip_goes_on_and_off_again_and_is_shown_so():
    on = toggled(SHELF, Sieve(search="on a chair"), "muscles", 1)
    assert on == Sieve(search="on a chair", muscles=("hamstrings",))
    view = filters_view(SHELF, on)
    assert [group.chosen for group in view.groups if group.facet == "muscles"] == [(1,)]
    assert (view.found, view.any_on) == ("1 routine found", True)
    assert toggled(SHELF, on, "muscles", 1) == Sieve(search="on a chair")


def test_nothing_at_hand_and_something_put_each_other_off():
    nothing = toggled(SHELF, Sieve(at_hand=("wall", "mat")), "at_hand", 0)
    assert nothing.at_hand == ("nothing",)
    assert toggled(SHELF, nothing, "at_hand", 1).at_hand == ("wall",)


def test_the_button_says_how_many_filters_are_on():
    assert filter_words(Sieve(search="calf", goal="ease")) == "Filter"
    assert filter_words(Sieve(lengths=("short",))) == "1 filter"
    assert filter_words(Sieve(lengths=("short",), muscles=("neck", "soleus"))) == "3 filters"


def test_without_filters_what_was_typed_stays():
    assert without_filters(Sieve(search="calf", goal="ease", muscles=("neck",))) == Sieve("calf", "ease")


def test_the_list_says_what_was_found_only_when_it_is_held_down():
    assert routines_view(SHELF).found == ""
    held = routines_view(SHELF, Sieve(at_hand=("wall",)))
    assert (held.found, held.filter_words, held.by_filter) == ("2 routines found", "1 filter", True)
    none = routines_view(SHELF, Sieve(search="violin"))
    assert (none.rows, none.found, none.search) == ((), "", "violin")
    assert none.empty.startswith("No routine like that.")


def test_ones_own_and_what_needs_attention_still_come_first():
    rows = routines_view(LIBRARY, Sieve(search="a")).rows
    assert [row.id for row in rows][:2] == ["after-the-run", "own-pace"]

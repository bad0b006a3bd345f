"""The physio's sheet as its page shows it."""

from app.core.sheet.correcting import held, set_aside, stepped, with_exercise
from app.core.sheet.reading import read_sheet
from app.storage.bundle import routines_folder
from app.storage.library import read_library
from app.views.sheet import DIFFERING
from app.views.sheet_page import DEFAULT_NAME, EXAMPLE, ONE_UNSURE, line_view, sheet_page_view
from tests.views.shelf import TODAY

LIBRARY = read_library(routines_folder(), None)
EXERCISES = LIBRARY.exercises


def page(*lines: str, **corrections):
    return sheet_page_view(
        read_sheet("\n".join(lines), EXERCISES), corrections.get("made", {}), EXERCISES, TODAY, 0
    )


def line(text: str):
    return read_sheet(text, EXERCISES)[0]


def row(view, amount: str):
    return next(row for row in (*view.doses, *view.rhythms) if row.amount == amount)


def test_the_example_is_understood_to_the_last_word():
    view = page(*EXAMPLE.splitlines())
    assert [card.mark for card in view.cards] == ["exercise"] * 3
    assert [card.unread for card in view.cards] == [""] * 3
    assert view.can_make
    assert view.notes == ()


def test_a_card_says_the_line_and_what_was_understood():
    (card,) = page("Calf wall stretch 3x30s each side, 2x/day, 6 weeks, gently").cards
    assert card.title == "Wall calf stretch"
    assert card.dose == "30 s each side, 3 sets"
    assert card.rhythm == "Twice a day, for 6 weeks"
    assert card.unread == "Not understood: gently"
    assert card.picture.exists


def test_an_exercise_without_a_dose_has_its_own():
    (card,) = page("Calf wall stretch").cards
    assert card.dose == "30 s each side, 2 sets, as Soleus has it"


def test_every_line_is_shown_with_what_it_is():
    view = page("Home programme", "Squats 3x10", "Ankle circles:", "10 each way", "All exercises twice a day")
    assert [card.mark for card in view.cards] == ["name", "unsure", "exercise", "below", "rhythm"]
    assert view.notes == (ONE_UNSURE,)
    assert view.name_hint == "Home programme"


def test_prose_between_the_exercises_is_shown_as_such():
    view = page("Heel raises 3x12", "Keep walking as before.")
    assert [card.mark for card in view.cards] == ["exercise", "words"]


def test_a_line_that_was_set_aside_says_so():
    told = line("Squats 3x10")
    view = page("Squats 3x10", made={("Squats 3x10", 0): set_aside(told)})
    assert [card.title for card in view.cards] == ["Not an exercise"]
    assert (view.can_make, view.notes, view.summary) == (False, (), "")


def test_the_summary_is_the_routine_to_be():
    view = page("Calf wall stretch 3x30s each side, 2x/day, 6 weeks")
    # 8 + 3 x (30 + 5 + 30) + 2 x 10 = 223 s are 4 min. Six weeks from Sunday 22 November 2026 on are the days up
    # to and with 2 January.
    assert view.summary == "1 exercise  ·  4 min  ·  Every day, twice, until 2 January"


def test_exercises_that_differ_in_how_often_are_named():
    assert page("Calf wall stretch 2x/day", "Heel raises 3x12 once a day").notes == (DIFFERING,)


def test_an_empty_sheet_has_a_name_all_the_same():
    assert (page().cards, page().name_hint) == ((), DEFAULT_NAME)


def test_a_hold_is_corrected_by_its_seconds_and_a_repetition_by_its_times():
    hold = line_view(line("Calf wall stretch 3x30s"), LIBRARY)
    assert (hold.kind, [row.text for row in hold.doses]) == (0, ["30 s", "1", "3"])
    repeated = line_view(line("Heel raises 3x12"), LIBRARY)
    assert (repeated.kind, [row.text for row in repeated.doses]) == (1, ["12", "3"])
    turned = line_view(
        held(line("Calf wall stretch 3x30s"), EXERCISES["wall-calf-stretch"], is_held=False), LIBRARY
    )
    assert turned.kind == 1


def test_what_cannot_go_lower_says_so():
    view = line_view(line("Calf wall stretch 1x30s"), LIBRARY)
    assert not row(view, "reps").can_lower
    assert not row(view, "sets").can_lower
    assert not row(view, "times").can_lower
    assert row(view, "times").text == "Not said"


def test_days_are_told_as_the_sheet_has_them():
    assert row(line_view(line("Heel raises 3x12 Mon, Wed, Fri"), LIBRARY), "days").text == "Mo, We and Fr"
    assert row(line_view(line("Heel raises 3x12 every second day"), LIBRARY), "days").text == "Every 2nd day"
    more = stepped(line("Heel raises 3x12 every second day"), None, "days", 1)
    assert row(line_view(more, LIBRARY), "days").text == "4"


def test_a_line_without_an_exercise_asks_for_one_first():
    view = line_view(line("Squats 3x10"), LIBRARY)
    assert (view.has_exercise, view.doses, view.side) == (False, (), -1)
    chosen = line_view(with_exercise(line("Squats 3x10"), "bridge"), LIBRARY)
    assert (chosen.title, [row.text for row in chosen.doses]) == ("Bridge", ["10", "3"])

"""Whatever is done to an exercise, it can be undone, and what comes out can be read again."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.exercise import Exercise
from app.core.exercise_editing import edits
from app.core.exercise_editing.draft import Draft, blank, duplicate, finished, missing
from app.core.loader import load_exercise
from app.core.posing.handles import HANDLES, dragged, handles
from app.core.posing.keyframes import begun
from app.core.posing.stock import STOCK
from app.core.silhouette import MUSCLES
from app.core.undoing import redo, settled, undo
from app.storage.exercise_text import edited_text, new_text

TEXTS = st.text(max_size=30)
INDEX = st.integers(0, 5)
LINES = st.sampled_from(["steps", "mistakes", "stop_if"])
EDITS = st.one_of(
    st.tuples(st.just(edits.rename), TEXTS),
    st.tuples(st.just(edits.set_summary), TEXTS),
    st.tuples(st.just(edits.add_line), LINES),
    st.tuples(st.just(edits.set_kind), st.sampled_from(edits.KINDS)),
    st.tuples(st.just(edits.set_position), st.sampled_from(edits.POSITIONS)),
    st.tuples(st.just(edits.set_sides), st.sampled_from(edits.SIDES)),
    st.tuples(
        st.just(edits.set_muscle), st.sampled_from(sorted(MUSCLES)), st.sampled_from(["main", "also", "none"])
    ),
    st.tuples(st.just(edits.set_dose_kind), st.sampled_from(edits.DOSE_KINDS)),
    st.tuples(
        st.just(edits.step_dose),
        st.sampled_from(["hold", "sets", "reps", "up", "top", "down", "bottom"]),
        st.integers(-40, 40),
    ),
    st.tuples(st.just(edits.set_picture), st.just("/pictures/mine.PNG")),
    st.tuples(st.just(edits.show_nothing)),
    st.tuples(st.just(undo)),
    st.tuples(st.just(redo)),
    st.tuples(st.just(settled)),
)
OF_LINES = st.tuples(st.sampled_from(["set", "remove", "move"]), LINES, INDEX, TEXTS)
OF_FIGURES = st.tuples(
    st.sampled_from(sorted(STOCK)), st.sampled_from(HANDLES), st.floats(-1, 1), st.floats(0, 1)
)


def done(draft: Draft, edit: tuple) -> Draft:
    if callable(edit[0]):
        return edit[0](draft, *edit[1:])
    if edit[0] in STOCK:
        stock, name, x, y = edit
        figure = begun(stock)
        if name in {handle.name for handle in handles(figure.pose[1])}:
            figure = dragged(figure, 1, name, (x, y))
        return edits.set_figure(draft, figure)
    what, lines, index, text = edit
    if index >= len(edits.lines_of(draft, lines)):
        return draft
    if what == "set":
        return edits.set_line(draft, lines, index, text)
    if what == "remove":
        return edits.remove_line(draft, lines, index)
    return edits.move_line(draft, lines, index, len(text) - 3)


def sound() -> Draft:
    draft = edits.rename(blank(), "My stretch")
    draft = edits.set_line(edits.set_line(draft, "steps", 0, "Stand."), "steps", 1, "Lean.")
    return edits.set_muscle(draft, "soleus", "main")


@given(st.lists(EDITS | OF_LINES | OF_FIGURES, max_size=12))
@settings(max_examples=80, deadline=None)
def test_an_exercise_that_lacks_nothing_is_read_again_as_it_was(steps):
    draft = sound()
    for edit in steps:
        draft = done(draft, edit)
    made = finished(draft, "my-stretch")
    assert (made is None) == bool(missing(draft))
    if made is not None:
        assert load_exercise(new_text(made), file="my-stretch.toml", stem="my-stretch") == made
        before = finished(sound(), "my-stretch")
        text = "# mine\n" + new_text(before)
        changed = edited_text(text, before, made)
        assert load_exercise(changed, file="my-stretch.toml", stem="my-stretch") == made


@given(st.lists(EDITS | OF_LINES, max_size=12))
@settings(deadline=None)
def test_all_of_it_can_be_undone(steps):
    draft = sound()
    for edit in steps:
        draft = done(draft, edit)
    while draft.past:
        draft = undo(draft)
    assert draft.now == blank().now


def test_what_is_missing_is_told_in_the_order_of_the_page():
    assert missing(blank()) == ("name", "steps", "muscles")
    assert missing(sound()) == ()
    assert finished(blank(), "x") is None


def test_a_name_typed_letter_by_letter_is_undone_at_once():
    draft = blank()
    for text in ("M", "My", "My s"):
        draft = edits.rename(draft, text)
    assert undo(draft).exercise.name == ""
    assert edits.rename(settled(draft), "Mine").past != draft.past


def test_lines_that_say_nothing_are_left_out():
    draft = edits.add_line(edits.add_line(sound(), "steps"), "mistakes")
    made = finished(draft, "my-stretch")
    assert made.steps == ("Stand.", "Lean.")
    assert made.mistakes == ()


def test_a_seventh_step_is_not_added():
    draft = sound()
    for _ in range(9):
        draft = edits.add_line(draft, "steps")
    assert len(draft.exercise.steps) == 6


def test_a_muscle_has_one_role():
    draft = edits.set_muscle(edits.set_muscle(sound(), "soleus", "also"), "glutes", "main")
    assert draft.exercise.muscles == ("glutes",)
    assert draft.exercise.also == ("soleus",)
    assert edits.role_of(edits.set_muscle(draft, "soleus", "none"), "soleus") == "none"
    assert edits.set_muscle(draft, "tail", "main") is draft


def test_equipment_keeps_the_order_of_the_format():
    draft = edits.set_equipment(edits.set_equipment(blank(), "mat", needed=True), "wall", needed=True)
    assert draft.exercise.equipment == ("wall", "mat")
    assert edits.set_equipment(draft, "wall", needed=False).exercise.equipment == ("mat",)


def test_two_holds_of_30_s_become_repetitions_and_back():
    draft = edits.set_dose_kind(blank(), "tempo")
    assert draft.exercise.dose.hold == 0
    assert draft.exercise.dose.tempo == (2, 1, 2, 0)
    assert edits.dose_fields(draft.exercise) == ("reps", "up", "top", "down", "bottom", "sets")
    assert edits.set_dose_kind(draft, "hold").exercise.dose.hold == 30


def test_a_picture_takes_the_place_of_a_figure_and_is_called_as_the_exercise():
    draft = edits.set_picture(edits.set_figure(sound(), begun("standing")), "/somewhere/IMG_1.JPEG")
    assert edits.shown(draft) == "picture"
    assert draft.exercise.figure is None
    assert finished(draft, "my-stretch").picture == "my-stretch.jpg"
    assert edits.shown(edits.set_figure(draft, begun("floor"))) == "figure"
    assert edits.shown(edits.show_nothing(draft)) == "none"


def test_one_of_the_bundled_is_a_good_beginning():
    bundled = Exercise(
        1,
        "wall",
        "Wall",
        ("Stand.", "Lean."),
        ("soleus",),
        "stretch",
        "standing",
        "both",
        figure=begun("standing"),
    )
    draft = duplicate(bundled, "Wall, mine")
    assert draft.is_changed
    assert finished(draft, "wall-mine").figure.is_drawn
    assert finished(draft, "wall-mine").evidence is None


@pytest.mark.parametrize("lines", ["steps", "mistakes"])
def test_a_line_is_moved_and_stays_within_the_list(lines):
    draft = edits.add_line(edits.add_line(edits.add_line(blank(), lines), lines), lines)
    for index in range(3):
        draft = edits.set_line(draft, lines, index, str(index))
    assert edits.lines_of(edits.move_line(draft, lines, 0, 1), lines)[:3] == ("1", "0", "2")
    assert edits.move_line(draft, lines, 0, -1) is draft

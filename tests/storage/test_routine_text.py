"""What an edit does to the text of a routine: what was touched and nothing else."""

import difflib
import random
import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from app.core.editing.draft import draft_of, finished
from app.core.loader import load_routine
from app.core.routine import Routine, Step
from app.storage.routine_text import edited_text, matched, new_text
from tests.content.files import ROUTINE_FILES, ROUTINES
from tests.core.editing.test_steps import deeds, done

EXERCISES = {path.stem for path in (ROUTINES / "exercises").glob("*.toml")}
EXAMPLE = (Path(__file__).parents[1] / "content" / "evening_calves_example.toml").read_text(encoding="utf-8")
COMMENTED = """\
# My own file.
format = 1
id = "mine"   # as the file is called
name = 'Mine'
about = \"\"\"
Two lines,
# and this is no comment.\"\"\"

# Part one: warm up

# the wall one
[[step]]   # first
exercise = "wall-calf-stretch"
hold = 30          # s
# be gentle
sets = 2
# after the wall

# Part two

# the raises
# slowly
[[step]]
  exercise = "calf-raise"
  reps = 12
  tempo = [
    2, 1,  # up and hold
    2, 0,
  ]

[[step]]
wait = "Fetch the band."
prepare = 0

# The end.
"""
LIST = """\
format = 1
id = "mine"
step = [
    # the wall one
    { exercise = "wall-calf-stretch", hold = 30, cue = "Heel, # not toes, down" },  # first
    { exercise = "calf-raise", reps = 12, tempo = [2, 1, 2, 0] },

    # fetch
    { wait = "Fetch the band.", prepare = 0 }  # last
]
name = "Mine"  # after the steps
"""
ONE_LINE = """\
format = 1
id = "mine"
name = "Mine"
step = [{exercise="calf-raise", reps=8}, { exercise = "bridge", hold = 5, cue = "#1" }, {wait="Rest."}]
"""
TEXTS = {
    "example": EXAMPLE,
    "commented": COMMENTED,
    "list": LIST,
    "one line": ONE_LINE,
    "crlf": COMMENTED.replace("\n", "\r\n"),
    "crlf list": LIST.replace("\n", "\r\n"),
    "no line end": COMMENTED.removesuffix("\n\n# The end.\n"),
    **{path.stem: path.read_text(encoding="utf-8") for path in ROUTINE_FILES[:6]},
}


def read(text: str) -> Routine:
    return msgspec.convert(tomllib.loads(text.replace("\r\n", "\n")), Routine)


def with_step(routine: Routine, place: int, **fields: Any) -> Routine:
    steps = list(routine.step)
    steps[place] = structs.replace(steps[place], **fields)
    return structs.replace(routine, step=tuple(steps))


def arranged(routine: Routine, *places: int) -> Routine:
    return structs.replace(routine, step=tuple(routine.step[place] for place in places))


def touched(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that went and the lines that came, in order."""
    diff = difflib.ndiff(before.splitlines(), after.splitlines())
    changes = [line for line in diff if line[:1] in "+-"]
    return [line[2:] for line in changes if line[0] == "-"], [line[2:] for line in changes if line[0] == "+"]


@pytest.mark.parametrize(
    ("fields", "gone", "come"),
    [
        ({"hold": 5.0}, ["hold = 30          # s"], ["hold = 5           # s"]),
        ({"sets": 1}, ["sets = 2"], ["sets = 1"]),
        ({"sides": "left"}, [], ['sides = "left"']),
        ({"cue": 'Say "heel".'}, [], ['cue = "Say \\"heel\\"."']),
        (
            {"hold": None, "reps": 8, "sets": 3},
            ["hold = 30          # s", "sets = 2"],
            ["reps = 8", "sets = 3"],
        ),
    ],
)
def test_an_edited_step_changes_only_its_own_lines(fields, gone, come):
    before = read(COMMENTED)
    assert touched(COMMENTED, edited_text(COMMENTED, before, with_step(before, 0, **fields))) == (gone, come)


def test_the_head_changes_only_what_was_edited():
    before = read(COMMENTED)
    after = structs.replace(before, name="Ours", goal="desk")
    assert touched(COMMENTED, edited_text(COMMENTED, before, after)) == (
        ["name = 'Mine'"],
        ['name = "Ours"', 'goal = "desk"'],
    )


def test_a_text_that_says_nothing_any_more_goes():
    before = read(COMMENTED)
    gone, come = touched(COMMENTED, edited_text(COMMENTED, before, structs.replace(before, about="")))
    assert (len(gone), come) == (3, [])


def test_a_removed_step_takes_its_own_comments_along_and_no_other():
    before = read(COMMENTED)
    edited = edited_text(COMMENTED, before, arranged(before, 0, 2))
    gone, come = touched(COMMENTED, edited)
    assert come == []
    assert "# the raises" in gone
    assert "# slowly" in gone
    assert "# up and hold" not in edited
    assert "# Part two" in edited
    assert "# after the wall" in edited


def test_a_moved_step_takes_its_comments_along():
    before = read(COMMENTED)
    edited = edited_text(COMMENTED, before, arranged(before, 1, 0, 2))
    raises, wall, band = (edited.index(word) for word in ("# slowly", "# the wall one", '"Fetch'))
    assert raises < edited.index("[[step]]\n  exercise") < wall < edited.index("# after the wall") < band
    assert edited.index("# Part one") < raises
    assert sorted(edited.splitlines()) == sorted(COMMENTED.splitlines())


def test_an_edited_step_in_braces_changes_only_its_line():
    before = read(LIST)
    assert touched(LIST, edited_text(LIST, before, with_step(before, 0, hold=45))) == (
        ['    { exercise = "wall-calf-stretch", hold = 30, cue = "Heel, # not toes, down" },  # first'],
        ['    { exercise = "wall-calf-stretch", hold = 45, cue = "Heel, # not toes, down" },  # first'],
    )


def test_a_moved_step_in_braces_takes_its_comments_along():
    before = read(LIST)
    edited = edited_text(LIST, before, arranged(before, 2, 0, 1))
    assert edited == LIST.replace(
        LIST[LIST.index("    # the wall") : LIST.index("]\nname")],
        """\

    # fetch
    { wait = "Fetch the band.", prepare = 0 },  # last
    # the wall one
    { exercise = "wall-calf-stretch", hold = 30, cue = "Heel, # not toes, down" },  # first
    { exercise = "calf-raise", reps = 12, tempo = [2, 1, 2, 0] }
""",
    )


def test_steps_on_one_line_stay_on_it():
    before = read(ONE_LINE)
    added = structs.replace(before, step=(before.step[1], Step(wait="Sit."), before.step[0]))
    assert edited_text(ONE_LINE, before, added).splitlines()[3:] == [
        'step = [{ exercise = "bridge", hold = 5, cue = "#1" }, {wait="Sit."}, {exercise="calf-raise", reps=8}]'
    ]


def test_a_new_step_in_windows_line_ends_has_them():
    text = TEXTS["crlf"]
    before = read(text)
    edited = edited_text(text, before, structs.replace(before, step=(*before.step, Step(wait="Rest."))))
    assert "Rest." in edited
    assert not re.search(r"(?<!\r)\n", edited)


def test_two_steps_that_are_alike_are_told_apart_by_where_they_came_from():
    text = (
        COMMENTED.replace("reps = 12", "reps = 12\n  sides = 'none'")
        + "\n# twin\n[[step]]\nwait = 'Fetch the band.'\nprepare = 0\n"
    )
    before = read(text)
    edited = edited_text(text, before, arranged(before, 0, 1, 3), (0, 1, 3))
    assert "# twin" in edited
    assert edited.count("Fetch") == 1


def test_new_lines_are_set_below_the_others_if_someone_has_set_them_so():
    before = read(EXAMPLE)
    assert touched(EXAMPLE, edited_text(EXAMPLE, before, with_step(before, 4, cue="By the door."))) == (
        [],
        ['cue      = "By the door."'],
    )


@pytest.mark.parametrize(
    ("places", "expected"),
    [((0, 1, 2), (0, 1, 2)), ((2, 0, 1), (2, 0, 1)), ((1,), (1,)), ((0, 0, 1), (0, None, 1))],
)
def test_steps_are_found_again_wherever_they_are(places, expected):
    before = read(COMMENTED)
    assert matched(before.step, arranged(before, *places).step) == expected


def test_a_step_that_was_changed_is_found_by_its_exercise_and_else_by_its_place():
    wall, raises, band = read(COMMENTED).step
    assert matched((wall, raises), (structs.replace(raises, reps=3), wall)) == (1, 0)
    assert matched((wall, band), (structs.replace(wall, exercise="bridge"), band)) == (0, 1)


def test_a_new_file_is_as_people_would_write_it():
    example = read(EXAMPLE)
    text = new_text(structs.replace(example, step=example.step[:2]))
    assert (
        text
        == """\
#:schema .schema/routine.schema.json
format  = 1
id      = "evening-calves"
name    = "Evening calves"
about   = "Two minutes under stretch for each calf."
goal    = "ease"                  # ease | strength | warm-up | recovery | desk
prepare = 8                       # s to get into position before each step
switch  = 5                       # s to change sides

[[step]]
exercise = "wall-calf-stretch"
hold     = 30
sides    = "both"
sets     = 2
cue      = "Back heel down."

[[step]]
exercise = "calf-raise"
reps     = 12
tempo    = [2, 1, 2, 0]
sets     = 3
rest     = 30
"""
    )


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
pauses = st.integers(0, 600) | st.floats(0, 3600)
holds = st.floats(0.01, 3600) | st.integers(1, 3600)
maybe = {"prepare": st.none() | pauses, "switch": st.none() | pauses, "cue": st.just("") | texts}
of_exercise = {
    "exercise": st.sampled_from(sorted(EXERCISES)[:4]),
    "sides": st.sampled_from([None, "both", "left", "none"]),
    "sets": st.integers(1, 20),
    "rest": pauses,
    **maybe,
}
reps = st.integers(1, 200)
new_steps = st.one_of(
    st.builds(Step, hold=holds, **of_exercise),
    st.builds(Step, hold=holds, reps=reps, relax=pauses, **of_exercise),
    st.builds(Step, reps=reps, tempo=st.tuples(holds, pauses, pauses, pauses), **of_exercise),
    st.builds(Step, reps=reps, **of_exercise),
    st.builds(Step, wait=texts, **maybe),
)
heads = {
    "name": texts,
    "about": st.just("") | texts,
    "goal": st.sampled_from(["ease", "desk"]),
    "prepare": pauses,
}


@st.composite
def edits(draw: st.DrawFn, before: Routine) -> tuple[Routine, tuple[int | None, ...]]:
    """Another routine, and where each step of it came from."""
    kept = draw(st.permutations(range(len(before.step))))
    kept = kept[draw(st.integers(0, len(kept))) :]
    steps = [(place, before.step[place]) for place in kept]
    for place in draw(st.lists(st.integers(0, 9), max_size=2)):
        if steps:
            origin, _ = steps[place % len(steps)]
            steps[place % len(steps)] = (origin, draw(new_steps))
    for place in draw(st.lists(st.integers(0, 9), max_size=2)):
        steps.insert(place, (None, draw(new_steps)))
    if not steps:
        steps = [(None, draw(new_steps))]
    head = draw(st.fixed_dictionaries({}, optional=heads))
    after = structs.replace(before, step=tuple(step for _, step in steps), **head)
    return after, tuple(origin for origin, _ in steps)


def statements(text: str, step: int) -> list[str]:
    """The lines of the step number `step` without what is between the steps."""
    part = re.split(r"(?m)^\[\[step\]\]", text)[step + 1]
    return [line for line in part.splitlines() if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
@given(data=st.data())
def test_any_edit_of_any_text_is_what_the_file_holds_and_untouched_steps_stay_as_written(text, data):
    before = read(text)
    after, origins = data.draw(edits(before))
    edited = edited_text(text, before, after, origins)
    assert (
        load_routine(edited.replace("\r\n", "\n"), file="x", stem=before.id, exercises=EXERCISES | {"bridge"})
        == after
    )
    assert edited.startswith(text[:8]), "not written anew"
    assert ("\r\n" in text) == bool(re.search(r"\r\n", edited))
    if "[[step]]" not in text:
        return
    for place, origin in enumerate(origins):
        if origin is not None and before.step[origin] == after.step[place]:
            assert statements(edited, place) == statements(text, origin)


@given(steps=st.lists(new_steps, min_size=1, max_size=4), head=st.fixed_dictionaries(heads))
def test_any_new_file_holds_its_routine(steps, head):
    routine = Routine(format=1, id="mine", step=tuple(steps), switch=7, **head)
    assert load_routine(new_text(routine), file="x", stem="mine", exercises=EXERCISES) == routine


@pytest.mark.parametrize("text", [COMMENTED, LIST, EXAMPLE], ids=["commented", "list", "example"])
@given(plan=st.lists(deeds, max_size=20))
def test_whatever_is_done_in_the_editor_is_what_the_file_holds(text, plan):
    draft = draft_of(read(text))
    for deed in plan:
        draft = done(draft, *deed)
    if routine := finished(draft, EXERCISES):
        edited = edited_text(text, read(text), routine, draft.origins)
        assert load_routine(edited, file="x", stem=routine.id, exercises=EXERCISES) == routine
        assert edited.startswith(text[:8]), "not written anew"


SCRIBBLES = ("# c\n", "  ", "\t", "\n", " # x", "# y\n# z\n\n", "\n\n# loose\n\n")


@pytest.mark.parametrize(
    "text", [COMMENTED, LIST, ONE_LINE, EXAMPLE], ids=["commented", "list", "one line", "example"]
)
def test_texts_with_comments_and_blanks_anywhere_are_edited_and_never_written_anew(text):
    chance = random.Random(1)  # noqa: S311 - the same texts at every run
    edited_ones = 0
    for _ in range(200):
        at = chance.randrange(len(text) + 1)
        scribbled = text[:at] + chance.choice(SCRIBBLES) + text[at:]
        stem = read(text).id
        before = load_routine(scribbled, file="x", stem=stem, exercises=EXERCISES)
        if not isinstance(before, Routine):
            continue
        steps = list(before.step)
        chance.shuffle(steps)
        steps[0] = structs.replace(steps[0], cue="Easy.")
        steps.insert(chance.randint(0, len(steps)), Step(wait="Rest."))
        after = structs.replace(before, name="Ours", step=tuple(steps[: chance.randint(1, len(steps))]))
        edited = edited_text(scribbled, before, after)
        assert load_routine(edited, file="x", stem=stem, exercises=EXERCISES) == after
        assert "#:schema .schema" not in edited, f"written anew: {scribbled!r}"
        edited_ones += 1
    assert edited_ones > 30

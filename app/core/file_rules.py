"""The rules of routines and exercises that types cannot say, and their words. Knows neither text nor files.

They look at plain data before it is typed, so that one mistake hides no other. What they object to they
also replace by something harmless, lest it be objected to twice.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from msgspec import Struct

from app.core.exercise import Exercise, Tempo
from app.core.mending import HARMLESS_TEXT, Mistake, intended_keys
from app.core.mistakes import did_you_mean, quoted, shown
from app.core.routine import Routine, Step
from app.core.toml_lines import Path

Table = dict[str, Any]

FORMAT = 1
MOST_STEPS = 100
MOST_LEVELS = 20

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_STEP_KEYS = frozenset(Step.__struct_fields__)
WITH_WAIT = frozenset({"wait", "prepare", "switch", "cue"})
_NO_STEP = 'a step needs "wait", or "exercise" with "hold", with "reps" or with both'
_NO_STEPS = "a routine needs at least one step; add [[step]] and below it what to do"
_BRACKETS = '"step" must be written [[step]], in double brackets, not'
_STANDS_STILL = '"tempo" must last longer than 0 seconds in all'


class Known(Struct, frozen=True):
    """What a file may name, exercises or routines: those that can be used, and those whose own file has mistakes."""

    usable: Collection[str]
    broken: Collection[str] = ()
    kind: str = "exercise"

    def complaint(self, name: str) -> str | None:
        """What is wrong with this name, or None."""
        if name in self.usable:
            return None
        if name in self.broken:
            return f"{self.kind} {quoted(name)} cannot be used before its own file is mended"
        return f"unknown {self.kind} {quoted(name)}{did_you_mean(name, {*self.usable, *self.broken})}"


def check_head(data: Table, stem: str) -> Iterator[Mistake]:
    """What is wrong with a file's format and id; `stem` is its name without `.toml`."""
    version = data.get("format")
    if isinstance(version, int) and not isinstance(version, bool) and version > FORMAT:
        newer = f'"format" {shown(version)} is made for a newer Soleus; update Soleus to use this file'
        yield Mistake(("format",), newer)
        data["format"] = FORMAT
    if "id" in data and (data["id"] != stem or not _ID.fullmatch(stem)):
        yield Mistake(("id",), _wrong_id(data["id"], stem))
        data["id"] = HARMLESS_TEXT


def _wrong_id(name: Any, stem: str) -> str:
    if _ID.fullmatch(stem):
        return f'"id" must be {quoted(stem)}, as the file is called, not {shown(name)}'
    if isinstance(name, str) and _ID.fullmatch(name):
        return f'"id" is {quoted(name)}, so the file must be called {quoted(name + ".toml")}'
    return f'"id" must be lower-case words joined by "-", and the file be called the same, not {shown(name)}'


def check_steps(data: Table, known: Known) -> Iterator[Mistake]:
    """What is wrong with the steps of a routine; leaves `data` with a list of 1 to 100 of them, or none."""
    if "step" not in data:
        return
    steps = data["step"]
    if isinstance(steps, dict):
        yield Mistake(("step",), f"{_BRACKETS} [step]")
        steps = [steps]
    elif steps == []:
        yield Mistake(("step",), _NO_STEPS)
    elif not isinstance(steps, list):
        yield Mistake(("step",), f"{_BRACKETS} {shown(steps)}")
    elif len(steps) > MOST_STEPS:
        too_many = f"a routine has at most {MOST_STEPS} steps; this one has {len(steps)}"
        yield Mistake(("step", MOST_STEPS), too_many)
    judged = steps[:MOST_STEPS] if isinstance(steps, list) else []
    data["step"] = judged or [{}]
    for index, step in enumerate(judged):
        if isinstance(step, dict):
            yield from _check_step(("step", index), step, known)


def _check_step(path: Path, step: Table, known: Known) -> Iterator[Mistake]:
    keys = intended_keys(step, _STEP_KEYS)
    if "wait" in keys:
        for key in step:
            if key in _STEP_KEYS - WITH_WAIT:
                yield Mistake((*path, key), f'"{key}" does not go with "wait"; make it a step of its own')
    else:
        yield from _check_combination(path, keys)
    exercise = step.get("exercise")
    complaint = known.complaint(exercise) if isinstance(exercise, str) else None
    if complaint:
        yield Mistake((*path, "exercise"), complaint)
        step["exercise"] = HARMLESS_TEXT


def _check_combination(path: Path, keys: set[str]) -> Iterator[Mistake]:
    if "exercise" not in keys or not keys & {"hold", "reps"}:
        yield Mistake(path, _NO_STEP)
        return
    if "tempo" in keys and ("reps" not in keys or "hold" in keys):
        yield Mistake((*path, "tempo"), '"tempo" goes with "reps" and without "hold"')
    if "relax" in keys and not {"hold", "reps"} <= keys:
        yield Mistake((*path, "relax"), '"relax" goes with "hold" and "reps" together')


def check_figure(data: Table) -> Iterator[Mistake]:
    """The figure is judged elsewhere; here it is only kept from being too deep to compare or to print."""
    level = [data.get("figure")]
    for _ in range(MOST_LEVELS):
        level = [inner for value in level for inner in _inside(value)]
    if level:
        yield Mistake(("figure",), '"figure" is nested too deeply')
        data["figure"] = {}


def _inside(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def check_tempos(value: Routine | Exercise) -> Iterator[Mistake]:
    """Tempos of which no phase lasts."""
    if isinstance(value, Exercise):
        if _stands_still(value.dose.tempo):
            yield Mistake(("dose", "tempo"), f"dose: {_STANDS_STILL}")
        return
    for index, step in enumerate(value.step):
        if _stands_still(step.tempo):
            yield Mistake(("step", index, "tempo"), _STANDS_STILL)


def _stands_still(tempo: Tempo | None) -> bool:
    return tempo is not None and not any(tempo)


def examples(stem: str, kind: type) -> dict[str, str]:
    """For each required key a line to add where it is missing."""
    names: dict[type, str] = {Routine: "Evening calves", Exercise: "Wall calf stretch"}
    return {
        "format": f"format = {FORMAT}",
        "id": f'id = "{stem if _ID.fullmatch(stem) else "evening-calves"}"',
        "name": f'name = "{names.get(kind, "Ease")}"',
        "week": "[[week]] and below it what is due",
        "needs": "needs = 3",
        "on": "[[week.on]] and below it a routine and its days",
        "routine": 'routine = "calf-reset"',
        "days": "days = [0, 2, 4]",
        "step": "[[step]] and below it what to do",
        "steps": 'steps = ["Face a wall.", "Lean in."]',
        "muscles": 'muscles = ["soleus"]',
        "kind": 'kind = "stretch"',
        "position": 'position = "standing"',
        "sides": 'sides = "both"',
    }

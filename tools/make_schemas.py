"""Generates the schemas of routines, exercises and programmes in assets/ from the types and rules of the loader.

Editors that know TOML read them by the line `#:schema …` on top of a file: they complete keys, show what each
means, and underline mistakes. The most common of them, Taplo, knows draft 4 of JSON Schema and nothing newer.

Run it by `python -m tools.make_schemas` after changing a type; a test tells when that was forgotten.
"""

import json
from pathlib import Path
from typing import Any

import msgspec

from app.core.exercise import Exercise
from app.core.file_rules import WITH_WAIT
from app.core.programme.programme import Programme
from app.core.routine import Routine, Step

ASSETS = Path(__file__).parents[1] / "assets"

NOTES = {
    "Routine": "A routine of Soleus: what to do, in order.",
    "Routine.format": "Always 1.",
    "Routine.id": "The file's name without .toml: lower-case words joined by hyphens.",
    "Routine.name": "What people read and hear.",
    "Routine.about": "A sentence or two, with the minutes it really takes.",
    "Routine.goal": "What it is good for.",
    "Routine.prepare": "Seconds to get into position before each step.",
    "Routine.switch": "Seconds to change sides.",
    "Routine.step": "The steps, each under a heading [[step]].",
    "Step": "A timed hold, repetitions, repeated short holds, or a wait.",
    "Step.exercise": "The id of an exercise. It needs hold, reps, or both.",
    "Step.wait": "A sentence; the routine waits until you go on. Takes no exercise.",
    "Step.hold": "Seconds to hold. With reps: each of several short holds.",
    "Step.reps": "How many repetitions. Without tempo and hold: at your own pace.",
    "Step.tempo": "Seconds: lift, hold at the top, lower, hold at the bottom. Not all 0.",
    "Step.sides": "Which sides work; the exercise's own if left out. none: both at once, or no side at all.",
    "Step.sets": "How many times over.",
    "Step.rest": "Seconds between two sets.",
    "Step.relax": "Seconds between repeated holds.",
    "Step.prepare": "Seconds to get into position for this step; the routine's if left out.",
    "Step.switch": "Seconds to change sides in this step; the routine's if left out.",
    "Step.cue": "A short hint, said and shown while you work.",
    "Exercise": "An exercise of Soleus: one movement.",
    "Exercise.format": "Always 1.",
    "Exercise.id": "The file's name without .toml: lower-case words joined by hyphens.",
    "Exercise.name": "What people read and hear.",
    "Exercise.summary": "One sentence: what it is and what it is for.",
    "Exercise.steps": "How to do it, in 2 to 6 short sentences.",
    "Exercise.muscles": "The muscles stretched or worked.",
    "Exercise.also": "Muscles that join in.",
    "Exercise.kind": "What sort of exercise it is.",
    "Exercise.position": "How one is placed; floor is sitting on it.",
    "Exercise.equipment": "What must be at hand.",
    "Exercise.sides": "Which sides it works on, unless a step says otherwise.",
    "Exercise.dose": "What a new step of it starts with.",
    "Exercise.mistakes": "What usually goes wrong.",
    "Exercise.stop_if": "Each finishes the sentence: Stop if there is …",
    "Exercise.easier": "The id of an easier exercise.",
    "Exercise.harder": "The id of a harder exercise.",
    "Exercise.evidence": "What the dose rests on.",
    "Exercise.figure": "The moving picture; docs/figures.md says how to write one.",
    "Exercise.picture": "A picture of your own: the name of a PNG or JPEG file in the folder pictures beside this one.",
    "Dose": "What a new step starts with; 0 means none.",
    "Dose.hold": "Seconds to hold.",
    "Dose.sets": "How many times over.",
    "Dose.reps": "How many repetitions.",
    "Dose.tempo": "Seconds: lift, hold at the top, lower, hold at the bottom.",
    "Evidence": "What it rests on.",
    "Evidence.text": "What is known, in plain words.",
    "Evidence.source": "Who says so, with the year.",
    "Evidence.strength": "How firm that is: review, guideline, trial, consensus, protocol or advice.",
    "Programme": "A programme of Soleus: weeks that build on one another.",
    "Programme.format": "Always 1.",
    "Programme.id": "The file's name without .toml: lower-case words joined by hyphens.",
    "Programme.name": "What people read.",
    "Programme.about": "A sentence or two: whom it is for and what it asks.",
    "Programme.ask_clinician": "true: it begins only once the person says that their clinician knows.",
    "Programme.evidence": "What it rests on.",
    "Programme.week": "The weeks in order, each under a heading [[week]]. The last comes again until it is ended.",
    "Week": "A week of seven days, counted from the day on which it begins.",
    "Week.name": "What people read, in a word or two.",
    "Week.about": "What is new in it.",
    "Week.repeat": "For how many weeks on end.",
    "Week.needs": "On how many days something must be done to go on; with fewer the week comes again.",
    "Week.on": "What is due, each routine under a heading [[week.on]]. At least one day stays free.",
    "On": "A routine and its days.",
    "On.routine": "The id of a routine.",
    "On.days": "The days on which it is due; 0 is the first day of the week, 6 the last.",
    "On.times": "How often on each of these days.",
}

Schema = dict[str, Any]


def schemas() -> dict[str, str]:
    """The text of each schema by the name of its file."""
    return {
        "routine.schema.json": _text(Routine),
        "exercise.schema.json": _text(Exercise),
        "programme.schema.json": _text(Programme),
    }


def _text(kind: type) -> str:
    made = msgspec.json.schema(kind)
    definitions = {name: _defined(name, schema) for name, schema in made["$defs"].items()}
    if "Step" in definitions:
        definitions["Step"] |= _step_rules()
    root = definitions.pop(kind.__name__)
    schema = {"$schema": "http://json-schema.org/draft-04/schema#", **root, "definitions": definitions}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _defined(name: str, schema: Schema) -> Schema:
    properties = {
        key: _with_note(_plain(value), NOTES.get(f"{name}.{key}"))
        for key, value in schema["properties"].items()
    }
    made: Schema = {"title": name, "description": NOTES.get(name, schema["description"].split("\n")[0])}
    made |= {"type": "object", "properties": properties, "additionalProperties": False}
    if schema["required"]:
        made["required"] = schema["required"]
    return made


def _with_note(schema: Schema, note: str | None) -> Schema:
    """A reference takes no notes beside it in draft 4, so it is wrapped."""
    if note is None:
        return schema
    return {"description": note, "allOf": [schema]} if "$ref" in schema else {"description": note, **schema}


def _plain(schema: Any) -> Any:
    """The schema in the words of draft 4, without null, which TOML does not have."""
    if isinstance(schema, list):
        return [_plain(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return {"$ref": schema["$ref"].replace("#/$defs/", "#/definitions/")}
    made = {key: _plain(value) for key, value in schema.items()}
    if made.get("default", "") is None or isinstance(made.get("default"), dict | list):
        del made["default"]
    if "anyOf" in made:
        made["anyOf"] = [item for item in made["anyOf"] if item != {"type": "null"}]
        if len(made["anyOf"]) == 1:
            made |= made.pop("anyOf")[0]
    if made.get("exclusiveMinimum", True) is not True:
        made |= {"minimum": made["exclusiveMinimum"], "exclusiveMinimum": True}
    if "prefixItems" in made:
        made["items"] = made.pop("prefixItems")[0]
    if made.get("minItems") == 4:  # a tempo
        made["not"] = {"items": {"enum": [0]}}
    return made


def _step_rules() -> Schema:
    """What goes together in a step, as `app.core.file_rules` has it."""
    not_with_wait = sorted(set(Step.__struct_fields__) - WITH_WAIT)
    return {
        "oneOf": [
            {"required": ["wait"], "not": {"anyOf": [{"required": [key]} for key in not_with_wait]}},
            {
                "required": ["exercise"],
                "anyOf": [{"required": ["hold"]}, {"required": ["reps"]}],
                "not": {"required": ["wait"]},
            },
        ],
        "dependencies": {"tempo": ["reps"], "relax": ["hold", "reps"]},
        "not": {"required": ["tempo", "hold"]},
    }


def main() -> None:
    for name, text in schemas().items():
        (ASSETS / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

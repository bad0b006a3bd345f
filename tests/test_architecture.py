"""What import-linter cannot see: that core and views read no clock, touch no file and throw no dice."""

import ast
import re
from pathlib import Path

import pytest

APP = Path(__file__).parents[1] / "app"
PURE = [path for folder in ("core", "views") for path in sorted((APP / folder).rglob("*.py"))]
CLOCK = re.compile(
    r"(datetime|date)\.(now|today|utcnow|fromtimestamp)$"
)  # a Clock that comes in as an argument may be asked
CHANCE = re.compile(r"random\.(?!Random$)\w+$")  # a seed makes a Random that is no chance at all
FILES = re.compile(r"(^|\.)(open|input|print|__import__|(read|write)_(text|bytes))$")


def trespasses(source: str) -> list[str]:
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [
        f"line {call.lineno}: {ast.unparse(call)}"
        for call in calls
        if any(rule.search(ast.unparse(call.func)) for rule in (CHANCE, CLOCK, FILES))
    ]


@pytest.mark.parametrize("path", PURE, ids=lambda path: str(path.relative_to(APP)))
def test_core_and_views_read_no_clock_touch_no_file_and_throw_no_dice(path):
    assert trespasses(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        "datetime.now(UTC)",
        "datetime.date.today()",
        "open('x')",
        "Path('x').read_text()",
        "print(1)",
        "random.random()",
    ],
)
def test_a_trespass_is_seen(line):
    assert trespasses(line) == [f"line 1: {line}"]


def test_every_module_says_first_what_it_owns():
    modules = sorted(APP.rglob("*.py"))
    silent = [path.relative_to(APP) for path in modules if not path.read_text("utf-8").startswith('"""')]
    assert silent == []

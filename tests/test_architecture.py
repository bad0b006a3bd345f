"""What import-linter cannot see: that core and views read no clock, touch no file and throw no dice."""

import ast
import re
from pathlib import Path

import pytest

APP = Path(__file__).parents[1] / "app"
PURE = [path for folder in ("core", "views") for path in sorted((APP / folder).rglob("*.py"))]
# A Clock that comes in as an argument may be asked, and a Random made from a seed is no chance at all.
TRESPASS = re.compile(
    r"""
      (^|\.)(datetime|date)\.(now|today|utcnow|fromtimestamp)\(
    | (^|\.)(open|input|print|__import__|(read|write)_(text|bytes))\(
    | ^import\ random\b
    | ^from\ random\ import\ (?!Random$)
    | ^Random\(\)
    """,
    re.VERBOSE,
)


def trespasses(source: str) -> list[str]:
    nodes = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call | ast.Import | ast.ImportFrom)
    ]
    return [f"line {node.lineno}: {text}" for node in nodes if TRESPASS.search(text := opening(node))]


def opening(node: ast.Call | ast.Import | ast.ImportFrom) -> str:
    """An import as it stands; of a call what is called, without the arguments, which are walked themselves."""
    if not isinstance(node, ast.Call):
        return ast.unparse(node)
    return f"{ast.unparse(node.func)}({'…' if node.args or node.keywords else ''})"


@pytest.mark.parametrize("path", PURE, ids=lambda path: str(path.relative_to(APP)))
def test_core_and_views_read_no_clock_touch_no_file_and_throw_no_dice(path):
    assert trespasses(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        "datetime.now()",
        "datetime.date.today()",
        "open('x')",
        "Path('x').read_text()",
        "print('x')",
        "import random",
        "from random import choice",
        "Random()",
    ],
)
def test_a_trespass_is_seen(line):
    assert len(trespasses(line)) == 1


@pytest.mark.parametrize(
    "line", ["self._clock.now()", "from random import Random", "Random(seed)", "opened(file)"]
)
def test_what_comes_in_as_an_argument_may_be_used(line):
    assert trespasses(line) == []


def test_every_module_says_first_what_it_owns():
    modules = sorted(APP.rglob("*.py"))
    silent = [path.relative_to(APP) for path in modules if not path.read_text("utf-8").startswith('"""')]
    assert silent == []

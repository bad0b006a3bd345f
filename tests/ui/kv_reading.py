"""Reads our kv files into lines that know their class, so that tests can check every name in them."""

import ast
import builtins
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import CodeType, ModuleType

from kivy.factory import Factory
from kivy.lang.parser import Parser, ParserRule, global_idmap
from kivy.properties import Property
from kivy.uix.widget import Widget

import app.ui.gallery
import app.ui.screens
import app.ui.widgets

UI = Path(app.ui.widgets.__file__).parents[1]
FILES = sorted(UI.rglob("*.kv"))
NEVER_MOVE = ("space_", "radius_", "stroke", "focus_stroke", "touch", "page", "motion_s", "clear")
"""Tokens of the theme that nothing changes while the window is open."""


@dataclass(frozen=True)
class Line:
    """One `name: value` of a kv file. `owner` is what has the name: a widget's class or a canvas instruction's."""

    file: Path
    number: int
    root: type
    owner: type
    widget: type
    name: str
    value: str
    is_handler: bool
    is_live: bool
    ids: dict[str, type]

    @property
    def place(self) -> str:
        return f"{self.file.name}:{self.number} {self.name}: {self.value}"

    def chains(self) -> Iterator[tuple[str, ...]]:
        """Every name in the value with what is asked of it: `root.view.side == 'left'` gives root, view, side."""
        inner: set[ast.AST] = set()
        for node in ast.walk(ast.parse(self.value, mode="exec")):
            if isinstance(node, ast.Attribute | ast.Name) and node not in inner:
                first, names = node, []
                while isinstance(first, ast.Attribute):
                    names.insert(0, first.attr)
                    first = first.value
                    inner.add(first)
                if isinstance(first, ast.Name):
                    yield (first.id, *names)


@dataclass(frozen=True)
class Rule:
    """One block of a kv file: a class's, or that of a widget inside one."""

    file: Path
    root: type
    widget: type
    is_class_rule: bool
    lines: tuple[Line, ...]


@cache
def parsed(path: Path) -> Parser:
    return Parser(content=path.read_text(encoding="utf-8"), filename=str(path))


@cache
def classes() -> dict[str, type]:
    """All classes of our screens and widgets, by name."""
    found: dict[str, type] = {}
    for loaded in _modules():
        for name, item in vars(loaded).items():
            if inspect.isclass(item) and item.__module__ == loaded.__name__:
                assert found.setdefault(name, item) is item, f"two classes are called {name}"
    return found


def _modules() -> Iterator[ModuleType]:
    for package in (app.ui.widgets, app.ui.screens):
        for module in pkgutil.iter_modules(package.__path__):
            yield importlib.import_module(f"{package.__name__}.{module.name}")
    yield app.ui.gallery


@cache
def rules(path: Path) -> tuple[Rule, ...]:
    """All rules of a file with their lines."""
    by_key = {name.lower(): item for name, item in classes().items()}
    found: list[Rule] = []
    for selector, rule in parsed(path).rules:
        root = by_key[selector.key]
        found += _rules(path, rule, root, root, dict(_ids(rule)), is_class_rule=True)
    return tuple(found)


def lines(path: Path) -> Iterator[Line]:
    for rule in rules(path):
        yield from rule.lines


def known_names(line: Line) -> set[str]:
    """The names that a value may begin with, besides the ids of its rule."""
    imported = {
        directive.split()[1]
        for _, directive in parsed(line.file).directives
        if directive.startswith("import ")
    }
    kivys_own = set(global_idmap) - {"app"}
    return {"root", "self", "args", *dir(builtins), *(imported & kivys_own), *line.ids}


def properties(owner: type) -> set[str]:
    """The Kivy properties that the class and its bases declare."""
    return {
        name for base in owner.__mro__ for name, value in vars(base).items() if isinstance(value, Property)
    }


def class_rules(widget: type) -> list[Rule]:
    """The rules of ours that hold for every widget of the class, in the order in which kv applies them."""
    names = {base.__name__ for base in widget.__mro__}
    return [
        rule for path in FILES for rule in rules(path) if rule.is_class_rule and rule.root.__name__ in names
    ]


def _rules(
    path: Path, rule: ParserRule, root: type, widget: type, ids: dict[str, type], *, is_class_rule: bool
) -> Iterator[Rule]:
    mine = tuple(_lines(path, rule, root, widget, ids))
    yield Rule(path, root, widget, is_class_rule, mine)
    for child in rule.children:
        yield from _rules(path, child, root, Factory.get(child.name), ids, is_class_rule=False)


def _lines(path: Path, rule: ParserRule, root: type, widget: type, ids: dict[str, type]) -> Iterator[Line]:
    blocks = [(rule, widget)]
    for canvas in (rule.canvas_before, rule.canvas_root, rule.canvas_after):
        blocks += [(block, Factory.get(block.name)) for block in (canvas.children if canvas else ())]
    for block, owner in blocks:
        for item in (*block.properties.values(), *block.handlers):
            is_handler = item.name.startswith("on_")
            item.precompile()
            watched = item.watched_keys or []
            moving = [keys for keys in watched if not (keys[0] == "theme" and keys[1].startswith(NEVER_MOVE))]
            is_live = not is_handler and isinstance(item.co_value, CodeType) and bool(moving)
            yield Line(
                path, item.line + 1, root, owner, widget, item.name, item.value, is_handler, is_live, ids
            )


def _ids(rule: ParserRule) -> Iterator[tuple[str, type]]:
    for child in rule.children:
        if child.id:
            yield child.id.split("#")[0].strip(), Factory.get(child.name)
        yield from _ids(child)


def has(owner: type, name: str) -> bool:
    """Whether instances have that attribute; a mixin is always mixed into a widget."""
    return hasattr(owner, name) or hasattr(Widget, name) or name in ("children", "parent", "ids", "cls")

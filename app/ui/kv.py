"""Loads each kv file once, and lets the later of two rules hold. Knows no screen."""

from pathlib import Path

from kivy.lang import Builder
from kivy.lang.parser import ParserRule

NAMES_OF_CANVASES = ("pos", "size", "width", "radius")
"""kv files what a widget's canvas binds under the widget's own names, so these cannot be let go of alone."""

_loaded: set[Path] = set()


def load_kv(module_file: str) -> None:
    """Loads the kv file that lies beside `module_file` and has its stem.

    A file loaded twice would double its children, so a second call does nothing.
    """
    path = Path(module_file).with_suffix(".kv")
    if path in _loaded:
        return
    _loaded.add(path)
    Builder.load_string(path.read_text(encoding="utf-8"), filename=str(path))
    for _, rule in Builder.rules:
        if rule.ctx.filename == str(path):
            _let_hold(rule)


def _let_hold(rule: ParserRule) -> None:
    """Makes every line of the rule take the place of earlier ones for the same property.

    Left to itself kv keeps them all bound and whichever fires last wins: a button given a height of its
    own would fall back to its class's as soon as its text changed, and to its class's colour with the
    theme. A "-" before each line does the same, with the same exceptions; tests/ui holds that none of
    those names is bound twice.
    """
    for line in rule.properties.values():
        line.ignore_prev = line.name not in NAMES_OF_CANVASES
    for child in rule.children:
        _let_hold(child)

"""Loads each kv file once: one loaded twice would double its children. Knows no screen."""

from pathlib import Path

from kivy.lang import Builder

_loaded: set[Path] = set()


def load_kv(module_file: str) -> None:
    """Loads the kv file that lies beside `module_file` and has its stem."""
    path = Path(module_file).with_suffix(".kv")
    if path not in _loaded:
        _loaded.add(path)
        Builder.load_string(path.read_text(encoding="utf-8"), filename=str(path))

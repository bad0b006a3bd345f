"""The exercises that the app comes with, for reading sheets."""

from pathlib import Path

from app.storage.library import read_library

EXERCISES = read_library(Path(__file__).parents[3] / "routines", None).exercises

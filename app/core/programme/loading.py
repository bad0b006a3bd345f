"""What a programme file means, and every mistake in it. Knows no folders: text comes in."""

from collections.abc import Collection

from app.core.file_rules import Known
from app.core.loader import load_as
from app.core.mistakes import Problem
from app.core.programme.programme import Programme
from app.core.programme.rules import check_weeks, check_whole


def load_programme(
    text: str, *, file: str, stem: str, routines: Collection[str], broken: Collection[str] = ()
) -> Programme | tuple[Problem, ...]:
    """The programme in `text`, or every mistake in it by line. Never raises.

    `file` is what the mistakes call the file, `stem` its name without `.toml`; `routines` are the ids that weeks
    may name, and `broken` those of routines whose own files need mending first.
    """
    known = Known(routines, broken, "routine")
    return load_as(Programme, text, file, stem, lambda data: check_weeks(data, known), check_whole)

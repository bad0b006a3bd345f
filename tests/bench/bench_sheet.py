"""How much of a therapist's sheet is understood, and how fast: `make bench`. Nothing is asserted."""

from collections.abc import Sequence
from time import perf_counter

from app.core.sheet.reading import read_sheet
from tests.core.sheet.held_out import HELD_OUT
from tests.core.sheet.library import EXERCISES
from tests.core.sheet.phrasings import PHRASINGS, Phrasing


def bench_sheet() -> None:
    for what, table in (("tuned to", PHRASINGS), ("held out", HELD_OUT)):
        right, said, whole, wrong = _judged(table)
        print(
            f"\nsheet, {len(table)} phrasings {what:8}"
            f" {right:5} of {said} fields understood, {right / said:6.1%};"
            f" {whole} whole lines; {wrong} with a wrong exercise",
            end="",
        )
    text = "\n".join(text for text, _ in PHRASINGS)
    start = perf_counter()
    read_sheet(text, EXERCISES)
    print(f"\nread a sheet of {len(PHRASINGS)} lines {(perf_counter() - start) * 1000:17.2f} ms", end="")


def _judged(table: Sequence[Phrasing]) -> tuple[int, int, int, int]:
    """Of the fields that a line says or should say: how many are right, and how many there are.

    Fields that are empty and rightly stay so are not counted, or a reader that understands nothing would do
    well. Then how many lines are right throughout, and how many name a wrong exercise rather than none.
    """
    right = said = whole = wrong = 0
    for text, meant in table:
        (line,) = read_sheet(text, EXERCISES)
        found = {field: getattr(line, field) for field in meant}
        counted = [field for field in meant if _says(meant[field]) or _says(found[field])]
        correct = sum(found[field] == meant[field] for field in counted)
        right, said = right + correct, said + len(counted)
        whole += correct == len(counted)
        wrong += found["exercise"] not in (None, meant["exercise"])
    return right, said, whole, wrong


def _says(value: object) -> bool:
    return value not in (None, ())

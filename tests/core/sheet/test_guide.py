"""The table of docs/sheet.md, held against the reader."""

import re
from pathlib import Path

import pytest

from app.core.sheet.line import SheetLine
from app.core.sheet.reading import read_sheet
from tests.core.sheet.library import EXERCISES

GUIDE = (Path(__file__).parents[3] / "docs" / "sheet.md").read_text(encoding="utf-8")
TABLE = GUIDE.partition("| what it means |")[2].partition("\n\n")[0]
EXAMPLES = [
    example for row in TABLE.splitlines() for example in re.findall("`([^`]+)`", row.partition(" | ")[0])
]


def test_the_guide_has_examples():
    assert len(EXAMPLES) > 60


@pytest.mark.parametrize("example", EXAMPLES)
def test_what_the_guide_promises_is_understood(example):
    names_itself = "exercises" in example or "bridges" in example
    (line,) = read_sheet(example if names_itself else f"Heel raises {example}", EXERCISES)
    said = [field for field in SheetLine.__struct_fields__[3:-1] if getattr(line, field) not in (None, ())]
    assert said
    assert line.left_over == ()

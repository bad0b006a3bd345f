"""How a document of an older schema becomes one of the newest. Pure; knows no files.

`STEPS[0]` takes a document from schema 1 to 2, and so on; each has a golden log in tests/golden. A log
keeps its lines as they were written: they are brought up to date when they are read.
"""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Raw
from msgspec.json import decode, encode
from msgspec.structs import replace

from app.storage.lines import Entry

Document = dict[str, Any]
Step = Callable[[str, Document], Document]

STEPS: Sequence[Step] = ()


def migrated(entry: Entry, schema: int, steps: Sequence[Step] = STEPS) -> Entry:
    """`entry`, written in `schema` (from 1), as the newest schema has it. Deletions stay what they are."""
    if entry.deletes or schema > len(steps):
        return entry
    document = decode(entry.doc)
    for step in steps[schema - 1 :]:
        document = step(entry.table, document)
    return replace(entry, doc=Raw(encode(document)))

"""How a new routine gets its id, which is its file's name too. Knows no folder: the ids that are taken come in."""

import re
import unicodedata
from collections.abc import Collection
from itertools import count

LONGEST_ID = 80
FALLBACK = "routine"

_SPELT_OUT = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ı": "i",
        "&": " and ",
    }
)
_APART = re.compile(r"[^a-z0-9]+")
# A file of such a name cannot be made on Windows, whatever its ending.
_RESERVED = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")


def new_id(name: str, taken: Collection[str]) -> str:
    """An id made from a name, which nothing in `taken` has, in whatever case.

    "Evening calves" is evening-calves, then evening-calves-2; "Für Ältere" is fur-altere. A name that has
    neither letters of the Latin script nor digits gives routine-1.
    """
    used = {id_.lower() for id_ in taken}
    stem = _slug(name)
    if stem and stem not in used:
        return stem
    first = 2 if stem else 1
    numbered = (_with_ending(stem or FALLBACK, f"-{number}") for number in count(first))
    return next(candidate for candidate in numbered if candidate not in used)


def _with_ending(stem: str, ending: str) -> str:
    return stem[: LONGEST_ID - len(ending)].rstrip("-") + ending


def _slug(name: str) -> str:
    spelt = unicodedata.normalize(
        "NFKD", name.lower().replace("'", "").replace("’", "").translate(_SPELT_OUT)
    )
    plain = "".join(mark for mark in spelt if not unicodedata.combining(mark))
    slug = _APART.sub("-", plain).strip("-")[:LONGEST_ID].rstrip("-")
    return f"{FALLBACK}-{slug}" if _RESERVED.fullmatch(slug) else slug

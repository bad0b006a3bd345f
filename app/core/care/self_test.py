"""What a self-test came to. Knows no storage and no clock."""

from datetime import date, datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

SelfTestKind = Literal["knee-to-wall", "heel-rise"]
Measured = Annotated[float, Meta(ge=0, le=200)]
Tries = Annotated[tuple[Measured, ...], Meta(max_length=10)]


class SelfTest(Struct, frozen=True):
    """One test of both legs: every try, in centimetres (knee-to-wall) or repetitions (heel-rise).

    A leg that was not tested has no tries.
    """

    id: str
    kind: SelfTestKind
    taken_at: datetime
    day: date
    left: Tries = ()
    right: Tries = ()
    note: str = ""

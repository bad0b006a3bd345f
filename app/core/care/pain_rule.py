"""The published pain rule: what pain and the next morning say about the next time. Knows no routine and no words.

During and after a session pain of 0–3 is fine, 4–5 acceptable, and over 5 a sign to ease off. The next morning
decides: back to normal, and one may keep or progress; worse, and one eases (Silbernagel 2007). We have it from a
secondary page, so it is called a commonly used rule wherever it is shown.
"""

from typing import Literal

from msgspec import Struct

from app.core.care.check_in import Morning

Move = Literal["progress", "hold", "ease"]
Why = Literal["over-five", "worse", "some-pain", "one-more", "fine", "not-answered", "not-said"]

FINE = 3
"""Pain up to here is fine."""
ACCEPTABLE = 5
"""Pain up to here is acceptable; above it one eases off, whatever the morning."""
FINE_IN_A_ROW = 2
"""So many fine sessions in a row, this one included, before a little more is suggested. Our own caution."""


class Advice(Struct, frozen=True):
    """What to do the next time, and which part of the rule says so."""

    move: Move
    why: Why


def is_fine(pain: int | None, morning: Morning | None) -> bool:
    """Whether a session was fine: its pain 0–3, and the next morning as usual. What was not said is not fine."""
    return pain is not None and pain <= FINE and morning == "as-usual"


def advice(pain: int | None, morning: Morning | None, fine_in_a_row: int) -> Advice:
    """What the rule says after a session with `pain` (0–10, None: not said) and the `morning` after it.

    `fine_in_a_row` counts the fine sessions of the same routine up to and with this one.

    >>> advice(2, "as-usual", 2).move, advice(2, "as-usual", 1).move, advice(4, "as-usual", 2).move
    ('progress', 'hold', 'hold')
    >>> advice(2, "worse", 0).move, advice(6, "as-usual", 0).move, advice(6, None, 0).move, advice(2, None, 2).move
    ('ease', 'ease', 'ease', 'hold')
    """
    if pain is not None and pain > ACCEPTABLE:
        return Advice("ease", "over-five")
    if morning == "worse":
        return Advice("ease", "worse")
    if morning is None:
        return Advice("hold", "not-answered")
    if pain is None:
        return Advice("hold", "not-said")
    if pain > FINE:
        return Advice("hold", "some-pain")
    if fine_in_a_row < FINE_IN_A_ROW:
        return Advice("hold", "one-more")
    return Advice("progress", "fine")

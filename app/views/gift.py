"""What a routine gives each muscle, left and right, as paired bars measured by one session. Knows no window."""

from collections.abc import Sequence

from msgspec import structs

from app.core.ledger import SESSION_CEILING_MS, Balance, Tally
from app.views import words
from app.views.ledger import STRETCH, BalanceGroup, BalanceRow, balance_groups

SCALE_MS = SESSION_CEILING_MS * 1.25
"""What a bar of full length stands for: the mark at 4 minutes lies at four fifths of it."""
MARK = SESSION_CEILING_MS / SCALE_MS
MARK_WORDS = "4 min: enough for one session"


def gift_groups(balances: Sequence[Balance]) -> tuple[BalanceGroup, ...]:
    """Stretching and repetitions apart, as in the ledger; 2 minutes of stretch are two fifths of a bar."""
    stretched = [item for item in balances if item.left.stretch_ms or item.right.stretch_ms]
    return tuple(
        structs.replace(
            group, rows=tuple(map(_rescaled, stretched, group.rows)), mark_words=MARK_WORDS, about=""
        )
        if group.title == STRETCH
        else group
        for group in balance_groups(balances)
    )


def _rescaled(balance: Balance, row: BalanceRow) -> BalanceRow:
    return structs.replace(
        row,
        left=_amount(balance.left),
        right=_amount(balance.right),
        left_share=min(1.0, balance.left.stretch_ms / SCALE_MS),
        left_useful=balance.left.useful_ms / SCALE_MS,
        right_share=min(1.0, balance.right.stretch_ms / SCALE_MS),
        right_useful=balance.right.useful_ms / SCALE_MS,
        mark=MARK,
    )


def _amount(tally: Tally) -> str:
    return words.duration(tally.stretch_ms) if tally.stretch_ms else "nothing"

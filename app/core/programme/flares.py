"""When it hurt too much, by what was said around sessions. Knows no storage and no clock."""

from collections.abc import Iterable
from datetime import date

from app.core.care.check_in import CheckIn
from app.core.care.pain_rule import ACCEPTABLE
from app.core.care.said import worst_pain


def flare_days(check_ins: Iterable[CheckIn]) -> frozenset[date]:
    """The days with a session that hurt over 5 of 10 anywhere, or after which the next morning was worse.

    Pain of 7 on the 16th, and a worse morning on the 17th after that same session, are one flare-up: the 16th.
    """
    return frozenset(each.day for each in check_ins if _is_flare(each))


def _is_flare(check_in: CheckIn) -> bool:
    if check_in.when == "morning":
        return check_in.morning == "worse"
    return check_in.when == "after" and (worst_pain(check_in.felt) or 0) > ACCEPTABLE

"""From the wall clock to the moment: times that do not exist, and times that exist twice. Knows no clock."""

from datetime import UTC, datetime, timedelta, tzinfo

SECOND = timedelta(seconds=1)


def wall_of(now: datetime) -> datetime:
    """What the clock on the wall shows, without an offset."""
    return now.replace(tzinfo=None)


def next_moment(wall: datetime, now: datetime) -> datetime:
    """The first moment from `now` on, in UTC, at which the clock on the wall shows `wall` or later."""
    if wall <= wall_of(now):
        return now.astimezone(UTC)
    first = first_moment(wall, now.tzinfo)
    # The hour that exists twice: `wall` was there once before `now`, and comes again.
    return first if first > now.astimezone(UTC) else wall.replace(tzinfo=now.tzinfo, fold=1).astimezone(UTC)


def first_moment(wall: datetime, zone: tzinfo | None) -> datetime:
    """The first moment, in UTC, at which the clock on the wall shows `wall` or later.

    Of a time that exists twice it is the first. One that does not exist is passed at the change: in Berlin on
    28 March 2027, where 1:59:59 is followed by 3:00, 2:30 comes at 3:00, which is 1:00 UTC.
    """
    early, late = (wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (1, 0))
    if early >= late:  # fold 0 is the earlier of two that exist, or there is only one
        return late
    while late - early > SECOND:
        middle = early + (late - early) // 2
        if wall_of(middle.astimezone(zone)) >= wall:
            late = middle
        else:
            early = middle
    return late.replace(microsecond=0)

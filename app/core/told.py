"""What the ear knows of the work that comes, so that nothing begins unnamed. Knows no words.

Where there is time before the work, a cue tells what comes. Where there is none (nothing to prepare, no rest, a
machine that stalled), the work itself has to say what it is.
"""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, structs

from app.core.cues import Begin, Cue, GetReady, GoOn, News, Rest, Switch, fetched_for
from app.core.exercise import Exercise
from app.core.record import Side
from app.core.timeline import Segment, Timeline


class Told(Struct, frozen=True):
    """The work that was told of last, at first none, and the equipment that still is to be named for it."""

    step: int = -1
    set: int | None = None
    side: Side | None = None
    fetch_later: tuple[str, ...] = ()

    def news_of(self, work: Segment) -> News:
        """The most that is new: another exercise, another set of it, the other side, or nothing."""
        if work.step != self.step:
            return "exercise"
        if work.set != self.set:
            return "set"
        return "side" if work.side != self.side else ""

    def after(self, cues: Iterable[Cue]) -> "Told":
        """What the ear knows once these cues were heard."""
        told = self
        for cue in cues:
            match cue:
                case GetReady(work=work, fetch_later=later, name_later=False):
                    told = Told(work.step, work.set, work.side, later)
                case Begin(work=work) | GoOn(work=work):
                    told = Told(work.step, work.set, work.side)
                case Rest(next_work=Segment() as work):
                    told = Told(work.step, work.set, work.side)
                case Switch(to=side):
                    told = structs.replace(told, side=side)
        return told


def with_news(cue: Cue, told: Told, index: int, timeline: Timeline, exercises: Mapping[str, Exercise]) -> Cue:
    """The cue of the segment number `index`, with what nobody was told yet."""
    if not isinstance(cue, Begin | GoOn):
        return cue
    news = told.news_of(cue.work)
    fetch = fetched_for(index, timeline, exercises) if news == "exercise" else told.fetch_later
    return structs.replace(cue, news=news, fetch=fetch)


def leaner(cues: tuple[Cue, ...]) -> Iterator[tuple[Cue, ...]]:
    """The cues with what can be told later put off until then: first what to fetch, then the name as well."""
    ready = next((cue for cue in cues if isinstance(cue, GetReady)), None)
    if ready is not None:
        yield tuple(GetReady(ready.work, (), ready.fetch) if cue is ready else cue for cue in cues)
        yield tuple(GetReady(ready.work, (), name_later=True) if cue is ready else cue for cue in cues)

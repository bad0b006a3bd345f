"""What Care shows: its parts, by what one comes for. Knows no window and no clock."""

from msgspec import Struct

from app.core.diary import Diary
from app.core.library import Library


class CareRow(Struct, frozen=True):
    """One part, or a topic to read. What is `alarming` stands out."""

    id: str
    title: str
    subtitle: str
    icon: str
    alarming: bool = False


class CareGroup(Struct, frozen=True):
    title: str
    rows: tuple[CareRow, ...]


class CareView(Struct, frozen=True):
    groups: tuple[CareGroup, ...]


def care_view(diary: Diary, library: Library) -> CareView:  # noqa: ARG001
    from app.views.course import programme_row

    return CareView((CareGroup("What to do", (programme_row(diary),)),))

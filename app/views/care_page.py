"""What Care shows: its parts, by what one comes for. Knows no window and no clock."""

from msgspec import Struct

from app.core.diary import Diary
from app.core.library import Library
from app.views.retest import self_tests_subtitle


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
    what_to_do = CareGroup(
        "What to do",
        (CareRow("self-tests", "Self-tests", self_tests_subtitle(diary), "self-test"),),
    )
    return CareView((what_to_do,))

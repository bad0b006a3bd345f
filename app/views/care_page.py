"""What Care shows: its parts, by what one comes for. Knows no window and no clock."""

from datetime import date

from msgspec import Struct

from app.core.care.warning_signs import Answers, verdict
from app.core.diary import Diary
from app.core.library import Library
from app.views.signs_ask import care_subtitle


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


def care_view(
    diary: Diary,
    library: Library,  # noqa: ARG001
    *,
    answers: Answers | None = None,
) -> CareView:
    return CareView((CareGroup("If something is wrong", (_signs(answers, diary.today),)),))


def _signs(answers: Answers | None, today: date) -> CareRow:
    return CareRow(
        id="signs",
        title="Warning signs",
        subtitle=care_subtitle(answers, today),
        icon="seen",
        alarming=verdict(answers).urgency is not None,
    )

"""What Care shows: its parts, by what one comes for. Knows no window and no clock."""

from datetime import date

from msgspec import Struct

from app.core.care.warning_signs import Answers, verdict
from app.core.diary import Diary
from app.views.care_row import CareRow
from app.views.care_topics.index import TOPICS
from app.views.columns import left_column
from app.views.course import programme_row
from app.views.retest import self_tests_subtitle
from app.views.signs_ask import care_subtitle

IF_SOMETHING_IS_WRONG = "If something is wrong"
TO_DO = "What to do"
TO_KNOW = "What to know"
FOR_YOUR_CLINICIAN = "For your clinician"
TITLE_ROWS = 1
"""The title above a group takes about the height of a row."""


class CareGroup(Struct, frozen=True):
    title: str
    rows: tuple[CareRow, ...]


class CareView(Struct, frozen=True):
    """The groups in the order in which they are read. In two columns those of `left` come before `right`."""

    groups: tuple[CareGroup, ...]

    @property
    def left(self) -> tuple[CareGroup, ...]:
        return self.groups[: self._cut]

    @property
    def right(self) -> tuple[CareGroup, ...]:
        return self.groups[self._cut :]

    @property
    def _cut(self) -> int:
        return left_column([len(group.rows) + TITLE_ROWS for group in self.groups])


WARMTH = CareRow(
    "warmth", "Heat and cold", "A timer for a warm or a cold pack, or both in turn, with limits", "warmth"
)
REPORT = CareRow(
    "report", "A report to take along", "One page, or a table: what you did, pain, self-tests", "report"
)


def care_view(diary: Diary, *, answers: Answers | None = None) -> CareView:
    return CareView(
        (
            CareGroup(IF_SOMETHING_IS_WRONG, (_signs(answers, diary.today),)),
            CareGroup(TO_DO, (programme_row(diary), _self_tests(diary), WARMTH)),
            CareGroup(TO_KNOW, topic_rows()),
            CareGroup(FOR_YOUR_CLINICIAN, (REPORT,)),
        )
    )


def topic_rows() -> tuple[CareRow, ...]:
    return tuple(CareRow(topic.id, topic.title, topic.subtitle, topic.icon) for topic in TOPICS)


def _self_tests(diary: Diary) -> CareRow:
    return CareRow("self-tests", "Self-tests", self_tests_subtitle(diary), "self-test")


def _signs(answers: Answers | None, today: date) -> CareRow:
    return CareRow(
        id="signs",
        title="Warning signs",
        subtitle=care_subtitle(answers, today),
        icon="seen",
        alarming=verdict(answers).urgency is not None,
    )

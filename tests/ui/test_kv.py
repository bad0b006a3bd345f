import re
import sys
import typing
from pathlib import Path
from types import UnionType

import kivy
import pytest
from kivy.factory import Factory
from kivy.uix.widget import Widget

from app.ui.kv import NAMES_OF_CANVASES, load_kv
from app.ui.screens.today import ExerciseName
from app.ui.theme import theme
from app.ui.widgets.card import Column, Row
from app.views.after import AfterView
from app.views.ask import Answer, Ask
from app.views.care_page import CareGroup, CareView
from app.views.care_row import CareRow
from app.views.care_topic import CareLink, CareTopicView, TopicCard, TopicSection
from app.views.chart import Chart
from app.views.check_in import PlaceRow, SaidRow, ScaleRow
from app.views.data import BackupsView, HabitRow, ImportView
from app.views.day import DaySession, DayView
from app.views.due import DueRow, DueView
from app.views.editor import EditorStep, EditorView
from app.views.exercises import ExercisesView, ExerciseView, Link
from app.views.handing_on import PrintView
from app.views.heatmap import HeatmapView
from app.views.heel_rise import HeelRiseView
from app.views.keys import KeyGroup, KeyRow
from app.views.knee_to_wall import KneeToWallView
from app.views.ledger import BalanceGroup, LedgerView
from app.views.machine import PartRow
from app.views.month import MonthDay, MonthView
from app.views.months import MonthChoice, YearView
from app.views.owed import OwedRow, OwedView
from app.views.own_exercise import DoseRow, LineRow, OwnExerciseView
from app.views.parcel import ParcelView
from app.views.picture import Picture
from app.views.player import PlayerView
from app.views.posing import HandleMark, PosingView, StockRow, StockView
from app.views.programme_page import CourseView, ProgrammeRow, ProgrammesView, ProgrammeView, WeekLine
from app.views.progress import ProgressView
from app.views.reminding_page import (
    BreaksView,
    ReminderRow,
    RemindersView,
    ReminderView,
    TimeItem,
    TimeRow,
)
from app.views.report_sheet import ReportSheetView
from app.views.routine_advice import AdviceRow
from app.views.routine_filters import FilterGroup, FiltersView
from app.views.routines import RoutineRow, RoutinesView, RoutineView, StepRow
from app.views.score import ScoreView
from app.views.seen import Flash
from app.views.self_test import SelfTestView, TryLine
from app.views.self_test_chart import SidesChart
from app.views.self_tests import SelfTestCard, SelfTestRow, SelfTestsView
from app.views.session import ExerciseSteps, MuscleRow, SessionView, Steps
from app.views.sessions import SessionRow, SessionsView
from app.views.settings import Section, SettingRow, SettingsView
from app.views.sheet_page import AmountRow, LineCard, LineView, SheetPageView
from app.views.signs_page import AdviceSign, AdviceView, SignGroup, SignRow, SignsView
from app.views.signs_sheets import FeltView, PainRow, StoppedView
from app.views.steps import FieldRow, StepView
from app.views.targets import TargetView, WeekdayItem
from app.views.today import CutOff, Invitation, TodayView
from app.views.totals import Figure, NoteRow, TotalsView
from app.views.transfer import BackupRow
from app.views.warming import WarmthView
from app.views.week import DayDot, WeekView
from app.views.weeks import BarsView
from app.views.welcome import WelcomeView
from app.views.work import WorkRow
from tests.ui import kv_reading
from tests.ui.kv_reading import FILES, Line, Rule

VIEWS: dict[tuple[str, str], type] = {
    ("AdviceCard", "item"): AdviceSign,
    ("AdviceLine", "item"): AdviceRow,
    ("AdviceScreen", "view"): AdviceView,
    ("AfterScreen", "view"): AfterView,
    ("AmountLine", "item"): AmountRow,
    ("AnswerButton", "item"): Answer,
    ("AskCard", "item"): Ask,
    ("BackupLine", "item"): BackupRow,
    ("BackupsContent", "view"): BackupsView,
    ("BalancePlot", "group"): BalanceGroup,
    ("BalanceTable", "item"): BalanceGroup,
    ("Bars", "bars"): BarsView,
    ("BarsCard", "chart"): BarsView,
    ("CareLine", "item"): CareRow,
    ("CareLinkLine", "item"): CareLink,
    ("CareScreen", "view"): CareView,
    ("CareSection", "item"): CareGroup,
    ("CareTopicScreen", "view"): CareTopicView,
    ("ChartCard", "chart"): Chart,
    ("CourseScreen", "view"): CourseView,
    ("CutOffCard", "cut_off"): CutOff,
    ("DayContent", "view"): DayView,
    ("DayDotMark", "item"): DayDot,
    ("DaySessionLine", "item"): DaySession,
    ("DueCard", "due"): DueView,
    ("DueLine", "item"): DueRow,
    ("EditorScreen", "view"): EditorView,
    ("ExerciseScreen", "view"): ExerciseView,
    ("ExerciseStepsLine", "item"): ExerciseSteps,
    ("ExercisesScreen", "view"): ExercisesView,
    ("FlashCover", "flash"): Flash,
    ("FeltContent", "view"): FeltView,
    ("FeltLine", "item"): SignRow,
    ("FeltSection", "item"): SignGroup,
    ("FigureBox", "item"): Figure,
    ("GivesCard", "editor"): EditorView,
    ("HabitLine", "item"): HabitRow,
    ("Heatmap", "heatmap"): HeatmapView,
    ("HeatmapCard", "chart"): HeatmapView,
    ("HeatmapPlot", "heatmap"): HeatmapView,
    ("ImportContent", "view"): ImportView,
    ("InvitationCard", "invitation"): Invitation,
    ("KeyLine", "item"): KeyRow,
    ("KeyTable", "item"): KeyGroup,
    ("KneeToWallScreen", "view"): KneeToWallView,
    ("LatestLine", "item"): SessionRow,
    ("LedgerCard", "chart"): LedgerView,
    ("LineContent", "view"): LineView,
    ("LinkButton", "item"): Link,
    ("ListRow", "picture"): Picture,
    ("MonthCard", "view"): MonthView,
    ("MonthCell", "item"): MonthDay,
    ("MonthPicker", "view"): MonthView,
    ("MonthTile", "item"): MonthChoice,
    ("MonthsCard", "view"): YearView,
    ("MuscleLine", "item"): MuscleRow,
    ("NoteLine", "item"): NoteRow,
    ("NumberLine", "item"): FieldRow,
    ("OwedBars", "item"): OwedRow,
    ("OwnDoseLine", "item"): DoseRow,
    ("OwnExerciseScreen", "view"): OwnExerciseView,
    ("OwnLine", "item"): LineRow,
    ("PoseHandle", "mark"): HandleMark,
    ("PosingScreen", "view"): PosingView,
    ("OwedCard", "owed"): OwedView,
    ("OwedLine", "item"): OwedRow,
    ("ParcelContent", "view"): ParcelView,
    ("ParcelStep", "item"): StepRow,
    ("PainLine", "item"): PainRow,
    ("PartLine", "item"): PartRow,
    ("PickerScreen", "view"): ExercisesView,
    ("PlaceLine", "item"): PlaceRow,
    ("PlayerScreen", "view"): PlayerView,
    ("PrintContent", "view"): PrintView,
    ("ProgrammeLine", "item"): ProgrammeRow,
    ("ProgrammeMistakes", "view"): ProgrammeView,
    ("ProgrammeScreen", "view"): ProgrammeView,
    ("ProgrammesScreen", "view"): ProgrammesView,
    ("ProgrammeWeek", "item"): WeekLine,
    ("ProgressScreen", "view"): ProgressView,
    ("BreaksScreen", "view"): BreaksView,
    ("HeelRiseScreen", "view"): HeelRiseView,
    ("HourRow", "item"): TimeRow,
    ("ReportContent", "view"): ReportSheetView,
    ("WarmthScreen", "view"): WarmthView,
    ("ReminderContent", "view"): ReminderView,
    ("ReminderLine", "item"): ReminderRow,
    ("RemindersScreen", "view"): RemindersView,
    ("ReminderTime", "item"): TimeItem,
    ("FilterChips", "item"): FilterGroup,
    ("RoutineFiltersContent", "view"): FiltersView,
    ("RoutineLine", "item"): RoutineRow,
    ("RoutineScreen", "view"): RoutineView,
    ("RoutinesScreen", "view"): RoutinesView,
    ("SaidLine", "item"): SaidRow,
    ("ScaleLine", "item"): ScaleRow,
    ("ScaleValue", "item"): ScaleRow,
    ("ScoreCard", "chart"): ScoreView,
    ("ScoreLine", "score"): ScoreView,
    ("SectionCard", "item"): Section,
    ("SelfTestScreen", "view"): SelfTestView,
    ("SelfTestSection", "item"): SelfTestCard,
    ("SelfTestsScreen", "view"): SelfTestsView,
    ("SessionLine", "row"): SessionRow,
    ("SessionScreen", "view"): SessionView,
    ("SessionsScreen", "view"): SessionsView,
    ("SessionsTop", "view"): SessionsView,
    ("SettingLine", "item"): SettingRow,
    ("SettingsScreen", "view"): SettingsView,
    ("SheetCard", "item"): LineCard,
    ("SheetPage", "view"): SheetPageView,
    ("SignLine", "item"): SignRow,
    ("SignSection", "item"): SignGroup,
    ("SignsScreen", "view"): SignsView,
    ("StepCard", "item"): StepRow,
    ("StepContent", "view"): StepView,
    ("StepItem", "item"): EditorStep,
    ("StoppedContent", "view"): StoppedView,
    ("StockContent", "view"): StockView,
    ("StockLine", "item"): StockRow,
    ("StepsLine", "item"): Steps,
    ("SumOfAll", "totals"): TotalsView,
    ("TargetContent", "view"): TargetView,
    ("TodayScreen", "view"): TodayView,
    ("TopicCardBox", "item"): TopicCard,
    ("TopicSectionBox", "item"): TopicSection,
    ("WeekCard", "week"): WeekView,
    ("WeekTurner", "ledger"): LedgerView,
    ("WeekdayButton", "item"): WeekdayItem,
    ("WelcomeScreen", "view"): WelcomeView,
    ("WorkLine", "item"): WorkRow,
    ("SidesLegend", "chart"): SidesChart,
    ("SidesPlot", "chart"): SidesChart,
    ("TakenLine", "item"): SelfTestRow,
    ("TryStepsLine", "item"): TryLine,
}
"""Which frozen value each property holds that kv reads further into."""
SIZES = {"size": {"size", "width", "height"}, "width": {"size", "width"}, "height": {"size", "height"}}

every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


def complaints(path: Path, wrong: typing.Callable[[Line], bool]) -> list[str]:
    return [line.place for line in kv_reading.lines(path) if wrong(line)]


@every_file
def test_every_property_that_kv_sets_is_declared(path):
    """kv would make a new property of a misspelled name, on every widget of the class, and say nothing."""

    def is_made_up(line: Line) -> bool:
        declared = kv_reading.properties(line.owner)
        is_widgets = line.owner is line.widget
        return not line.is_handler and not (
            line.name in declared if is_widgets else hasattr(line.owner, line.name)
        )

    assert complaints(path, is_made_up) == []


@every_file
def test_every_event_that_kv_answers_can_happen(path):
    def never_happens(line: Line) -> bool:
        is_property = line.name.removeprefix("on_") in kv_reading.properties(line.owner)
        return line.is_handler and not is_property and not hasattr(line.owner, line.name)

    assert complaints(path, never_happens) == []


@every_file
def test_every_name_in_a_value_is_known(path):
    def begins_with_a_stranger(line: Line) -> bool:
        made_inside = {"name", "item"} if " for " in line.value else set()
        return any(chain[0] not in kv_reading.known_names(line) | made_inside for chain in line.chains())

    assert complaints(path, begins_with_a_stranger) == []


@every_file
def test_every_attribute_in_a_value_exists(path):
    def asks_for_nothing(line: Line) -> bool:
        owners = {"root": line.root, "self": line.widget, **line.ids}
        return any(
            (chain[0] in owners and not kv_reading.has(owners[chain[0]], chain[1]))
            or (chain[0] == "theme" and not hasattr(theme, chain[1]))
            for chain in line.chains()
            if len(chain) > 1
        )

    assert complaints(path, asks_for_nothing) == []


@every_file
def test_every_field_of_a_view_that_kv_reads_exists(path):
    def reads_past_the_view(line: Line) -> bool:
        return any(
            not is_field(VIEWS.get((line.root.__name__, chain[1])), chain[2:])
            for chain in line.chains()
            if chain[0] == "root" and len(chain) > 2 and holds_a_view(line.root, chain[1])
        )

    assert complaints(path, reads_past_the_view) == []


def holds_a_view(root: type, name: str) -> bool:
    return type(getattr(root, name, None)).__name__ == "ObjectProperty"


def is_field(view: typing.Any, names: tuple[str, ...]) -> bool:
    """Whether `names` lead from the view to a value, through the views inside it; None is allowed for."""
    for name in names:
        if typing.get_origin(view) in (typing.Union, UnionType):
            (view,) = [kind for kind in typing.get_args(view) if kind is not type(None)]
        if view is None or not hasattr(view, name):
            return False
        view = typing.get_type_hints(view).get(name, object)
    return True


@every_file
def test_kv_knows_no_app(path):
    assert complaints(path, lambda line: any(chain[0] == "app" for chain in line.chains())) == []


@every_file
def test_a_file_holds_rules_for_classes_of_ours_and_nothing_else(path):
    file = kv_reading.parsed(path)
    assert (file.root, file.templates, file.dynamic_classes) == (None, [], {})


@every_file
def test_a_file_is_short_and_lies_beside_its_module(path):
    assert len(path.read_text("utf-8").splitlines()) < 200
    assert path.with_suffix(".py").is_file()


@every_file
def test_text_is_never_a_bare_label(path):
    """Kivy's own Label turns white when it is disabled, whatever lies below it."""
    assert [rule.root for rule in kv_reading.rules(path) if rule.widget.__name__ == "Label"] == []


@every_file
def test_no_size_is_bound_twice(path):
    """These names cannot be let go of (app/ui/kv.py): both lines would stay bound, and the last to fire would win."""
    shared = [name for name in NAMES_OF_CANVASES if name != "radius"] + ["height"]

    def fights(rule: Rule, line: Line) -> bool:
        others = SIZES.get(line.name, {line.name}) - {"height" if line.name == "height" else ""}
        return line.name in shared and any(
            earlier.is_live and earlier.name in others
            for earlier in earlier_lines(rule)
            if earlier.owner is earlier.widget
        )

    found = [
        line.place
        for rule in kv_reading.rules(path)
        for line in rule.lines
        if line.owner is line.widget and fights(rule, line)
    ]
    assert found == []


@every_file
def test_what_gives_way_by_shown_is_not_given_a_height_or_faded_elsewhere(path):
    taken = [
        line.place
        for rule in kv_reading.rules(path)
        for line in rule.lines
        if issubclass(rule.widget, Column | Row)
        and rule.root not in (Column, Row)
        and line.owner is rule.widget
        and line.name in ("height", "opacity", "disabled")
    ]
    assert taken == []


def earlier_lines(rule: Rule) -> list[Line]:
    """What the rules for the widget's class say, before `rule` has its say."""
    known = [other for other in kv_reading.class_rules(rule.widget) if other.lines != rule.lines]
    if rule.is_class_rule:
        known = [
            other for other in known if issubclass(rule.root, other.root) and rule.root is not other.root
        ]
    return [line for other in known for line in other.lines]


def test_no_class_of_ours_takes_a_name_of_kivys():
    """kv finds rules by name alone: Kivy's rule for its Switch would dress ours as well."""
    kivys = Path(kivy.__file__).parent
    registered = re.findall(r"r\('(\w+)'", (kivys / "factory_registers.py").read_text("utf-8"))
    styled = re.findall(r"^<-?([\w,]+)", (kivys / "data/style.kv").read_text("utf-8"), re.MULTILINE)
    theirs = {name.lower() for names in (*registered, *styled) for name in names.split(",")}
    assert len(theirs) > 200
    assert [name for name in kv_reading.classes() if name.lower() in theirs] == []


def test_every_class_with_a_rule_can_be_found_by_its_name():
    named = {rule.root for path in FILES for rule in kv_reading.rules(path) if rule.is_class_rule}
    assert [
        kind for kind in named if issubclass(kind, Widget) and Factory.get(kind.__name__) is not kind
    ] == []


def test_every_view_in_the_table_is_still_there():
    ours = kv_reading.classes()
    assert [key for key in VIEWS if not hasattr(ours[key[0]], key[1])] == []


def test_a_file_loaded_twice_doubles_no_children():
    before = len(ExerciseName(item="A stretch").children)
    load_kv(str(Path(sys.modules[ExerciseName.__module__].__file__)))
    assert len(ExerciseName(item="A stretch").children) == before == 2


def test_the_check_sees_what_is_wrong(tmp_path):
    """A check that finds nothing may be blind: here is one of each mistake."""
    path = tmp_path / "wrong.kv"
    path.write_text(
        "<ExerciseName>:\n"
        "    spacign: 3\n"
        "    on_relaese: root.dispatch('on_x')\n"
        "    Words:\n"
        "        text: root.itme\n"
        "        color: theme.inc\n"
        "        bold: app.bold\n",
        encoding="utf-8",
    )
    for test in (
        test_every_property_that_kv_sets_is_declared,
        test_every_event_that_kv_answers_can_happen,
        test_every_attribute_in_a_value_exists,
        test_every_name_in_a_value_is_known,
        test_kv_knows_no_app,
    ):
        with pytest.raises(AssertionError):
            test(path)


@every_file
def test_kv_writes_no_words_of_its_own(path):
    """They stand in app/views/labels.py, where a translation finds them; the gallery is for us alone."""
    if path.stem == "gallery":
        return
    shown = re.findall(r"^ +(?:text|label|hint_text|words|word): (.*)$", path.read_text(), re.MULTILINE)
    assert [value for value in shown if re.search(r"'[^'a-z{]*[A-Z][^']*'", value)] == []

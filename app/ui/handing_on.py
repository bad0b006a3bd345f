"""Handing a routine or a report on, as a file, to wherever the person says. Knows no format and no folder."""

from collections.abc import Callable
from pathlib import Path

from kivy.clock import Clock

from app.core.library import Entry
from app.core.planning import current_target
from app.ui.aside import do_aside
from app.ui.screens.print_sheet import PrintContent
from app.ui.sharing_desk import PAPERS
from app.ui.stage import Stage
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.modal import Modal
from app.views import data, handing_on
from app.views.handout import handout
from app.views.labels import HandingOn as Labels


class HandingOn:
    """Asks for the paper and the place, writes, and says where it went."""

    def __init__(self, shell: Stage) -> None:
        self._shell = shell
        self._house = shell.house

    def ask_to_print(self, entry: Entry) -> None:
        """Shows what a printed sheet is, and asks for the paper."""
        papers = tuple(PAPERS)
        usual = papers.index(self._house.sharing.usual_paper())
        content = PrintContent(view=handing_on.print_view(entry.name, usual))
        sheet = Modal(content, at_bottom=True)

        def choose(index: int) -> None:
            content.view = handing_on.print_view(entry.name, index)

        def go_on() -> None:
            sheet.close()
            self._print(entry, content.view.paper)

        content.bind(
            on_paper=lambda _, index: choose(index),
            on_go_on=lambda _: go_on(),
            on_leave=lambda _: sheet.cancel(),
        )
        sheet.open()

    def share(self, entry: Entry) -> None:
        """Writes the routine with its exercises as one file."""
        self.write(entry.id, handing_on.PARCEL, lambda path: self._house.sharing.share(entry, path))

    def _print(self, entry: Entry, paper: int) -> None:
        books = self._shell.books
        assert entry.routine is not None  # noqa: S101 - offered for sound routines only
        target = current_target(books.diary.targets, entry.id, books.today)
        first_weekday = books.settings.first_weekday
        said = handout(entry.routine, books.library, first_weekday=first_weekday, target=target)
        self.write(
            entry.id,
            handing_on.SHEET,
            lambda path: self._house.sharing.print_sheet(said, path, PAPERS[paper]),
        )

    def write(self, stem: str, ending: str, write: Callable[[str], object]) -> None:
        """Asks where and writes there; where the machine cannot ask, to a place that the person is told."""
        free = str(self._house.data.place(handing_on.file_name(stem, ending)))

        def answered(path: str | None) -> None:
            if path == "":
                return
            wanted = free if path is None else path
            target = wanted if wanted.lower().endswith(ending) else wanted + ending
            do_aside(lambda: write(target), lambda _: self._say_where(target), self._say_why_not)

        if self._house.file_dialog.works:
            self._house.file_dialog.ask_to_save(
                data.SAVE_TITLE, free, lambda path: Clock.schedule_once(lambda _: answered(path), 0)
            )
        else:
            answered(None)

    def _say_where(self, path: str) -> None:
        open_outside = self._house.open_outside
        said = handing_on.written_text(path)
        if open_outside is None:
            self._shell.tell(said)
        else:
            opens = path.lower().endswith(handing_on.OPENED)
            wanted = Path(path) if opens else Path(path).parent
            word = Labels.OPEN if opens else Labels.SHOW
            self._shell.tell(said, word, "outside", lambda: open_outside(wanted))

    def _say_why_not(self, trouble: str) -> None:
        Dialog(title=data.NOT_WRITTEN_TITLE, text=trouble, answer=Labels.CLOSE, refusal="").open()

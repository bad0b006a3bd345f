"""Reading about calves and backs: a topic's page, the ways on from it and the way back. Knows no text."""

from collections.abc import Callable

from app.ui.screens.care_topic import CareTopicScreen
from app.ui.stage import Stage
from app.views.care_topic import care_topic_view
from app.views.care_topics.index import find_topic


class CareReading:
    """Shows topics in the shell. Each page leads back to what was shown before it."""

    def __init__(self, shell: Stage) -> None:
        self._shell = shell
        self._books = shell.books

    def open(self, place: str) -> None:
        """A topic by its id, or by "helps/rolling" at one of its cards; nothing if there is none.

        From a card to another of the same topic the page only turns.
        """
        topic, card = find_topic(place), place.partition("/")[2]
        if topic is None:
            return
        here = self._shell.screen
        if isinstance(here, CareTopicScreen) and here.view.id == topic.id:
            here.turn_to(card)
            return
        back = self._shell.way_back()
        screen = CareTopicScreen(view=care_topic_view(topic, self._books.library))
        screen.bind(
            on_open=lambda _, kind, id_: self._follow(kind, id_),
            on_leave=lambda _: back(),
        )
        self._shell.show(screen)
        screen.turn_to(card)

    def _follow(self, kind: str, id_: str) -> None:
        ways: dict[str, Callable[[str], None]] = {
            "exercise": self._shell.open_exercise,
            "routine": self._shell.open_routine,
            "care": self._shell.caring.open,
        }
        ways[kind](id_)

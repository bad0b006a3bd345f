"""How the shell comes to the screens of Care, for pictures of them. Knows no data."""

from collections.abc import Callable
from typing import Any

from app.core.care.check_in import CheckIn, Felt
from app.ui.settling import let_pass, scroll_to_end, settle
from app.ui.shell import Shell
from app.ui.widgets.field import NoteField
from app.ui.widgets.scrolling import bring_into_sight

MOMENTS = 3
"""Before, afterwards and the next morning."""

Advance = Callable[[float], None]


def _care(shell: Shell, advance: Advance) -> None:
    shell.go("care")


def _part(name: str) -> Callable[[Shell, Advance], None]:
    def show_part(shell: Shell, advance: Advance) -> None:
        shell.go("care")
        shell.caring.open(name)

    return show_part


def _warmth_both(shell: Shell, advance: Advance) -> None:
    _part("warmth")(shell, advance)
    shell.screen.dispatch("on_kind", 2)


_self_tests = _part("self-tests")


def _self_test_knee(shell: Shell, advance: Advance) -> None:
    _self_tests(shell, advance)
    shell.screen.dispatch("on_take", "knee-to-wall")
    shell.screen.dispatch("on_keep")
    advance(1.5)
    shell.screen.dispatch("on_frame")


def _self_test_knee_result(shell: Shell, advance: Advance) -> None:
    _self_test_knee(shell, advance)
    for by in (1, -1, 0, 1, 1):
        shell.screen.dispatch("on_step", by)
        shell.screen.dispatch("on_keep")


def _self_test_heel(shell: Shell, advance: Advance) -> None:
    _self_tests(shell, advance)
    shell.screen.dispatch("on_take", "heel-rise")
    advance(1.5)
    shell.screen.dispatch("on_frame")


def _self_test_heel_result(shell: Shell, advance: Advance) -> None:
    _self_test_heel(shell, advance)
    shell.screen.dispatch("on_start")
    let_pass(15 + 19 * 2, shell, advance)
    shell.press("right")
    let_pass(120 + 26 * 2, shell, advance)
    shell.press("right")


def _self_tests_extra(shell: Shell, advance: Advance) -> None:
    _self_test_heel_result(shell, advance)
    shell.screen.dispatch("on_save")


def _self_test(shell: Shell, advance: Advance) -> None:
    _self_tests(shell, advance)
    shell.screen.dispatch("on_open", shell.screen.view.rows[0].id)


def _after_care(pain: int) -> Callable[[Shell, Advance], None]:
    """After, with something said of each moment, and scrolled to the check-in."""

    def show_after(shell: Shell, advance: Advance) -> None:
        shell.follow("calf-reset")
        let_pass(10_000, shell, advance)
        screen: Any = shell.screen
        screen.dispatch("on_felt", "left-calf", "tightness", 4)
        screen.dispatch("on_felt", "left-calf", "pain", pain)
        screen.dispatch("on_felt", "right-calf", "tightness", 2)
        settle()
        bring_into_sight(screen.ids.check_in)

    return show_after


def _session_care(shell: Shell, advance: Advance) -> None:
    """The page of a session around which everything was said, at its end."""
    shell.go("progress")
    whole = next(each for each in shell.books.diary.sessions if len(shell.books.said_of(each.id)) == MOMENTS)
    shell.looking_back.open_session(whole.id)
    settle()
    bring_into_sight(next(child for child in shell.screen.walk() if isinstance(child, NoteField)))


def _today_care(*answers: str) -> Callable[[Shell, Advance], None]:
    """Today on the morning after a session, with the question of the morning or, answered, what follows."""

    def show_today(shell: Shell, advance: Advance) -> None:
        session, history = shell.books.diary.sessions[0], shell.house.history
        history.delete_all(care=shell.books.said_of(session.id))
        history.put_all(care=[CheckIn(session.id, "after", session.day, (Felt("left-calf", 5, 4),))])
        shell.go("today")
        for answer in answers:
            shell.caring.answer(f"morning:{session.id}", answer)

    return show_today


_programme = _part("programme")


def _programme_end(shell: Shell, advance: Advance) -> None:

    _programme(shell, advance)
    settle()
    scroll_to_end(shell.screen)


def _programmes(shell: Shell, advance: Advance) -> None:
    _programme(shell, advance)
    shell.caring.programmes.choose()


def _programme_one(programme: str) -> Callable[[Shell, Advance], None]:
    def show_one(shell: Shell, advance: Advance) -> None:
        _programmes(shell, advance)
        shell.caring.programmes.look_at(programme)

    return show_one


def _programme_ask(shell: Shell, advance: Advance) -> None:
    _programme_one("beyer-heavy-slow")(shell, advance)
    shell.screen.dispatch("on_start")


def _signs(*chosen: str) -> Callable[[Shell, Advance], None]:
    def show_signs(shell: Shell, advance: Advance) -> None:
        shell.go("care")
        shell.caring.open("signs")
        for sign in chosen:
            shell.screen.dispatch("on_toggle", sign)
            _bring_into_sight(shell, sign)

    return show_signs


def _bring_into_sight(shell: Shell, sign: str) -> None:
    from app.ui.screens.signs import SignLine

    settle()
    lines = (widget for widget in shell.screen.walk() if isinstance(widget, SignLine))
    bring_into_sight(next(line for line in lines if line.item.id == sign))


def _stopped(shell: Shell, advance: Advance) -> None:
    shell.go("routines")
    shell.open_routine("calves-and-back")
    shell.follow("calves-and-back")


def _felt(shell: Shell, advance: Advance) -> None:
    shell.follow("calf-reset")
    shell.press("w")


def _today(shell: Shell, advance: Advance) -> None:
    shell.go("today")


CARE_SCREENS: dict[str, Callable[[Shell, Advance], None]] = {
    "care": _care,
    "care-signs": _signs(),
    "care-signs-chosen": _signs("tingling"),
    "care-advice": _signs(),
    "care-advice-urgent": _signs(),
    "care-stopped": _stopped,
    "care-felt": _felt,
    "today-care-signs": _today,
    "today-care-urgent": _today,
    "care-connection": _part("connection"),
    "care-symptoms": _part("symptoms"),
    "care-helps": _part("helps"),
    "care-helps-end": _part("helps/choosing"),
    "care-recovery": _part("recovery"),
    "care-doctor": _part("doctor"),
    "care-warmth": _part("warmth"),
    "care-warmth-both": _warmth_both,
    "report": _part("report"),
    "self-tests": _self_tests,
    "self-tests-new": _self_tests,
    "self-tests-extra": _self_tests_extra,
    "self-test": _self_test,
    "self-test-knee": _self_test_knee,
    "self-test-knee-result": _self_test_knee_result,
    "self-test-heel": _self_test_heel,
    "self-test-heel-result": _self_test_heel_result,
    "after-care": _after_care(2),
    "after-care-pain": _after_care(7),
    "after-care-session": _session_care,
    "today-care-morning": _today_care(),
    "today-care-suggest": _today_care("worse"),
    "programmes": _programmes,
    "programme": _programme,
    "programme-end": _programme_end,
    "programme-look": _programme_one("four-weeks"),
    "programme-ask": _programme_ask,
    "today-care": _today,
}

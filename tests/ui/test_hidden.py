"""A session goes on while the window is minimised, and nothing is drawn that nobody sees."""

from app.ui.screens.after import AfterScreen


def test_nothing_changes_on_a_hidden_player_until_it_is_seen_again(visit):
    here = visit("today", sessions=())
    here.touch("Start")
    here.app._see(False)
    before = here.screen.view
    here.pass_time(20)
    assert here.screen.view is before
    here.app._see(True)
    assert here.screen.view != before


def test_a_routine_is_heard_and_finished_behind_a_hidden_window(visit):
    here = visit("today", sessions=())
    here.touch("Start")
    here.app._see(False)
    here.pass_to_the_end()
    assert isinstance(here.screen, AfterScreen)
    assert here.speaker.said[-1][0] == "Done. That is all for now."
    [record] = here.history.sessions()
    assert (record.status, record.done_ms) == ("finished", record.planned_ms)
    [(title, _)] = here.notifier.notes
    assert title.endswith("is done")

"""A session that could not be written, because the disk was full, is not lost when After is left."""

from app.ui.screens.after import AfterScreen


def follow_on_a_full_disk(here):
    here.history.trouble = "log.jsonl: could not be written (No space left on device); free some disk space."
    here.touch("Start")
    here.pass_to_the_end()
    assert isinstance(here.screen, AfterScreen)


def test_it_is_written_as_soon_as_there_is_room(visit):
    here = visit("today", sessions=())
    follow_on_a_full_disk(here)
    here.history.trouble = ""
    here.press("enter")
    [record] = here.history.sessions()
    assert record.status == "finished"


def test_it_is_tried_again_on_the_way_and_the_trouble_is_gone_with_it(visit):
    here = visit("today", sessions=())
    follow_on_a_full_disk(here)
    here.press("enter")
    assert here.says("No space left")
    assert here.history.sessions() == ()
    here.history.trouble = ""
    here.press("3")
    assert [record.status for record in here.history.sessions()] == ["finished"]
    assert not here.says("No space left")


def test_it_is_tried_again_when_the_window_closes(visit):
    here = visit("today", sessions=())
    follow_on_a_full_disk(here)
    here.press("enter")
    here.history.trouble = ""
    here.shell.stop_following()
    assert [record.status for record in here.history.sessions()] == ["finished"]

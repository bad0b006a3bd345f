"""What is said when a routine is printed or shared in the window."""

import pytest

from app.views.handing_on import PARCEL, file_name, print_view, written_text


def test_a_file_is_called_as_its_routine():
    assert file_name("calf-reset", PARCEL) == "calf-reset.soleus"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/home/me/Downloads/calf-reset.pdf", "calf-reset.pdf is in Downloads."),
        (r"C:\Users\Me\Documents\calf-reset.pdf", "calf-reset.pdf is in Documents."),
        ("calf-reset.pdf", "calf-reset.pdf is written."),
    ],
)
def test_where_a_file_went_is_told_by_its_folder(path, said):
    assert written_text(path) == said


def test_the_paper_is_the_one_chosen():
    assert (print_view("Calf reset", 1).paper, print_view("Calf reset", 1).name) == (1, "Calf reset")

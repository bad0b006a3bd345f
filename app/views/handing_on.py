"""What is said when a routine is printed or shared in the window. Knows no window and no files."""

from msgspec import Struct

SHEET, PARCEL, TABLE = ".pdf", ".soleus", ".csv"
OPENED = (SHEET, TABLE)
"""What other programs show; of anything else only the folder is shown."""
PAPERS = ("A4", "Letter")
ABOUT = "A PDF with the figure and the dose of every step, and two weeks of boxes to tick: as many a day as it is due."


class PrintView(Struct, frozen=True):
    """`paper` is a place in `PAPERS`."""

    name: str
    paper: int
    about: str = ABOUT


def print_view(name: str, paper: int) -> PrintView:
    return PrintView(name, paper)


def file_name(routine: str, ending: str) -> str:
    return f"{routine}{ending}"


def written_text(path: str) -> str:
    """ "calf-reset.pdf is in Downloads." """
    parts = [part for part in path.replace("\\", "/").split("/") if part]
    return f"{parts[-1]} is in {parts[-2]}." if len(parts) > 1 else f"{parts[-1]} is written."
